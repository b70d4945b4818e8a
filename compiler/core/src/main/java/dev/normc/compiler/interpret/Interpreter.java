package dev.normc.compiler.interpret;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.math.KernelMath;
import dev.normc.runtime.math.Sums;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a tensor program as it stands, in binary64 with compensated sums: the living definition of what a kernel
 * computes.
 *
 * <p>Every value is held whole; nothing is rounded to the storage type. The functions are the platform's, not the
 * kernels', where the platform has them.
 */
public final class Interpreter {
    private final TensorProgram program;
    private final Map<String, double[]> buffers;
    private final int dynamicExtent;
    private final double[][] values;
    /** What rounding took from each sum, so that a mean of equal numbers is that number. */
    private final double[][] rests;

    private Interpreter(TensorProgram program, Map<String, double[]> buffers, int dynamicExtent) {
        this.program = program;
        this.buffers = buffers;
        this.dynamicExtent = dynamicExtent;
        this.values = new double[program.values().size()][];
        this.rests = new double[program.values().size()][];
    }

    /**
     * What a program stores.
     *
     * @param buffers elements of every buffer the program reads, row-major
     * @param dynamicExtent extent of the dynamic axis; ignored where there is none
     * @return elements of every stored buffer, by name, row-major in the buffer's own order
     */
    public static Map<String, double[]> run(TensorProgram program, Map<String, double[]> buffers, int dynamicExtent) {
        return new Interpreter(program, buffers, dynamicExtent).run();
    }

    private Map<String, double[]> run() {
        boolean[] needed = new boolean[values.length];
        program.stores().forEach(store -> needed[store.value()] = true);
        for (int i = values.length - 1; i >= 0; i--) {
            if (needed[i]) {
                program.values().get(i).operands().forEach(operand -> needed[operand] = true);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (needed[i]) {
                values[i] = value(i);
            }
        }
        Map<String, double[]> stored = new HashMap<>();
        for (TensorProgram.Store store : program.stores()) {
            TensorProgram.Buffer buffer = program.buffers().get(store.buffer());
            List<Integer> from = program.sets().get(store.value()).positions();
            double[] result = new double[elements(buffer.layout())];
            double[] source = values[store.value()];
            walk(buffer.layout(), List.of(from), (target, sources) -> result[target] = source[sources[0]]);
            stored.put(buffer.name(), result);
        }
        return stored;
    }

    private double[] value(int number) {
        List<Integer> axes = program.sets().get(number).positions();
        double[] result = new double[elements(axes)];
        program.values().get(number).match(new TensorExpr.Cases<Void>() {
            @Override
            public Void input(TensorExpr.Input node) {
                TensorProgram.Buffer buffer = program.buffers().get(node.buffer());
                double[] source = buffers.get(buffer.name());
                if (source == null) {
                    throw new IllegalArgumentException("`" + buffer.name() + "` has not been set");
                }
                walk(axes, List.of(buffer.layout()), (target, sources) -> result[target] = source[sources[0]]);
                return null;
            }

            @Override
            public Void constant(TensorExpr.Constant node) {
                result[0] = node.value();
                return null;
            }

            @Override
            public Void size(TensorExpr.Size node) {
                result[0] = elements(node.over().positions());
                return null;
            }

            @Override
            public Void index(TensorExpr.Index node) {
                for (int i = 0; i < result.length; i++) {
                    result[i] = i;
                }
                return null;
            }

            @Override
            public Void map(TensorExpr.Map node) {
                pointwise(node, axes, result);
                return null;
            }

            @Override
            public Void reduce(TensorExpr.Reduce node) {
                rests[number] = Interpreter.this.reduce(node, axes, result);
                return null;
            }

            @Override
            public Void stop(TensorExpr.Stop node) {
                System.arraycopy(values[node.operand()], 0, result, 0, result.length);
                return null;
            }

            @Override
            public Void view(TensorExpr.View node) {
                Interpreter.this.view(node, axes, result);
                return null;
            }
        });
        return result;
    }

    private void pointwise(TensorExpr.Map node, List<Integer> axes, double[] result) {
        List<List<Integer>> layouts = node.operands().stream()
                .map(operand -> program.sets().get(operand).positions())
                .toList();
        double[] operands = new double[layouts.size()];
        walk(axes, layouts, (target, sources) -> {
            for (int i = 0; i < operands.length; i++) {
                operands[i] = values[node.operands().get(i)][sources[i]];
            }
            double[] rest = node.op() == Op.DIVIDE ? rests[node.operands().get(0)] : null;
            result[target] =
                    rest == null ? apply(node.op(), operands) : Sums.mean(operands[0], rest[sources[0]], operands[1]);
        });
    }

    private static double apply(Op op, double[] operands) {
        double a = operands[0];
        return switch (op) {
            case EXP -> StrictMath.exp(a);
            case EXPM1 -> StrictMath.expm1(a);
            case LOG -> StrictMath.log(a);
            case TANH -> StrictMath.tanh(a);
            case SIGMOID -> 1 / (1 + StrictMath.exp(-a));
            case SOFTPLUS -> Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a)));
            case ERF -> KernelMath.erf(a);
            case POWER -> StrictMath.pow(a, operands[1]);
            case NEGATE,
                    ADD,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    TOTAL,
                    SQRT,
                    ABS,
                    SIGN,
                    MIN,
                    MAX,
                    LESS,
                    LESS_EQUAL,
                    EQUAL,
                    NOT_EQUAL,
                    WHERE,
                    KEEP,
                    DROP -> op.apply(operands);
        };
    }

    /** Each element from its place in the operand; 0 where there is none. */
    private void view(TensorExpr.View node, List<Integer> axes, double[] result) {
        List<Integer> source = program.sets().get(node.operand()).positions();
        List<Integer> renamed = source.stream()
                .map(axis -> axis == node.from() ? node.to() : axis)
                .toList();
        int stride = 1;
        for (int axis : source.subList(source.indexOf(node.from()) + 1, source.size())) {
            stride *= extent(axis);
        }
        int along = stride;
        int last = extent(node.from());
        walk(axes, List.of(renamed), (target, sources) -> {
            int position = sources[0] / along % last + node.shift();
            result[target] =
                    position >= 0 && position < last ? values[node.operand()][sources[0] + node.shift() * along] : 0;
        });
    }

    private double[] reduce(TensorExpr.Reduce node, List<Integer> axes, double[] result) {
        AxisSet all = program.sets().get(node.operand());
        double[] source = values[node.operand()];
        double[] errors = new double[result.length];
        double start =
                switch (node.reducer()) {
                    case SUM -> 0;
                    case MAX -> Double.NEGATIVE_INFINITY;
                    case MIN -> Double.POSITIVE_INFINITY;
                };
        Arrays.fill(result, start);
        walk(all.positions(), List.of(axes), (from, targets) -> {
            int target = targets[0];
            double x = source[from];
            switch (node.reducer()) {
                case SUM -> {
                    double sum = result[target] + x;
                    double part = sum - result[target];
                    errors[target] += (result[target] - (sum - part)) + (x - part);
                    result[target] = sum;
                }
                case MAX -> result[target] = Math.max(result[target], x);
                case MIN -> result[target] = Math.min(result[target], x);
            }
        });
        for (int i = 0; i < result.length; i++) {
            // Where the sum is infinite or not a number its error is none.
            double total = Sums.total(result[i], errors[i]);
            errors[i] = Sums.rest(result[i], errors[i], total);
            result[i] = total;
        }
        return errors;
    }

    private int extent(int axis) {
        Axis declared = program.axes().get(axis);
        return declared.isDynamic() ? dynamicExtent : declared.extent();
    }

    private int elements(List<Integer> axes) {
        int elements = 1;
        for (int axis : axes) {
            elements = Math.multiplyExact(elements, extent(axis));
        }
        return elements;
    }

    /** Called for each position: the index in the walked layout, and in each of the others. */
    private interface Visit {
        void at(int index, int[] others);
    }

    private void walk(List<Integer> axes, List<List<Integer>> layouts, Visit visit) {
        int[][] strides = new int[layouts.size()][axes.size()];
        for (int k = 0; k < strides.length; k++) {
            int stride = 1;
            List<Integer> layout = layouts.get(k);
            for (int i = layout.size() - 1; i >= 0; i--) {
                int at = axes.indexOf(layout.get(i));
                if (at >= 0) {
                    strides[k][at] = stride;
                }
                stride *= extent(layout.get(i));
            }
        }
        int[] position = new int[axes.size()];
        int[] others = new int[layouts.size()];
        int total = elements(axes);
        for (int index = 0; index < total; index++) {
            visit.at(index, others);
            for (int i = position.length - 1; i >= 0; i--) {
                position[i]++;
                boolean wrapped = position[i] == extent(axes.get(i));
                for (int k = 0; k < others.length; k++) {
                    others[k] += wrapped ? -strides[k][i] * (position[i] - 1) : strides[k][i];
                }
                if (!wrapped) {
                    break;
                }
                position[i] = 0;
            }
        }
    }
}
