package dev.normc.compiler.specialize;

import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.op.Op;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.TypedExpr;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A checked norm and a shape to what it computes for that shape. */
public final class Specializer {
    private final TypedNorm norm;
    private final DataType type;
    private final Diagnostics inNorm;
    private final Diagnostics inShape;
    private final Extents extents;

    private Specializer(TypedNorm norm, SourceFile shape, DataType type) {
        this.norm = norm;
        this.type = type;
        this.inNorm = new Diagnostics(norm.source());
        this.inShape = new Diagnostics(shape);
        this.extents = new Extents(norm, shape, inShape);
    }

    /**
     * Specializes a norm.
     *
     * @throws SpecificationException if the shape does not fit the norm
     */
    public static SpecializedNorm specialize(TypedNorm norm, SourceFile shape, DataType type) {
        return new Specializer(norm, shape, type).run();
    }

    private SpecializedNorm run() {
        throwIfAny();
        ProgramAxes axes = new ProgramAxes(norm, extents);
        Requirements requirements = new Requirements(norm, axes, inNorm, inShape, extents.dynamicSpan());
        requirements.check(this::constant);
        List<TensorProgram.Buffer> buffers = new ArrayList<>();
        List<BufferSpec> specs = new ArrayList<>();
        declare(axes, buffers, specs);
        throwIfAny();
        TensorProgram train = program(axes, buffers, false);
        TensorProgram infer = program(axes, buffers, true);
        return new SpecializedNorm(
                norm.name(),
                type,
                train,
                infer,
                specs,
                requirements.leastExtent(),
                axes.free(),
                axes.describe(extents.constants()));
    }

    private void throwIfAny() {
        if (inNorm.any() || inShape.any()) {
            List<Diagnostic> all = new ArrayList<>(inNorm.inSourceOrder());
            all.addAll(inShape.inSourceOrder());
            throw new SpecificationException(all);
        }
    }

    private void declare(ProgramAxes axes, List<TensorProgram.Buffer> buffers, List<BufferSpec> specs) {
        for (BufferRole role : List.of(BufferRole.INPUT, BufferRole.MASK, BufferRole.PARAM, BufferRole.STATE)) {
            for (TypedNorm.Tensor tensor : norm.tensors(role)) {
                double initial = tensor.initial().map(this::constant).orElse(0.0);
                add(axes, tensor.name(), role, axes.layout(tensor.axes()), initial, tensor.span(), buffers, specs);
            }
        }
        for (TypedNorm.Equation output : norm.outputs()) {
            List<Integer> layout = axes.layout(norm.axes().merged(output.value().axes()));
            add(axes, output.name(), BufferRole.OUTPUT, layout, 0, output.span(), buffers, specs);
        }
    }

    private void add(
            ProgramAxes axes,
            String name,
            BufferRole role,
            List<Integer> layout,
            double initial,
            Span span,
            List<TensorProgram.Buffer> buffers,
            List<BufferSpec> specs) {
        TensorProgram.Buffer buffer =
                new TensorProgram.Buffer(name, role, layout, role == BufferRole.STATE ? type.ofStates() : type);
        BufferSpec spec = axes.spec(buffer, initial);
        try {
            spec.elements(1);
        } catch (IllegalArgumentException e) {
            inNorm.error(
                    ErrorCode.N0307,
                    span,
                    "`" + spec + "` does not fit an array",
                    "2^31 elements or more",
                    "choose smaller extents");
        }
        buffers.add(buffer);
        specs.add(spec);
    }

    /** The value of a constant expression. */
    private double constant(TypedExpr expr) {
        ProgramBuilder scratch = new ProgramBuilder(List.of(), List.of());
        boolean[] open = {false};
        Expressions expressions =
                new Expressions(scratch, set -> AxisSet.NONE, extents.constants(), name -> {
                    throw new IllegalStateException("constant expression names " + name);
                }) {
                    @Override
                    public Integer size(TypedExpr.Size node) {
                        // A size is a symbol in a norm's programs, but a number in a constant expression.
                        double elements = extents.elements(node.over());
                        open[0] |= Double.isNaN(elements);
                        return scratch.constant(elements);
                    }
                };
        double value = scratch.constantOf(expressions.build(expr)).orElse(Double.NaN);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            inNorm.error(
                    ErrorCode.N0309,
                    expr.span(),
                    open[0]
                            ? "a constant that needs the extent of the open axis"
                            : "a constant that is not a finite number",
                    "",
                    open[0]
                            ? "give the axis an extent instead of `?`"
                            : "check the numbers and extents it is computed from");
        }
        return value;
    }

    private TensorProgram program(ProgramAxes axes, List<TensorProgram.Buffer> buffers, boolean infer) {
        ProgramBuilder builder = new ProgramBuilder(axes.axes(), buffers);
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < buffers.size(); i++) {
            byName.put(buffers.get(i).name(), i);
        }
        Map<String, Integer> values = new HashMap<>();
        Map<String, Integer> statistics = new HashMap<>();
        Expressions expressions = new Expressions(builder, axes::set, extents.constants(), name -> {
            Integer value = values.get(name);
            return value != null ? value : builder.input(byName.get(name));
        });
        for (TypedNorm.Equation equation : norm.equations()) {
            int value = expressions.build(equation.value());
            statistics.put(equation.name(), value);
            Optional<TypedNorm.Track> track = norm.tracks().stream()
                    .filter(candidate -> candidate.equation().equals(equation.name()))
                    .findFirst();
            if (infer && track.isPresent()) {
                value = builder.input(byName.get(track.get().state()));
            } else {
                builder.label(value, equation.name());
            }
            values.put(equation.name(), value);
            if (equation.output()) {
                builder.store(byName.get(equation.name()), value);
            }
        }
        if (!infer) {
            updates(builder, expressions, byName, statistics, axes);
        }
        return builder.build();
    }

    private void updates(
            ProgramBuilder builder,
            Expressions expressions,
            Map<String, Integer> byName,
            Map<String, Integer> statistics,
            ProgramAxes axes) {
        for (TypedNorm.Update update : norm.updates()) {
            builder.store(byName.get(update.state()), expressions.build(update.value()));
        }
        boolean cumulative = false;
        for (TypedNorm.Track track : norm.tracks()) {
            int state = builder.input(byName.get(track.state()));
            int batch = statistics.get(track.equation());
            TypedExpr tracked = norm.equation(track.equation()).orElseThrow().value();
            if (track.unbiased()) {
                AxisSet over = axes.set(((TypedExpr.Reduction) tracked).over());
                int n = builder.size(over);
                int less = builder.map(Op.SUBTRACT, n, builder.constant(1));
                batch = builder.map(Op.MULTIPLY, batch, builder.map(Op.DIVIDE, n, less));
            }
            int next;
            if (track.decay().isPresent()) {
                double decay = constant(track.decay().get());
                int old = builder.map(Op.MULTIPLY, builder.constant(decay), state);
                next = builder.map(Op.ADD, old, builder.map(Op.MULTIPLY, builder.constant(1 - decay), batch));
            } else {
                cumulative = true;
                int step = builder.map(Op.DIVIDE, builder.map(Op.SUBTRACT, batch, state), nextBatch(builder, byName));
                next = builder.map(Op.ADD, state, step);
            }
            builder.store(byName.get(track.state()), keepWhereEmpty(builder, expressions, tracked, axes, state, next));
        }
        if (cumulative) {
            builder.store(byName.get(TypedNorm.BATCHES), nextBatch(builder, byName));
        }
    }

    private static int nextBatch(ProgramBuilder builder, Map<String, Integer> byName) {
        return builder.map(Op.ADD, builder.input(byName.get(TypedNorm.BATCHES)), builder.constant(1));
    }

    /** A state cell whose statistic saw no element keeps its value. */
    private static int keepWhereEmpty(
            ProgramBuilder builder, Expressions expressions, TypedExpr tracked, ProgramAxes axes, int state, int next) {
        if (!(tracked instanceof TypedExpr.Reduction reduction)
                || reduction.weight().isEmpty()) {
            return next;
        }
        int weight = builder.stop(expressions.build(reduction.weight().get()));
        int count = builder.sum(weight, axes.set(reduction.over()));
        int none = builder.map(Op.EQUAL, count, builder.constant(0));
        return builder.map(Op.WHERE, none, state, next);
    }
}
