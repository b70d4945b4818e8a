package dev.normc.cli;

import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.npy.NpyArray;
import dev.normc.runtime.npy.NpyException;
import dev.normc.runtime.npy.NpyFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays that {@code run} was given.
 *
 * @param tensors inputs, masks, params and states by name
 * @param cotangents gradients of the loss with respect to outputs, by the output's name
 * @param seconds cotangents of gradients, by the gradient's name
 * @param type what all of them hold
 */
record RunData(
        Map<String, NpyArray> tensors, Map<String, NpyArray> cotangents, Map<String, NpyArray> seconds, DataType type) {

    /**
     * Reads every file after all names have been checked.
     *
     * @param files by the name of an input, mask, param or state
     * @param gradientFiles by the name of an output
     * @param secondFiles by the name of the gradient of an input or param
     * @throws UserFault if a name is unknown, an input or mask is missing, a file cannot be read, or types differ
     */
    static RunData read(
            TypedNorm norm,
            Map<String, String> files,
            Map<String, String> gradientFiles,
            Map<String, String> secondFiles) {
        List<String> tensorNames =
                norm.tensors().stream().map(TypedNorm.Tensor::name).toList();
        List<String> outputNames =
                norm.outputs().stream().map(TypedNorm.Equation::name).toList();
        files.keySet().forEach(name -> known(norm, "input, mask, param or state", name, tensorNames));
        gradientFiles.keySet().forEach(name -> known(norm, "output", name, outputNames));
        List<String> gradientNames = norm.tensors().stream()
                .filter(tensor -> tensor.role() == BufferRole.INPUT || tensor.role() == BufferRole.PARAM)
                .map(tensor -> "d" + tensor.name())
                .toList();
        secondFiles.keySet().forEach(name -> known(norm, "gradient", name, gradientNames));
        for (TypedNorm.Tensor tensor : norm.tensors()) {
            boolean required = tensor.role() == BufferRole.INPUT || tensor.role() == BufferRole.MASK;
            if (required && !files.containsKey(tensor.name())) {
                String role = tensor.role() == BufferRole.INPUT ? "input" : "mask";
                throw new UserFault(
                        "the " + role + " `" + tensor.name() + "` of `" + norm.name() + "` is missing",
                        "give it with `--in " + tensor.name() + "=FILE.npy`");
            }
        }
        Map<String, NpyArray> tensors = new LinkedHashMap<>();
        files.forEach((name, file) -> tensors.put(name, read(name, file)));
        Map<String, NpyArray> cotangents = new LinkedHashMap<>();
        gradientFiles.forEach((name, file) -> cotangents.put(name, read("d" + name, file)));
        Map<String, NpyArray> seconds = new LinkedHashMap<>();
        secondFiles.forEach((name, file) -> seconds.put(name, read("d" + name, file)));
        Map<String, NpyArray> derived = new LinkedHashMap<>(cotangents);
        derived.putAll(seconds);
        return new RunData(tensors, cotangents, seconds, type(tensors, derived));
    }

    static void known(TypedNorm norm, String kind, String name, List<String> names) {
        if (!names.contains(name)) {
            throw new UserFault(
                    "`" + norm.name() + "` has no " + kind + " `" + name + "`",
                    "it has `" + String.join("`, `", names) + "`");
        }
    }

    static NpyArray read(String name, String file) {
        try {
            return NpyFile.read(Path.of(file));
        } catch (NpyException e) {
            throw new UserFault(
                    "`" + name + "`: " + e.getMessage(),
                    "save it with numpy.save(FILE, numpy.ascontiguousarray(a, dtype='<f4')), or '<f8'");
        }
    }

    private static DataType type(Map<String, NpyArray> tensors, Map<String, NpyArray> cotangents) {
        Map<String, NpyArray> all = new LinkedHashMap<>(tensors);
        cotangents.forEach((name, array) -> all.put("d" + name, array));
        return type(all);
    }

    /** What all arrays hold; there is at least one. */
    static DataType type(Map<String, NpyArray> all) {
        Map.Entry<String, NpyArray> first = all.entrySet().iterator().next();
        all.forEach((name, array) -> {
            if (array.type() != first.getValue().type()) {
                throw new UserFault(
                        "`" + first.getKey() + "` holds "
                                + first.getValue().type().spelling() + ", but `" + name + "` holds "
                                + array.type().spelling(),
                        "save all arrays with one dtype, '<f4' or '<f8'");
            }
        });
        return first.getValue().type();
    }
}
