package dev.normc.jit.numerics;

import dev.normc.compiler.interpret.Interpreter;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fourth-order central differences of {@code sum(dy * y)} over all outputs of a program, run by the interpreter.
 *
 * <p>{@code f'(a) = (8 (f(a+h) - f(a-h)) - (f(a+2h) - f(a-2h))) / 12h}; Abramowitz &amp; Stegun, table 25.2. A stopped
 * value is held as it is at the point.
 */
final class Slopes {
    static final double STEP = 5e-5;

    private static final String HELD = "held_";

    private final TensorProgram program;
    private final Map<String, double[]> values;
    private final double step;

    /** Slopes at a point; every output has a cotangent in {@code values}, called {@code d} and its name. */
    Slopes(TensorProgram program, Map<String, double[]> values) {
        this(program, BufferRole.OUTPUT, values, STEP);
    }

    /** The same with another step. */
    Slopes(TensorProgram program, Map<String, double[]> values, double step) {
        this(program, BufferRole.OUTPUT, values, step);
    }

    /** The same for stores of another role, gradients for the second derivative. */
    Slopes(TensorProgram program, BufferRole summed, Map<String, double[]> values) {
        this(program, summed, values, STEP);
    }

    /** The same with another step. */
    Slopes(TensorProgram program, BufferRole summed, Map<String, double[]> values, double step) {
        this.step = step;
        TensorProgram outputs = program.withStores(program.stores().stream()
                .filter(store -> program.buffers().get(store.buffer()).role() == summed)
                .toList());
        this.values = new HashMap<>(values);
        this.program = holding(outputs, this.values);
    }

    /** The derivative with respect to each element of a tensor. */
    double[] of(String name) {
        double[] at = values.get(name);
        double[] slopes = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double near = loss(name, i, step) - loss(name, i, -step);
            double far = loss(name, i, 2 * step) - loss(name, i, -2 * step);
            slopes[i] = (8 * near - far) / (12 * step);
        }
        return slopes;
    }

    /** What the loss sums, without signs: its rounding errors are relative to this. */
    double terms() {
        double[] sum = {0};
        Interpreter.run(program, values, 1).forEach((name, output) -> {
            double[] cotangent = values.get("d" + name);
            for (int i = 0; i < output.length; i++) {
                sum[0] += Math.abs(cotangent[i] * output[i]);
            }
        });
        return sum[0];
    }

    private double loss(String name, int element, double by) {
        Map<String, double[]> moved = new HashMap<>(values);
        double[] elements = values.get(name).clone();
        elements[element] += by;
        moved.put(name, elements);
        double sum = 0;
        for (Map.Entry<String, double[]> output :
                Interpreter.run(program, moved, 1).entrySet()) {
            double[] cotangent = values.get("d" + output.getKey());
            for (int i = 0; i < cotangent.length; i++) {
                sum += cotangent[i] * output.getValue()[i];
            }
        }
        return sum;
    }

    private static TensorProgram holding(TensorProgram program, Map<String, double[]> values) {
        List<TensorProgram.Buffer> buffers = new ArrayList<>(program.buffers());
        List<TensorExpr> exprs = new ArrayList<>(program.values());
        List<TensorProgram.Store> stores = new ArrayList<>();
        for (int i = 0; i < exprs.size(); i++) {
            if (exprs.get(i) instanceof TensorExpr.Stop) {
                buffers.add(new TensorProgram.Buffer(
                        HELD + i, BufferRole.MASK, program.sets().get(i).positions(), DataType.F64));
                stores.add(new TensorProgram.Store(buffers.size() - 1, i));
                exprs.set(i, new TensorExpr.Input(buffers.size() - 1));
            }
        }
        TensorProgram whole =
                new TensorProgram(program.axes(), buffers, program.values(), program.sets(), stores, program.labels());
        values.putAll(Interpreter.run(whole, values, 1));
        return new TensorProgram(program.axes(), buffers, exprs, program.sets(), program.stores(), program.labels());
    }
}
