package dev.normc.runtime.npy;

import dev.normc.runtime.DataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file beside its destination and moves it there when it is complete. */
final class NpyWriter {
    private static final int CHUNK_BYTES = 1 << 18;

    private NpyWriter() {}

    /** Writes what a file is to hold. */
    interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    static void write(Path file, NpyArray array) {
        write(file, channel -> {
            writeFully(channel, ByteBuffer.wrap(array.header().encode()));
            writeData(channel, array);
        });
    }

    /** Writes or replaces a file; errors as {@link NpyFile#write}. */
    static void write(Path file, Content content) {
        if (Files.isDirectory(file)) {
            throw new NpyException(file, "is a folder, not a file");
        }
        boolean exists = Files.exists(file);
        // A move would put a plain file in the place of a device or a pipe.
        if (exists && !Files.isRegularFile(file)) {
            throw new NpyException(file, "is not a regular file");
        }
        try {
            // A link stays a link: what it points to is replaced.
            replace(exists ? file.toRealPath() : file, content);
        } catch (NoSuchFileException missing) {
            throw new NpyException(file, "cannot be written, its folder does not exist");
        } catch (IOException fault) {
            throw new NpyException(file, "cannot be written", fault);
        }
    }

    private static void replace(Path destination, Content content) throws IOException {
        // Not Files.createTempFile: its files are readable by their owner alone, also after the move.
        Path temporary = destination.resolveSibling(".npy-" + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
            }
            Files.move(temporary, destination, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeData(FileChannel channel, NpyArray array) throws IOException {
        int capacity = (int) Math.min(CHUNK_BYTES, array.header().dataBytes());
        ByteBuffer chunk = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
        int written = 0;
        while (written < array.elements()) {
            int count = fill(chunk.clear(), array, written);
            writeFully(channel, chunk.limit(count * array.type().bytes()));
            written += count;
        }
    }

    /**
     * Copies elements from index {@code from} on into a little-endian buffer, as many as there are and as fit.
     *
     * @return how many; the buffer's position has not moved
     */
    static int fill(ByteBuffer target, NpyArray array, int from) {
        int count = Math.min(target.remaining() / array.type().bytes(), array.elements() - from);
        if (array.type() == DataType.F32) {
            target.asFloatBuffer().put(array.floats(), from, count);
        } else {
            target.asDoubleBuffer().put(array.doubles(), from, count);
        }
        return count;
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
