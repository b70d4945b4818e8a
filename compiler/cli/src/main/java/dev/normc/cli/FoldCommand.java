package dev.normc.cli;

import dev.normc.compiler.Compiler;
import dev.normc.compiler.Folding;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Fold;
import dev.normc.runtime.npy.NpyArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normc fold}: a norm at inference as a scale and a shift, and what it makes of the layer before it. */
@Command(
        name = "fold",
        description = {
            "Folds a norm into the layer before it.",
            "",
            "For a norm that is affine in its input at inference, such as a batch norm with running statistics, writes "
                    + "DIR/scale.npy and DIR/shift.npy, one element per channel: y = scale * x + shift. With --weight "
                    + "also DIR/weight.npy and DIR/bias.npy, the weight and bias of the layer before it with the norm "
                    + "folded in. If anything fails, DIR is left as it was.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  normc fold batch.norm --in gamma=g.npy --in running_mean=m.npy --in running_var=v.npy \\",
            "      --weight W.npy --bias b.npy --axis 0 --out folded"
        })
final class FoldCommand implements Callable<Integer> {
    /** Two, because statistics that fold are corrected by n - 1. */
    private static final String ANY_EXTENT = "2";

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "SPEC.norm", description = "the specification, or zoo:NAME")
    private String file;

    @Option(names = "--norm", paramLabel = "NAME", description = "which norm, where the file declares several")
    private Optional<String> norm;

    @Option(names = "--in", paramLabel = "NAME=FILE.npy", description = "a param or state; repeatable")
    private List<String> in = new ArrayList<>();

    @Option(names = "--const", paramLabel = "NAME=VALUE", description = "a constant of the norm; repeatable")
    private List<String> constants = new ArrayList<>();

    @Option(names = "--weight", paramLabel = "W.npy", description = "the weight of the layer before the norm")
    private Optional<String> weight;

    @Option(names = "--bias", paramLabel = "b.npy", description = "its bias; 0 if it is not given")
    private Optional<String> bias;

    @Option(
            names = "--axis",
            paramLabel = "K",
            defaultValue = "0",
            description =
                    "the axis of the weight that runs over output channels: 0 for linear maps and convolutions, 1 "
                            + "for transposed convolutions (default: ${DEFAULT-VALUE})")
    private int axis;

    @Option(
            names = "--groups",
            paramLabel = "N",
            defaultValue = "1",
            description = "groups of a grouped transposed convolution (default: ${DEFAULT-VALUE})")
    private int groups;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder for the results")
    private Path out;

    @Override
    public Integer call() {
        Map<String, String> files = NamedValues.of(command, "--in", in);
        Map<String, String> constantValues = NamedValues.of(command, "--const", constants);
        for (String option : List.of("--bias", "--axis", "--groups")) {
            if (weight.isEmpty() && command.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(command.commandLine(), "`" + option + "` without `--weight`");
            }
        }
        SourceFile source = SpecificationReader.read(file);
        TypedNorm typed = Compiler.norm(source, norm);
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        files.forEach((name, path) -> {
            RunData.known(typed, "param or state", name, names(typed));
            arrays.put(name, RunData.read(name, path));
        });
        Map<String, NpyArray> layer = new LinkedHashMap<>();
        weight.ifPresent(path -> layer.put("weight", RunData.read("weight", path)));
        bias.ifPresent(path -> layer.put("bias", RunData.read("bias", path)));
        Constants.require(typed, constantValues);
        Map<String, NpyArray> all = new LinkedHashMap<>(arrays);
        all.putAll(layer);
        DataType type = all.isEmpty() ? DataType.F32 : RunData.type(all);
        Map<String, double[]> values = new HashMap<>();
        arrays.forEach((name, array) -> values.put(name, DoubleArrays.widened(array)));
        Fold fold = Folding.of(typed, shape(typed, arrays, layer.get("weight"), constantValues), values);
        ResultFolder.write(out, results(fold, layer, type));
        return 0;
    }

    private static List<String> names(TypedNorm norm) {
        return norm.tensors().stream()
                .filter(tensor -> tensor.role() == BufferRole.PARAM || tensor.role() == BufferRole.STATE)
                .map(TypedNorm.Tensor::name)
                .toList();
    }

    /** Extents from the arrays; where none says how many channels there are, the weight does; any will do for the others. */
    private String shape(
            TypedNorm norm, Map<String, NpyArray> arrays, NpyArray layer, Map<String, String> constantValues) {
        Map<String, String> entries = new LinkedHashMap<>(constantValues);
        // Arrays that do not fit each other are reported here.
        entries.putAll(ShapeOption.parse(ArrayShape.text(norm, arrays, ShapeOption.parse("")))
                .entries());
        for (TypedNorm.Tensor tensor : norm.tensors()) {
            boolean learned = tensor.role() == BufferRole.PARAM || tensor.role() == BufferRole.STATE;
            boolean channels = learned
                    && layer != null
                    && axis >= 0
                    && axis < layer.shape().size();
            if (channels && tensor.axes().size() == 1 && !tensor.axes().contains(AxisNames.REST)) {
                entries.putIfAbsent(
                        tensor.axes().get(0), Integer.toString(layer.shape().get(axis) * groups));
            }
        }
        for (String name : norm.axes().merged(norm.axes().atoms())) {
            boolean follows = norm.axes().products().values().stream().anyMatch(factors -> factors.contains(name))
                    || norm.axes().renames().stream()
                            .anyMatch(rename -> rename.to().equals(name));
            boolean given = entries.containsKey(name) || norm.axes().extents().containsKey(name);
            if (!given && !follows && !name.equals(AxisNames.REST)) {
                entries.put(name, ANY_EXTENT);
            }
        }
        List<String> parts = new ArrayList<>();
        entries.forEach((name, value) -> parts.add(name + "=" + value));
        return String.join(", ", parts);
    }

    private Map<String, NpyArray> results(Fold fold, Map<String, NpyArray> layer, DataType type) {
        Map<String, NpyArray> results = new LinkedHashMap<>();
        List<Integer> channels = List.of(fold.channels());
        results.put("scale", DoubleArrays.rounded(fold.scale(), channels, type));
        results.put("shift", DoubleArrays.rounded(fold.shift(), channels, type));
        NpyArray given = layer.get("weight");
        if (given != null) {
            int[] shape = given.shape().stream().mapToInt(Integer::intValue).toArray();
            try {
                double[] folded = fold.weight(DoubleArrays.widened(given), shape, axis, groups);
                results.put("weight", DoubleArrays.rounded(folded, given.shape(), type));
                double[] old = layer.containsKey("bias") ? DoubleArrays.widened(layer.get("bias")) : new double[0];
                double[] both = fold.bias(old, axis < shape.length ? shape[axis] * groups : 0);
                results.put("bias", DoubleArrays.rounded(both, List.of(both.length), type));
            } catch (IllegalArgumentException e) {
                throw new UserFault(e.getMessage(), "see `--axis` and `--groups`: normc fold --help");
            }
        }
        return results;
    }
}
