package dev.normc.compiler;

import dev.normc.compiler.ast.NormFile;
import dev.normc.compiler.check.Checker;
import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.emit.KernelEmitter;
import dev.normc.compiler.loop.KernelPlan;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.parse.NormFileParser;
import dev.normc.compiler.shard.ShardedPrograms;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import dev.normc.compiler.specialize.Specializer;
import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.Entry;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.Program;
import dev.normc.runtime.VectorTwin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The front door of the compiler. */
public final class Compiler {
    /** Values of one entry's program at most. */
    private static final int MOST_VALUES = 20_000;

    private Compiler() {}

    /**
     * Reads and checks a specification.
     *
     * @throws SpecificationException with every error of the text
     */
    public static List<TypedNorm> check(SourceFile source) {
        Diagnostics diagnostics = new Diagnostics(source);
        NormFile file = NormFileParser.parse(source, diagnostics);
        List<TypedNorm> norms = Checker.check(file, diagnostics);
        diagnostics.throwIfAny();
        return norms;
    }

    /**
     * One norm of a file: the named one, or the only one.
     *
     * @throws SpecificationException if the text is wrong, or there is no such norm
     */
    public static TypedNorm norm(SourceFile source, Optional<String> name) {
        List<TypedNorm> norms = check(source);
        List<String> names = norms.stream().map(TypedNorm::name).toList();
        if (name.isEmpty() && norms.size() == 1) {
            return norms.get(0);
        }
        String listed = "`" + String.join("`, `", names) + "`";
        if (name.isEmpty()) {
            throw configuration(source, "the file declares " + norms.size() + " norms", "name one: " + listed);
        }
        return norms.stream()
                .filter(norm -> norm.name().equals(name.get()))
                .findFirst()
                .orElseThrow(() -> configuration(
                        source, "the file declares no norm `" + name.get() + "`", "it declares " + listed));
    }

    /**
     * The norm of the initial values that come from data.
     *
     * @throws SpecificationException if there are none
     */
    public static TypedNorm initializer(TypedNorm norm) {
        return norm.initializer()
                .orElseThrow(() -> configuration(
                        norm.source(),
                        "`" + norm.name() + "` has no `init`",
                        "its params begin with constants: compile it without its initializer"));
    }

    /**
     * Compiles one norm for one shape, up to the Java text.
     *
     * @throws SpecificationException if the specification or the shape is wrong
     */
    public static Compilation compile(CompileRequest request) {
        return onTheStack(request, () -> {
            Lowered lowered = lowered(request);
            return lowered.compilation(request.schedule(), lowered.loops(request.schedule()));
        });
    }

    /** Passes walk from a value to those it is made of: a chain of very many is more than the stack of a thread holds. */
    private static <T> T onTheStack(CompileRequest request, Supplier<T> compilation) {
        try {
            return compilation.get();
        } catch (StackOverflowError tooDeep) {
            throw tooLarge(
                    norm(request.source(), request.norm()), "is too long a chain of values", "each made of another");
        }
    }

    /**
     * Compiles one norm for one shape twice: for the schedule of the request and for another. Both kernels have one
     * signature, so that bindings of one serve the other.
     */
    public static Twins twins(CompileRequest request, Schedule other) {
        return onTheStack(request, () -> {
            Lowered lowered = lowered(request);
            List<Map<Entry, LoopProgram>> loops = lowered.loopsWithOneWorkspace(List.of(request.schedule(), other));
            return new Twins(
                    lowered.compilation(request.schedule(), loops.get(0)),
                    () -> onTheStack(request, () -> lowered.compilation(other, loops.get(1))));
        });
    }

    /**
     * Compiles one norm for one shape as the plain class of the request and, behind it, a {@link VectorTwin} for each width.
     * All have one signature, that of the plain class.
     *
     * @param vectorBits 128, 256 or 512, each once
     */
    public static List<Compilation> withVectorTwins(CompileRequest request, List<Integer> vectorBits) {
        return onTheStack(request, () -> twinsOfWidths(request, vectorBits));
    }

    private static List<Compilation> twinsOfWidths(CompileRequest request, List<Integer> vectorBits) {
        Lowered lowered = lowered(request);
        List<Schedule> schedules = new ArrayList<>(List.of(request.schedule()));
        vectorBits.forEach(bits -> schedules.add(request.schedule().withVectors(bits)));
        List<Map<Entry, LoopProgram>> loops = lowered.loopsWithOneWorkspace(schedules);
        KernelPlan plain = lowered.plan(schedules.get(0), loops.get(0));
        List<Compilation> compilations = new ArrayList<>(List.of(lowered.compilation(plain)));
        for (int i = 1; i < schedules.size(); i++) {
            compilations.add(lowered.compilation(
                    lowered.plan(schedules.get(i), loops.get(i)).asTwinOf(plain)));
        }
        return compilations;
    }

    /**
     * Two kernels for the same bindings.
     *
     * @param second made when asked for
     */
    public record Twins(Compilation first, Supplier<Compilation> second) {}

    /** A norm with its programs. */
    private record Lowered(
            TypedNorm typed,
            SpecializedNorm specialized,
            Map<Entry, TensorProgram> programs,
            KernelForm form,
            MemoryKind memory) {

        Map<Entry, LoopProgram> loops(Schedule schedule) {
            return Pipeline.loops(specialized, programs, schedule, Set.of());
        }

        /** The loops for each schedule, cut alike or not at all, with room in the workspace for those for all. */
        List<Map<Entry, LoopProgram>> loopsWithOneWorkspace(List<Schedule> schedules) {
            List<Map<Entry, LoopProgram>> cut =
                    schedules.stream().map(this::loops).toList();
            Set<Entry> whole = programs.keySet().stream()
                    .filter(entry -> cut.stream()
                                    .map(loops -> loops.get(entry).range().map(LoopProgram.Range::shape))
                                    .distinct()
                                    .count()
                            > 1)
                    .collect(Collectors.toSet());
            List<Map<Entry, LoopProgram>> all = whole.isEmpty()
                    ? cut
                    : schedules.stream()
                            .map(schedule -> Pipeline.loops(specialized, programs, schedule, whole))
                            .toList();
            return all.stream()
                    .map(loops -> {
                        Map<Entry, LoopProgram> withRoom = new EnumMap<>(loops);
                        all.forEach(others ->
                                withRoom.replaceAll((entry, program) -> program.withRoomFor(others.get(entry))));
                        return withRoom;
                    })
                    .toList();
        }

        KernelPlan plan(Schedule schedule, Map<Entry, LoopProgram> loops) {
            return new KernelPlanner(typed, specialized, programs, loops).plan(schedule, form, memory);
        }

        Compilation compilation(Schedule schedule, Map<Entry, LoopProgram> loops) {
            return compilation(plan(schedule, loops));
        }

        Compilation compilation(KernelPlan plan) {
            String header = form.header().map(line -> "// " + line + "\n").orElse("");
            return new Compilation(typed, specialized, programs, plan, header + KernelEmitter.emit(plan));
        }
    }

    private static Lowered lowered(CompileRequest request) {
        TypedNorm declared = norm(request.source(), request.norm());
        TypedNorm typed = request.program() == Program.INITIALIZER ? initializer(declared) : declared;
        SourceFile shape = new SourceFile(
                CompileRequest.SHAPE,
                request.program() == Program.INITIALIZER ? shapeOf(typed, declared, request.shape()) : request.shape());
        SpecializedNorm specialized = Specializer.specialize(typed, shape, request.type());
        Map<Entry, TensorProgram> programs = programs(typed, specialized, request);
        int values = programs.values().stream()
                .mapToInt(program -> program.values().size())
                .max()
                .orElse(0);
        if (values > MOST_VALUES) {
            throw tooLarge(typed, "needs " + values + " values", "more than " + MOST_VALUES);
        }
        return new Lowered(typed, specialized, programs, request.form(), request.memory());
    }

    /** A shape text without the axes of the norm that its initializer does not have, so that one serves both. */
    private static String shapeOf(TypedNorm initializer, TypedNorm norm, String shape) {
        return Arrays.stream(shape.split(","))
                .filter(entry -> {
                    String name = entry.split("=")[0].strip();
                    return initializer.axes().atoms().contains(name)
                            || !norm.axes().atoms().contains(name);
                })
                .collect(Collectors.joining(","));
    }

    private static Map<Entry, TensorProgram> programs(
            TypedNorm typed, SpecializedNorm specialized, CompileRequest request) {
        if (request.program() != Program.SHARDS) {
            return Pipeline.programs(specialized, request.order(), Pipeline.Observer.NONE);
        }
        try {
            return Pipeline.sharded(specialized, Pipeline.Observer.NONE);
        } catch (ShardedPrograms.NotMergeableException e) {
            throw new SpecificationException(List.of(new Diagnostic(
                    ErrorCode.N0405,
                    "`" + typed.name() + "` cannot be split over shards: " + e.getMessage(),
                    typed.source(),
                    typed.span(),
                    "",
                    Optional.of(
                            "means and variances over the outermost axis can be merged, one after the other cannot"))));
        }
    }

    private static SpecificationException tooLarge(TypedNorm norm, String what, String label) {
        return new SpecificationException(List.of(new Diagnostic(
                ErrorCode.N0402,
                "`" + norm.name() + "` " + what,
                norm.source(),
                norm.span(),
                label,
                Optional.of("split it into several norms"))));
    }

    private static SpecificationException configuration(SourceFile source, String message, String hint) {
        return new SpecificationException(
                List.of(new Diagnostic(ErrorCode.N0401, message, source, Span.NONE, "", Optional.of(hint))));
    }
}
