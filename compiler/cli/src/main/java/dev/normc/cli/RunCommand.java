package dev.normc.cli;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.jit.CompilerChoice;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.Program;
import dev.normc.runtime.npy.NpyArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normc run}: a norm on NumPy arrays, forward and backward. */
@Command(
        name = "run",
        description = {
            "Runs a norm on NumPy arrays.",
            "",
            "Arrays are .npy files in C order, <f4 or <f8, all alike; a scalar is a zero-dimensional array. Extents "
                    + "come from the arrays. A param or state that is not given starts at its initial value. Writes "
                    + "DIR/NAME.npy for every output and every state after the call and, with --grad, DIR/dNAME.npy "
                    + "for every input and param. With --grad2 also DIR/g2_NAME.npy for every input, param and given "
                    + "cotangent: the gradient of the sum of the gradients times their cotangents. If anything fails, "
                    + "DIR is left as it was.",
            ""
        },
        footer = {"", "Example:", "  normc run batch.norm --in x=x.npy --in gamma=g.npy --grad y=dy.npy --out results"})
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "SPEC.norm", description = "the specification, or zoo:NAME")
    private String file;

    @Option(names = "--norm", paramLabel = "NAME", description = "which norm, where the file declares several")
    private Optional<String> norm;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "train",
            description = "train: statistics of the data, states are updated; infer: tracked statistics from their "
                    + "states; frozen: infer with its backward; init: the params that `init` computes, from the tensors "
                    + "after `from` (default: ${DEFAULT-VALUE})")
    private RunMode mode;

    @Option(names = "--in", paramLabel = "NAME=FILE.npy", description = "an input, mask, param or state; repeatable")
    private List<String> in = new ArrayList<>();

    @Option(
            names = "--grad",
            paramLabel = "NAME=FILE.npy",
            description = "the gradient of the loss with respect to an output; repeatable. Others are 0")
    private List<String> grad = new ArrayList<>();

    @Option(
            names = "--grad2",
            paramLabel = "dNAME=FILE.npy",
            description = "a cotangent of a gradient, for the second derivative; repeatable. Others are 0")
    private List<String> grad2 = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder for the results")
    private Path out;

    @Option(names = "--const", paramLabel = "NAME=VALUE", description = "a constant of the norm; repeatable")
    private List<String> constants = new ArrayList<>();

    @Option(
            names = "--shape",
            paramLabel = "N=2,C=6",
            defaultValue = "",
            description = "extents that no array has, and names for the axes of `..`; must agree with the arrays")
    private String shape;

    @Option(
            names = "--backend",
            paramLabel = "BACKEND",
            defaultValue = "auto",
            description =
                    "auto, scalar, or vector: the same bits; vector needs `java --add-modules jdk.incubator.vector`"
                            + " (default: ${DEFAULT-VALUE}, which is scalar for this one call)")
    private BackendChoice backend;

    @Mixin
    private NumericsOption numerics;

    @Option(
            names = "--compiler",
            paramLabel = "COMPILER",
            defaultValue = "janino",
            description = "what runs the norm: janino, javac or interpreter (default: ${DEFAULT-VALUE})")
    private ExecutorChoice compiler;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, String> files = NamedValues.of(command, "--in", in);
        Map<String, String> gradients = NamedValues.of(command, "--grad", grad);
        Map<String, String> constantValues = NamedValues.of(command, "--const", constants);
        Map<String, String> seconds = NamedValues.of(command, "--grad2", grad2);
        if ((mode == RunMode.INFER || mode == RunMode.INIT) && !(gradients.isEmpty() && seconds.isEmpty())) {
            String option = gradients.isEmpty() ? "--grad2" : "--grad";
            throw new ParameterException(
                    command.commandLine(),
                    "`" + option + "` with `--mode " + mode + "`, which has no backward: use `--mode frozen`");
        }
        SourceFile source = SpecificationReader.read(file);
        TypedNorm declared = Compiler.norm(source, norm);
        TypedNorm typed = mode == RunMode.INIT ? Compiler.initializer(declared) : declared;
        RunData data = RunData.read(typed, files, gradients, seconds);
        Constants.require(typed, constantValues);
        ShapeOption said = ShapeOption.parse(shape).with(constantValues);
        String shapeText = ArrayShape.text(typed, data.tensors(), said);
        int order = !seconds.isEmpty() ? 2 : !gradients.isEmpty() ? 1 : 0;
        CompileRequest request = numerics.of(
                new CompileRequest(source, Optional.of(typed.name()), shapeText, data.type(), backend.forOneCall("run"))
                        .withOrder(Math.max(1, order))
                        .withProgram(mode == RunMode.INIT ? Program.INITIALIZER : Program.NORM));
        Executor executor = executor(request);
        Map<String, NpyArray> results = executor.call(mode, arguments(executor, data), order);
        typed.outputs().stream()
                .filter(output -> !gradients.containsKey(output.name()))
                .forEach(output -> results.remove("g2_d" + output.name()));
        ResultFolder.write(out, results);
        return 0;
    }

    private Executor executor(CompileRequest request) {
        return switch (compiler) {
            case JANINO -> new KernelExecutor(request, CompilerChoice.JANINO);
            case JAVAC -> {
                if (ToolProvider.getSystemJavaCompiler() == null) {
                    throw new UserFault("this Java has no javac", "run on a JDK, or leave `--compiler` out");
                }
                yield new KernelExecutor(request, CompilerChoice.JAVAC);
            }
            case INTERPRETER -> new InterpretedExecutor(request);
        };
    }

    /** All arrays under their buffers' names; what has another shape than its buffer is reported. */
    private static Map<String, NpyArray> arguments(Executor executor, RunData data) {
        Map<String, NpyArray> arguments = new LinkedHashMap<>(data.tensors());
        Map<String, NpyArray> cotangents = new LinkedHashMap<>(data.cotangents());
        cotangents.putAll(data.seconds());
        cotangents.forEach((of, array) -> {
            BufferSpec wanted = executor.signature().buffer(of);
            if (!wanted.extents().equals(array.shape())) {
                throw new UserFault(
                        "the cotangent of `" + wanted + "` has shape " + ArrayShape.tuple(array.shape()),
                        "a cotangent has the shape of what it belongs to, here " + ArrayShape.tuple(wanted.extents()));
            }
            boolean read = executor.signature().buffers().stream()
                    .anyMatch(buffer -> buffer.name().equals("d" + of));
            if (read) { // no gradient depends on the cotangent of an output that is constant
                arguments.put("d" + of, array);
            }
        });
        return arguments;
    }
}
