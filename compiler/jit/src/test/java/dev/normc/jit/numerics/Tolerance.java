package dev.normc.jit.numerics;

import dev.normc.compiler.interpret.Interpreter;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the stored results of one subject may lie from the interpreter's: a few roundings of everything on the way. */
final class Tolerance {
    private static final int RUNS = 4;
    /** Roundings of one operation: the functions are good to an ulp, and a kernel may order a product otherwise. */
    private static final double ROUNDINGS = 512;
    /** Where the noise moves a result by more than this part of the array's scale, rounding is no small matter. */
    private static final double WILD = 1e-4;

    private final Subject subject;
    private final Map<String, double[]> values;
    private final List<Map<String, double[]>> savedInRun = new ArrayList<>();

    Tolerance(Subject subject, Map<String, double[]> values) {
        this.subject = subject;
        this.values = values;
        TensorProgram forward = subject.compilation().programs().get(Entry.FORWARD);
        for (int run = 0; run < RUNS; run++) {
            savedInRun.add(noisy(forward, values, run));
        }
    }

    /** The most that each element of what an entry stores may be off, by name; infinite where nothing can be said. */
    Map<String, double[]> of(Entry entry, DataType stored) {
        TensorProgram program = subject.compilation().programs().get(entry);
        Map<String, double[]> exact = subject.reference(entry, values);
        Map<String, double[]> spread = spread(program, exact, entry == Entry.BACKWARD || entry == Entry.BACKWARD2);
        Map<String, double[]> result = new HashMap<>();
        exact.forEach((name, elements) -> {
            DataType type = subject.signature().buffer(name).type();
            double half = stored.isNarrow() && type.isNarrow() ? halfUlp(type) : 0x1p-52;
            double least = stored.isNarrow() && type.isNarrow() ? least(type) : Double.MIN_NORMAL;
            double[] tolerance = spread.get(name);
            double floor = Close.scale(elements) * 0x1p-53;
            for (int i = 0; i < tolerance.length; i++) {
                tolerance[i] += Math.abs(elements[i]) * half + floor + least;
                if (stored.isShort() && Double.isInfinite(stored.rounded(Math.abs(elements[i]) + tolerance[i]))) {
                    // Beyond the largest number of the format.
                    tolerance[i] = Double.POSITIVE_INFINITY;
                }
            }
            result.put(name, tolerance);
        });
        return result;
    }

    /** Half a unit in the last place of 1, and a little. */
    private static double halfUlp(DataType type) {
        return 0x1.001p-1 * (type.isShort() ? type.widened((short) (type.shortBits(1) + 1)) - 1 : Math.ulp(1f));
    }

    private static double least(DataType type) {
        return type.isShort() ? type.widened((short) 1) : Float.MIN_VALUE;
    }

    /** What rounding may do to the results of a program. */
    Map<String, double[]> spread(TensorProgram program, Map<String, double[]> exact, boolean needsSaved) {
        Map<String, double[]> result = new HashMap<>();
        exact.forEach((name, elements) -> result.put(name, new double[elements.length]));
        for (int run = 0; run < RUNS; run++) {
            Map<String, double[]> given = new HashMap<>(values);
            if (needsSaved) {
                Map<String, double[]> saved = savedInRun.get(run);
                subject.signature()
                        .buffers(BufferRole.SAVED)
                        .forEach(buffer -> given.put(buffer.name(), saved.get(buffer.name())));
            }
            Map<String, double[]> moved = noisy(program, given, RUNS + run);
            exact.forEach((name, elements) -> widen(result.get(name), elements, moved.get(name)));
        }
        return result;
    }

    private static void widen(double[] spread, double[] exact, double[] moved) {
        double scale = Close.scale(exact);
        for (int i = 0; i < spread.length; i++) {
            double off = Double.compare(moved[i], exact[i]) == 0 ? 0 : Math.abs(moved[i] - exact[i]);
            boolean wild = !(off <= WILD * scale) && off > 0;
            spread[i] = Math.max(
                    spread[i],
                    wild || Double.isNaN(off)
                            ? Double.POSITIVE_INFINITY
                            : off / RoundingNoise.SIZE * ROUNDINGS * 0x1p-53);
        }
    }

    private static Map<String, double[]> noisy(TensorProgram program, Map<String, double[]> values, long seed) {
        RoundingNoise.Noisy noisy = RoundingNoise.add(program, seed);
        Map<String, double[]> all = new HashMap<>(values);
        all.putAll(noisy.factors());
        return Interpreter.run(noisy.program(), all, 1);
    }
}
