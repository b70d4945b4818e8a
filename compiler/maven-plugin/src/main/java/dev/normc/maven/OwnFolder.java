package dev.normc.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a folder may receive output, files that are written and deleted without asking. In the folder of the build it may;
 * elsewhere it must hold nothing that somebody else wrote.
 *
 * @param base the folder of the project
 * @param build the folder of all its output
 * @param theirs folders with sources of any kind
 */
record OwnFolder(Path base, Path build, List<Path> theirs) {

    OwnFolder {
        base = real(base);
        build = real(build);
        theirs = theirs.stream().map(OwnFolder::real).toList();
    }

    /**
     * Refuses a folder in which something could be lost.
     *
     * @param folder which may be absent
     * @param written the parameter that names it
     * @param mark what each file of ours begins with
     * @throws Fault if there is a reason
     */
    void require(Path folder, Value written, String mark) throws IOException {
        Path own = real(folder);
        if (base.startsWith(own)) {
            throw refused(folder, written, "holds the whole project");
        }
        for (Path source : theirs) {
            boolean holds = source.startsWith(own) && !isOutput(source);
            boolean liesIn = own.startsWith(source) && !isOutput(own) && !base.startsWith(source);
            if (holds || liesIn) {
                throw refused(folder, written, "and `" + source + "`, where sources are, lie in each other");
            }
        }
        if (!isOutput(own)) {
            Optional<Path> foreign = foreign(own, mark.getBytes(StandardCharsets.UTF_8));
            if (foreign.isPresent()) {
                throw refused(folder, written, "holds `" + foreign.get() + "`, which normc did not write");
            }
        }
    }

    private static Fault refused(Path folder, Value written, String why) {
        return written.fault("output is written to and deleted from `" + folder + "`, but that folder " + why
                + ": name a folder of its own, or none, for one below `target`");
    }

    private boolean isOutput(Path folder) {
        return folder.startsWith(build) && !base.startsWith(build);
    }

    private static Optional<Path> foreign(Path folder, byte[] mark) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !begins(file, mark))
                    .findFirst();
        }
    }

    private static boolean begins(Path file, byte[] mark) {
        try (InputStream stream = Files.newInputStream(file)) {
            return Arrays.equals(stream.readNBytes(mark.length), mark);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Without links and, where the file system does not tell them apart, with the letters that the names have. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (FileSystemException absent) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        } catch (IOException e) {
            return absolute;
        }
    }
}
