package dev.normc.runtime;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The parts of shards as bytes: kind, version, count of arrays, for each its length and its elements. */
enum ShardBytes {
    STATISTICS('m', "statistics of a shard"),
    SUMS('s', "sums of a shard");

    private static final byte VERSION = 1;

    private final byte kind;
    private final String what;

    ShardBytes(char kind, String what) {
        this.kind = (byte) kind;
        this.what = what;
    }

    byte[] write(List<double[]> arrays) {
        int bytes = 2 + Integer.BYTES;
        for (double[] array : arrays) {
            bytes = Math.addExact(bytes, Math.addExact(Integer.BYTES, Math.multiplyExact(Double.BYTES, array.length)));
        }
        ByteBuffer buffer = ByteBuffer.allocate(bytes).put(kind).put(VERSION).putInt(arrays.size());
        for (double[] array : arrays) {
            buffer.putInt(array.length);
            buffer.asDoubleBuffer().put(array);
            buffer.position(buffer.position() + Double.BYTES * array.length);
        }
        return buffer.array();
    }

    /** @throws IllegalArgumentException if {@link #write} of this kind did not make these bytes */
    List<double[]> read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        require(bytes.length >= 2 + Integer.BYTES, bytes, "too few");
        require(buffer.get() == kind, bytes, "of another kind");
        require(buffer.get() == VERSION, bytes, "of another version of the format");
        int count = buffer.getInt();
        require(count >= 0 && count <= buffer.remaining() / Integer.BYTES, bytes, "damaged");
        List<double[]> arrays = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            require(buffer.remaining() >= Integer.BYTES, bytes, "cut off");
            int length = buffer.getInt();
            require(length >= 0 && length <= buffer.remaining() / Double.BYTES, bytes, "cut off");
            double[] array = new double[length];
            buffer.asDoubleBuffer().get(array);
            buffer.position(buffer.position() + Double.BYTES * length);
            arrays.add(array);
        }
        require(buffer.remaining() == 0, bytes, "too many");
        return arrays;
    }

    private void require(boolean holds, byte[] bytes, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(what + ": " + bytes.length + " bytes that are " + fault);
        }
    }
}
