package dev.normc.runtime.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's {@code .npz} archives: named arrays, each a {@code .npy} file in one zip file.
 *
 * <p>Writes what {@code numpy.savez} writes, uncompressed; reads compressed archives, too. Equal arrays give equal
 * bytes: the archive holds no time of day. Source: <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.savez.html">numpy.savez</a>.
 */
public final class NpzFile {
    private static final String SUFFIX = ".npy";
    /** Not the first of January: a zip file adds the time zone to the least date it can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** Deflate writes at least one byte for so many. */
    private static final long GREATEST_COMPRESSION = 1032;

    private NpzFile() {}

    /**
     * Writes an archive, or replaces one. A reader sees the old content or the whole new one.
     *
     * @param arrays by name, in the order of the archive
     * @throws NpyException naming the file if it cannot be written
     * @throws IllegalArgumentException if one array exceeds a {@code byte[]}
     */
    public static void write(Path file, Map<String, NpyArray> arrays) {
        NpyWriter.write(file, channel -> writeTo(channel, arrays));
    }

    private static void writeTo(FileChannel channel, Map<String, NpyArray> arrays) throws IOException {
        // Closing the archive closes the channel, which its owner does once more without effect.
        try (ZipOutputStream archive = new ZipOutputStream(Channels.newOutputStream(channel))) {
            archive.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                byte[] bytes = NpyFile.encode(array.getValue());
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
                entry.setTimeLocal(NO_TIME);
                entry.setSize(bytes.length);
                entry.setCrc(sum.getValue());
                archive.putNextEntry(entry);
                archive.write(bytes);
                archive.closeEntry();
            }
        }
    }

    /**
     * Reads a whole archive.
     *
     * @return the arrays by name, in the order of the archive
     * @throws NpyException naming the file, and the array where one is at fault, if it cannot be read, is damaged or
     *     holds anything but arrays
     */
    public static Map<String, NpyArray> read(Path file) {
        if (!Files.exists(file)) {
            throw new NpyException(file, "does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw new NpyException(file, Files.isDirectory(file) ? "is a folder, not a file" : "is not a regular file");
        }
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        try (ZipFile archive = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                if (!entry.getName().matches("\\w+\\.npy")) {
                    throw new NpyException(file, "holds a file that is not an array, `" + entry.getName() + "`");
                }
                String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
                if (arrays.put(name, array(file.resolve(entry.getName()), archive, entry)) != null) {
                    throw new NpyException(file, "holds two arrays `" + name + "`");
                }
            }
        } catch (ZipException fault) {
            throw new NpyException(file, "is not a zip archive (.npz), or a damaged one", fault);
        } catch (IOException fault) {
            throw new NpyException(file, "cannot be read", fault);
        }
        return arrays;
    }

    /** One array; {@code place} is the archive and the entry, for messages. */
    private static NpyArray array(Path place, ZipFile archive, ZipEntry entry) throws IOException {
        if (entry.getSize() / GREATEST_COMPRESSION > entry.getCompressedSize()) {
            throw new NpyException(place, "claims " + entry.getSize() + " bytes, more than it can hold");
        }
        CRC32 sum = new CRC32();
        try (InputStream bytes = new CheckedInputStream(archive.getInputStream(entry), sum)) {
            NpyArray array = new NpyReader(place, Channels.newChannel(bytes), entry.getSize()).read();
            if (sum.getValue() != entry.getCrc()) {
                throw new NpyException(place, "is damaged, its checksum differs");
            }
            return array;
        }
    }
}
