package dev.normc.runtime;

import dev.normc.runtime.npy.NpyArray;
import dev.normc.runtime.npy.NpzFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Params and state of a layer as one {@code .npz} archive. */
final class LayerFile {

    private LayerFile() {}

    static void save(Path file, Map<BufferSpec, Object> kept) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        kept.forEach((buffer, array) -> arrays.put(
                buffer.name(),
                array instanceof float[] floats
                        ? NpyArray.of(floats, buffer.extents())
                        : NpyArray.of((double[]) array, buffer.extents())));
        NpzFile.write(file, arrays);
    }

    /** Checks every array, then copies. */
    static void load(Path file, Map<BufferSpec, Object> kept) {
        Map<String, NpyArray> arrays = NpzFile.read(file);
        kept.keySet().forEach(buffer -> check(file, buffer, arrays));
        for (String name : arrays.keySet()) {
            if (kept.keySet().stream().noneMatch(buffer -> buffer.name().equals(name))) {
                throw fault(file, name, "is no param or state of this layer");
            }
        }
        kept.forEach((buffer, own) -> {
            NpyArray array = arrays.get(buffer.name());
            Object data = array.type() == DataType.F32 ? array.floats() : array.doubles();
            System.arraycopy(data, 0, own, 0, array.elements());
        });
    }

    private static void check(Path file, BufferSpec buffer, Map<String, NpyArray> arrays) {
        NpyArray array = arrays.get(buffer.name());
        if (array == null) {
            throw fault(file, buffer.name(), "is missing");
        }
        if (!array.shape().equals(buffer.extents())) {
            throw fault(file, buffer.name(), "has extents " + array.shape() + ", needs " + buffer.extents());
        }
        if (array.type() != buffer.type()) {
            throw fault(
                    file,
                    buffer.name(),
                    "holds " + array.type().spelling() + ", needs "
                            + buffer.type().spelling());
        }
    }

    private static IllegalArgumentException fault(Path file, String name, String what) {
        return new IllegalArgumentException("`" + file + "`: `" + name + "` " + what);
    }
}
