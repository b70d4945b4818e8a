package dev.normc.cli;

import dev.normc.runtime.npy.NpyArray;
import dev.normc.runtime.npy.NpyException;
import dev.normc.runtime.npy.NpyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The folder that receives results: all of them or none.
 *
 * <p>Every array is first written beside its place; only when all are complete are they moved there. Folders that are
 * missing are made, and removed again after a failure.
 */
final class ResultFolder {
    private final Path folder;
    private final Deque<Path> made = new ArrayDeque<>();
    private final List<Path> temporary = new ArrayList<>();

    private ResultFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes {@code NAME.npy} for each array.
     *
     * @throws UserFault if the folder cannot be made or written to; it is then as it was
     */
    static void write(Path folder, Map<String, NpyArray> results) {
        ResultFolder target = new ResultFolder(folder.toAbsolutePath());
        boolean complete = false;
        try {
            target.write(results);
            complete = true;
        } catch (NpyException e) {
            throw new UserFault(e.getMessage(), "choose another folder with `--out`");
        } catch (IOException e) {
            throw new UserFault(
                    "results cannot be written to `" + folder + "`: " + FileFault.reason(e),
                    "choose another folder with `--out`");
        } finally {
            target.cleanUp(complete);
        }
    }

    private void write(Map<String, NpyArray> results) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserFault("`" + folder + "` is a file, not a folder", "choose another folder with `--out`");
        }
        for (String name : results.keySet()) {
            if (Files.isDirectory(place(name))) {
                throw new UserFault("`" + place(name) + "` is a folder", "choose another folder with `--out`");
            }
        }
        makeFolders(folder);
        String run = UUID.randomUUID().toString();
        for (Map.Entry<String, NpyArray> result : results.entrySet()) {
            Path file = folder.resolve("." + result.getKey() + "-" + run + ".tmp");
            temporary.add(file);
            NpyFile.write(file, result.getValue());
        }
        int next = 0;
        for (String name : results.keySet()) {
            Files.move(
                    temporary.get(next++),
                    place(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path place(String name) {
        return folder.resolve(name + ".npy");
    }

    private void makeFolders(Path wanted) throws IOException {
        if (wanted == null || Files.isDirectory(wanted)) {
            return;
        }
        makeFolders(wanted.getParent());
        Files.createDirectory(wanted);
        made.push(wanted);
    }

    private void cleanUp(boolean complete) {
        try {
            for (Path file : temporary) {
                Files.deleteIfExists(file);
            }
            while (!complete && !made.isEmpty()) {
                Files.deleteIfExists(made.pop());
            }
        } catch (IOException left) {
            // What cannot be removed stays: the failure that is being reported says why.
        }
    }
}
