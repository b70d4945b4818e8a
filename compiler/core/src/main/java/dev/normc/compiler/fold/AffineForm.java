package dev.normc.compiler.fold;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the scale and the shift of a norm that is affine in its input: {@code y = scale * x + shift}, element by element,
 * with a scale and a shift that no input reaches.
 */
public final class AffineForm {
    /** The buffer of the scale. */
    public static final String SCALE = "scale";

    /** The buffer of the shift. */
    public static final String SHIFT = "shift";

    private final TensorProgram program;
    private final ProgramBuilder builder;
    private final boolean[] depends;
    private final Map<Integer, Line> lines = new HashMap<>();

    /** {@code slope * x + offset}, both values of the builder. */
    private record Line(int slope, int offset) {}

    private AffineForm(TensorProgram program) {
        this.program = program;
        this.builder = ProgramBuilder.from(program.withStores(List.of()));
        this.depends = new boolean[program.values().size()];
    }

    /** Why a norm cannot be folded, for people. */
    public static final class NotAffineException extends Exception {
        private static final long serialVersionUID = 1L;

        private NotAffineException(String reason) {
            super(reason);
        }
    }

    /**
     * The program of the scale and the shift, along the axes on which either depends.
     *
     * @param infer what a norm computes at inference
     * @throws NotAffineException if the norm is not of that form
     */
    public static TensorProgram of(TensorProgram infer) throws NotAffineException {
        return new AffineForm(infer).run();
    }

    private TensorProgram run() throws NotAffineException {
        List<TensorProgram.Store> outputs = program.stores().stream()
                .filter(store -> program.buffers().get(store.buffer()).role() == BufferRole.OUTPUT)
                .toList();
        if (outputs.size() != 1) {
            throw new NotAffineException("it has " + outputs.size() + " outputs");
        }
        List<Integer> inputs = new ArrayList<>();
        for (int i = 0; i < depends.length; i++) {
            TensorExpr expr = program.values().get(i);
            boolean input = expr instanceof TensorExpr.Input node
                    && program.buffers().get(node.buffer()).role() == BufferRole.INPUT;
            depends[i] = input || expr.operands().stream().anyMatch(operand -> depends[operand]);
            if (input) {
                inputs.add(i);
            }
        }
        int output = outputs.get(0).value();
        if (inputs.size() != 1 || !depends[output]) {
            throw new NotAffineException("its output depends on " + inputs.size() + " inputs");
        }
        for (int i = 0; i <= output; i++) {
            if (depends[i] && program.values().get(i) instanceof TensorExpr.Reduce) {
                throw new NotAffineException("it takes a statistic of its input at inference");
            }
        }
        Line line = line(output);
        AxisSet axes = builder.set(line.slope()).union(builder.set(line.offset()));
        if (program.values().stream().anyMatch(this::isMask)) {
            throw new NotAffineException("its scale depends on a mask");
        }
        store(SCALE, axes, line.slope());
        store(SHIFT, axes, line.offset());
        return builder.build();
    }

    private boolean isMask(TensorExpr expr) {
        return expr instanceof TensorExpr.Input node
                && program.buffers().get(node.buffer()).role() == BufferRole.MASK;
    }

    private void store(String name, AxisSet axes, int value) {
        int buffer = builder.buffer(new TensorProgram.Buffer(name, BufferRole.OUTPUT, axes.positions(), DataType.F64));
        builder.store(buffer, value);
    }

    private Line line(int value) throws NotAffineException {
        if (!depends[value]) {
            return new Line(builder.constant(0), value);
        }
        Line known = lines.get(value);
        if (known == null) {
            known = build(value);
            lines.put(value, known);
        }
        return known;
    }

    private Line build(int value) throws NotAffineException {
        TensorExpr expr = program.values().get(value);
        if (expr instanceof TensorExpr.Input) {
            return new Line(builder.constant(1), builder.constant(0));
        }
        if (expr instanceof TensorExpr.Stop stop) {
            return line(stop.operand());
        }
        if (!(expr instanceof TensorExpr.Map map)) {
            throw new NotAffineException("it reads its input at other positions");
        }
        List<Integer> x = map.operands();
        switch (map.op()) {
            case NEGATE:
                return each(map.op(), line(x.get(0)));
            case ADD, SUBTRACT:
                Line a = line(x.get(0));
                Line b = line(x.get(1));
                return new Line(
                        builder.map(map.op(), a.slope(), b.slope()), builder.map(map.op(), a.offset(), b.offset()));
            case MULTIPLY:
                if (depends[x.get(0)] && depends[x.get(1)]) {
                    break;
                }
                int factor = depends[x.get(0)] ? x.get(1) : x.get(0);
                return scaled(Op.MULTIPLY, line(depends[x.get(0)] ? x.get(0) : x.get(1)), factor);
            case DIVIDE:
                if (depends[x.get(1)]) {
                    break;
                }
                return scaled(Op.DIVIDE, line(x.get(0)), x.get(1));
            default:
                break;
        }
        throw new NotAffineException("`" + map.op().spelling() + "` of its input is not affine");
    }

    private Line each(Op op, Line line) {
        return new Line(builder.map(op, line.slope()), builder.map(op, line.offset()));
    }

    private Line scaled(Op op, Line line, int by) {
        return new Line(builder.map(op, line.slope(), by), builder.map(op, line.offset(), by));
    }
}
