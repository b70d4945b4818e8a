package dev.normc.compiler.tensor;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Collects the values of a program; equal values are one value.
 *
 * <p>Folds constants and a few identities that hold for every binary64 operand, NaN and infinities included.
 */
public final class ProgramBuilder {
    private final List<Axis> axes;
    private final List<TensorProgram.Buffer> buffers;
    private final List<TensorExpr> values = new ArrayList<>();
    private final List<AxisSet> sets = new ArrayList<>();
    private final Map<TensorExpr, Integer> numbers = new HashMap<>();
    private final List<TensorProgram.Store> stores = new ArrayList<>();
    private final Map<Integer, String> labels = new HashMap<>();

    public ProgramBuilder(List<Axis> axes, List<TensorProgram.Buffer> buffers) {
        this.axes = List.copyOf(axes);
        this.buffers = new ArrayList<>(buffers);
    }

    /** A builder that already holds a program, with the same numbers. */
    public static ProgramBuilder from(TensorProgram program) {
        ProgramBuilder builder = new ProgramBuilder(program.axes(), program.buffers());
        for (int i = 0; i < program.values().size(); i++) {
            builder.values.add(program.values().get(i));
            builder.sets.add(program.sets().get(i));
            builder.numbers.putIfAbsent(program.values().get(i), i);
        }
        builder.stores.addAll(program.stores());
        builder.labels.putAll(program.labels());
        return builder;
    }

    /** Adds a buffer and returns its number. */
    public int buffer(TensorProgram.Buffer buffer) {
        buffers.add(buffer);
        return buffers.size() - 1;
    }

    public TensorProgram.Buffer buffer(int number) {
        return buffers.get(number);
    }

    public List<Axis> axes() {
        return axes;
    }

    public TensorExpr expr(int value) {
        return values.get(value);
    }

    public AxisSet set(int value) {
        return sets.get(value);
    }

    public int size() {
        return values.size();
    }

    /** The elements of a buffer. */
    public int input(int buffer) {
        return add(new TensorExpr.Input(buffer), buffers.get(buffer).set());
    }

    public int constant(double value) {
        return add(new TensorExpr.Constant(value), AxisSet.NONE);
    }

    /** The number of elements along some axes. */
    public int size(AxisSet over) {
        return over.isEmpty() ? constant(1) : add(new TensorExpr.Size(over), AxisSet.NONE);
    }

    public int index(int axis) {
        return add(new TensorExpr.Index(axis), AxisSet.of(axis));
    }

    public int stop(int value) {
        return add(new TensorExpr.Stop(value), set(value));
    }

    /**
     * A value at other positions: along {@code from}, at the position along {@code to} plus a shift; 0 outside.
     *
     * @param to the same axis, or one that the value does not have
     */
    public int view(int operand, int from, int to, int shift) {
        return from == to && shift == 0 ? operand : new Views(this, from, to, shift).of(operand);
    }

    /** The node itself, of an operand that stands in memory. */
    int rawView(int operand, int from, int to, int shift) {
        if (from == to && shift == 0) {
            return operand;
        }
        AxisSet set = set(operand).minus(AxisSet.of(from)).union(AxisSet.of(to));
        return add(new TensorExpr.View(operand, from, to, shift), set);
    }

    /** A reduction; over no axes it is the operand. */
    public int reduce(Reducer reducer, int operand, AxisSet over) {
        if (over.isEmpty()) {
            return operand;
        }
        return add(new TensorExpr.Reduce(reducer, operand, over), set(operand).minus(over));
    }

    /** A sum over axes, some of which the operand may lack: those count how often it is added. */
    public int sum(int operand, AxisSet over) {
        AxisSet present = over.intersect(set(operand));
        AxisSet absent = over.minus(present);
        return map(Op.MULTIPLY, reduce(Reducer.SUM, operand, present), size(absent));
    }

    public int map(Op op, int... operands) {
        List<Integer> list = new ArrayList<>();
        for (int operand : operands) {
            list.add(operand);
        }
        return map(op, list);
    }

    /** A pointwise value, folded where its operands say so. */
    public int map(Op op, List<Integer> operands) {
        double[] constants = new double[operands.size()];
        boolean allConstant = true;
        AxisSet set = AxisSet.NONE;
        for (int i = 0; i < constants.length; i++) {
            OptionalDouble constant = constantOf(operands.get(i));
            allConstant &= constant.isPresent();
            constants[i] = constant.orElse(0);
            set = set.union(set(operands.get(i)));
        }
        if (allConstant) {
            return constant(op.apply(constants));
        }
        int a = operands.get(0);
        switch (op) {
            case MULTIPLY:
                if (isConstant(operands.get(1), 1)) {
                    return a; // x * 1 == x for every x
                }
                if (isConstant(a, 1)) {
                    return operands.get(1);
                }
                break;
            case DIVIDE:
                if (isConstant(operands.get(1), 1)) {
                    return a; // x / 1 == x for every x
                }
                break;
            case SUBTRACT:
                if (isConstant(operands.get(1), 0)) {
                    return a; // x - 0 == x for every x, -0.0 included
                }
                break;
            case TOTAL:
                if (operands.size() == 1) {
                    return a;
                }
                break;
            case KEEP, DROP:
                if (isConstant(operands.get(1), 0)) {
                    return operands.get(1);
                }
                if (constantOf(a).isPresent()) {
                    boolean kept = constantOf(a).getAsDouble() != 0 == (op == Op.KEEP);
                    return kept ? operands.get(1) : constant(0);
                }
                if (op == Op.KEEP && isKept(a, operands.get(1))) {
                    return operands.get(1); // 0 already where it would become 0
                }
                break;
            case WHERE:
                if (constantOf(a).isPresent()) {
                    return constantOf(a).getAsDouble() != 0 ? operands.get(1) : operands.get(2);
                }
                break;
            default:
                break;
        }
        return add(new TensorExpr.Map(op, operands), set);
    }

    /** Whether a value is another one, kept under this condition and perhaps under more. */
    private boolean isKept(int condition, int value) {
        int at = value;
        while (values.get(at) instanceof TensorExpr.Map map && map.op() == Op.KEEP) {
            if (map.operands().get(0) == condition) {
                return true;
            }
            at = map.operands().get(1);
        }
        return false;
    }

    /** Copies an expression of another program whose operands have been copied before. */
    public int copy(TensorExpr expr, int[] numbersOf) {
        return expr.match(new TensorExpr.Cases<Integer>() {
            @Override
            public Integer input(TensorExpr.Input node) {
                return ProgramBuilder.this.input(node.buffer());
            }

            @Override
            public Integer constant(TensorExpr.Constant node) {
                return ProgramBuilder.this.constant(node.value());
            }

            @Override
            public Integer size(TensorExpr.Size node) {
                return ProgramBuilder.this.size(node.over());
            }

            @Override
            public Integer index(TensorExpr.Index node) {
                return ProgramBuilder.this.index(node.axis());
            }

            @Override
            public Integer map(TensorExpr.Map node) {
                return ProgramBuilder.this.map(
                        node.op(),
                        node.operands().stream().map(i -> numbersOf[i]).toList());
            }

            @Override
            public Integer reduce(TensorExpr.Reduce node) {
                return ProgramBuilder.this.reduce(node.reducer(), numbersOf[node.operand()], node.over());
            }

            @Override
            public Integer stop(TensorExpr.Stop node) {
                return ProgramBuilder.this.stop(numbersOf[node.operand()]);
            }

            @Override
            public Integer view(TensorExpr.View node) {
                return ProgramBuilder.this.view(numbersOf[node.operand()], node.from(), node.to(), node.shift());
            }
        });
    }

    /** The value of a constant. */
    public OptionalDouble constantOf(int value) {
        return values.get(value) instanceof TensorExpr.Constant constant
                ? OptionalDouble.of(constant.value())
                : OptionalDouble.empty();
    }

    /** Whether a value is that constant; 0 and -0.0 differ. */
    public boolean isConstant(int value, double wanted) {
        return values.get(value) instanceof TensorExpr.Constant constant
                && Double.compare(constant.value(), wanted) == 0;
    }

    public void store(int buffer, int value) {
        stores.add(new TensorProgram.Store(buffer, value));
    }

    /** Names a value for people; the first name stays. */
    public void label(int value, String name) {
        labels.putIfAbsent(value, name);
    }

    public TensorProgram build() {
        return new TensorProgram(axes, buffers, values, sets, stores, labels);
    }

    private int add(TensorExpr expr, AxisSet set) {
        Integer known = numbers.get(expr);
        if (known != null) {
            return known;
        }
        values.add(expr);
        sets.add(set);
        numbers.put(expr, values.size() - 1);
        return values.size() - 1;
    }
}
