package dev.normc.runtime.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * NumPy's {@code .npy} files: dense {@code <f4} and {@code <f8} arrays in C order.
 *
 * <p>Reads format versions 1.0, 2.0 and 3.0, writes 1.0. Element bits are kept, NaN payloads and the sign of zero
 * included. Source: <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format
 * </a>.
 */
public final class NpyFile {

    private NpyFile() {}

    /**
     * Reads a whole file. Nothing is allocated for the data before the file's size confirms the shape.
     *
     * @throws NpyException naming the file if it cannot be read or is not such an array, to the last byte
     */
    public static NpyArray read(Path file) {
        return NpyReader.read(file);
    }

    /**
     * The bytes of a file that holds the array.
     *
     * @throws IllegalArgumentException if header and data exceed one {@code byte[]}; {@link #write} has no such limit
     */
    public static byte[] encode(NpyArray array) {
        byte[] header = array.header().encode();
        long bytes = header.length + array.header().dataBytes();
        if (bytes > NpyHeader.MAX_ARRAY) {
            throw new IllegalArgumentException(array + " needs " + bytes + " bytes, more than one byte array holds");
        }
        ByteBuffer target = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        NpyWriter.fill(target.put(header), array, 0);
        return target.array();
    }

    /**
     * Writes a file, or replaces one. A reader sees the old content or the whole new one; after a failure the old
     * content is untouched and nothing is left behind.
     *
     * @throws NpyException naming the file if it cannot be written
     */
    public static void write(Path file, NpyArray array) {
        NpyWriter.write(file, array);
    }
}
