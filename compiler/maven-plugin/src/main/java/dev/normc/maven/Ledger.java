package dev.normc.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the build before this one wrote: for each file the digest of all that it was made from, and that of its text.
 *
 * <p>One line each, {@code SOURCE TEXT PATH}, and before them the folder of the kernels, relative to that of the build, if it
 * lies in there. A ledger that is missing, damaged or of another form is an empty one: then
 * everything is generated anew.
 */
final class Ledger {
    private static final String FIRST_LINE = "normc ledger 1";
    private static final String FOLDER = "in ";
    private static final String LINE = "[0-9a-f]{64} [0-9a-f]{64} \\S+";

    private final Map<String, Entry> files = new TreeMap<>();
    private final Optional<String> folder;

    /** @param folder segments parted by {@code /} */
    Ledger(Optional<String> folder) {
        this.folder = folder;
    }

    /**
     * One file.
     *
     * @param source digest of what it was made from
     * @param text digest of what was written
     */
    record Entry(String source, String text) {}

    static Ledger read(Path file) {
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            Ledger ledger = new Ledger(lines.stream()
                    .filter(line -> line.startsWith(FOLDER))
                    .map(line -> line.substring(FOLDER.length()))
                    .findFirst());
            lines.stream()
                    .filter(line -> line.matches(LINE))
                    .map(line -> line.split(" "))
                    .forEach(words -> ledger.add(words[2], new Entry(words[0], words[1])));
            return ledger;
        } catch (IOException damaged) {
            return new Ledger(Optional.empty());
        }
    }

    /** Writes it, if the file does not say that already. */
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        folder.ifPresent(name -> text.append(FOLDER).append(name).append('\n'));
        files.forEach((path, entry) -> text.append(entry.source())
                .append(' ')
                .append(entry.text())
                .append(' ')
                .append(path)
                .append('\n'));
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes(text))) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(text));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void add(String path, Entry entry) {
        files.put(path, entry);
    }

    /** The file that was made from exactly that. */
    Optional<Map.Entry<String, Entry>> madeFrom(String source) {
        return files.entrySet().stream()
                .filter(entry -> entry.getValue().source().equals(source))
                .findFirst();
    }

    /** Where the kernels went; empty if that is no folder of the build. */
    Optional<String> folder() {
        return folder;
    }

    /** All paths, sorted. */
    TreeSet<String> paths() {
        return new TreeSet<>(files.keySet());
    }
}
