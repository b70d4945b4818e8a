package dev.normc.runtime.npy;

import dev.normc.runtime.DataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/** Reads one {@code .npy} file, alone or in an archive; every length in it is held against the file's size before it is believed. */
final class NpyReader {
    private static final int CHUNK_BYTES = 1 << 18;

    /** The most a version 1.0 header can have; NumPy itself trusts no header beyond 10,000 characters. */
    private static final int MAX_HEADER_BYTES = 0xFFFF;

    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

    private final Path file;
    private final ReadableByteChannel channel;
    private final long size;
    private long position;

    /**
     * A reader of what a channel has left.
     *
     * @param file what messages name
     * @param size how many bytes that is
     */
    NpyReader(Path file, ReadableByteChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    static NpyArray read(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new NpyException(file, "is a folder, not a file");
            }
            if (!attributes.isRegularFile()) { // to open a pipe would wait for its writer
                throw new NpyException(file, "is not a regular file");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return new NpyReader(file, channel, channel.size()).read();
            }
        } catch (NoSuchFileException missing) {
            throw new NpyException(file, "does not exist");
        } catch (IOException fault) {
            throw new NpyException(file, "cannot be read", fault);
        }
    }

    /** The array; nothing but it is left in the channel. */
    NpyArray read() throws IOException {
        NpyHeader header = header();
        long needed = header.dataBytes();
        long present = size - position;
        if (present != needed) {
            throw dataBytes(needed, present);
        }
        if (needed > Runtime.getRuntime().maxMemory()) {
            throw new NpyException(file, "has " + needed + " bytes of data, more than the Java heap (-Xmx) can hold");
        }
        NpyArray array = NpyArray.zeros(header);
        readData(array);
        return array;
    }

    private NpyHeader header() throws IOException {
        byte[] magic = NpyHeader.magic();
        byte[] start = bytes((int) Math.min(size, magic.length)).array();
        if (!Arrays.equals(start, magic)) {
            boolean zip = start.length >= ZIP_MAGIC.length && Arrays.equals(start, 0, 4, ZIP_MAGIC, 0, 4);
            String found =
                    zip ? "is a zip archive (.npz), not an npy file" : "is not an npy file, its magic is missing";
            throw new NpyException(file, found);
        }
        ByteBuffer version = headerBytes(2);
        int major = Byte.toUnsignedInt(version.get());
        int minor = Byte.toUnsignedInt(version.get());
        if (major < 1 || major > 3 || minor != 0) {
            String found = "npy version " + major + "." + minor;
            throw new NpyException(file, "has " + found + ", needs 1.0, 2.0 or 3.0");
        }
        long length = major == 1
                ? Short.toUnsignedLong(headerBytes(Short.BYTES).getShort())
                : Integer.toUnsignedLong(headerBytes(Integer.BYTES).getInt());
        Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String text = new String(headerBytes(length).array(), charset);
        return new NpyHeaderParser(file, text).parse();
    }

    private ByteBuffer headerBytes(long count) throws IOException {
        long present = size - position;
        if (count > present) {
            throw new NpyException(file, "truncated header, needs " + count + " more bytes, has " + present);
        }
        if (count > MAX_HEADER_BYTES) {
            throw new NpyException(file, "header of " + count + " bytes, at most " + MAX_HEADER_BYTES + " are read");
        }
        return bytes((int) count);
    }

    private ByteBuffer bytes(int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        readFully(bytes);
        return bytes.flip();
    }

    private void readData(NpyArray array) throws IOException {
        long needed = array.header().dataBytes();
        ByteBuffer chunk =
                ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, needed)).order(ByteOrder.LITTLE_ENDIAN);
        int elementBytes = array.type().bytes();
        int done = 0;
        while (done < array.elements()) {
            int count = Math.min(chunk.capacity() / elementBytes, array.elements() - done);
            readFully(chunk.clear().limit(count * elementBytes));
            chunk.flip();
            if (array.type() == DataType.F32) {
                chunk.asFloatBuffer().get(array.floats(), done, count);
            } else {
                chunk.asDoubleBuffer().get(array.doubles(), done, count);
            }
            done += count;
        }
    }

    private void readFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes);
            if (count < 0) {
                throw new NpyException(file, "became shorter while it was read");
            }
            position += count;
        }
    }

    private NpyException dataBytes(long needed, long present) {
        String counts = "needs " + needed + " bytes of data, has " + present;
        return new NpyException(file, present < needed ? counts : "trailing bytes, " + counts);
    }
}
