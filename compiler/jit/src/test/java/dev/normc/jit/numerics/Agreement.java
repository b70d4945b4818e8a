package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.Pipeline;
import dev.normc.compiler.differentiate.Differentiator;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.verify.LoopVerifier;
import dev.normc.compiler.verify.TensorVerifier;
import dev.normc.jit.CompilerChoice;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must hold of every norm: its programs are what it means, their gradients are slopes, its kernels compute them, and
 * the bits depend on nothing else.
 *
 * <p>Norms of random expressions cancel and branch where they like, so the tolerances follow from the program (see
 * {@link Tolerance}), and a slope counts where two steps agree on it.
 */
record Agreement(Spec spec, long seed) {
    private static final double SLOPE = 1e-7;
    private static final double SLOPE_ROUNDING = 1e-10;
    private static final double TRUNCATION = 20;

    /** Checks that every pass leaves a legal program, which has the norm's values and its slopes as gradients. */
    void checkSlopes() {
        Subject subject = Subject.of(spec, DataType.F64);
        SpecializedNorm norm = subject.compilation().specialized();
        Pipeline.programs(norm, TensorVerifier::verify);
        for (Entry entry : subject.compilation().programs().keySet()) {
            assertThat(LoopVerifier.violations(
                            subject.compilation().plan().programs().get(entry)))
                    .as("loops of %s", entry)
                    .isEmpty();
        }
        checkSlopes(subject, norm.train(), Entry.FORWARD, Entry.BACKWARD);
        checkSlopes(subject, norm.infer(), Entry.INFER, Entry.BACKWARD_FROZEN);
    }

    /** Checks the second derivative: slopes of the gradients, and its kernels. */
    void checkSecondSlopes() {
        Subject subject = Subject.ofOrderTwo(spec, DataType.F64);
        SpecializedNorm norm = subject.compilation().specialized();
        checkSecondSlopes(subject, norm.train(), Entry.BACKWARD2);
        checkSecondSlopes(subject, norm.infer(), Entry.BACKWARD_FROZEN2);
        checkKernel(subject, DataType.F64);
        checkKernel(Subject.ofOrderTwo(spec, DataType.F32), DataType.F32);
    }

    private void checkSecondSlopes(Subject subject, TensorProgram forward, Entry entry) {
        Map<String, double[]> values = subject.random(seed);
        Map<String, double[]> rounding = new Tolerance(subject, values).of(entry, DataType.F64);
        Map<String, double[]> gradients = subject.reference(entry, values);
        TensorProgram first = Differentiator.differentiate(forward);
        Slopes slopes = new Slopes(first, BufferRole.GRADIENT, values, Slopes.STEP);
        Slopes closer = new Slopes(first, BufferRole.GRADIENT, values, Slopes.STEP / 2);
        double terms = SLOPE_ROUNDING * slopes.terms();
        for (BufferSpec buffer : subject.signature().buffers()) {
            if (!gradients.containsKey("g2_" + buffer.name())) {
                continue;
            }
            double[] expected = closer.of(buffer.name());
            double[] coarse = slopes.of(buffer.name());
            double[] allowed = rounding.get("g2_" + buffer.name());
            double plain = SLOPE * Close.scale(expected) + terms;
            for (int i = 0; i < allowed.length; i++) {
                allowed[i] += plain + TRUNCATION * Math.abs(coarse[i] - expected[i]);
            }
            check(entry + " g2_" + buffer.name(), gradients.get("g2_" + buffer.name()), expected, allowed);
        }
    }

    private void checkSlopes(Subject subject, TensorProgram definition, Entry forward, Entry backward) {
        Map<String, double[]> values = subject.random(seed);
        Tolerance tolerance = new Tolerance(subject, values);
        Map<String, double[]> defined = subject.interpret(definition, values);
        Map<String, double[]> simplified = subject.interpret(forward, values);
        Map<String, double[]> ofDefinition = tolerance.spread(definition, defined, false);
        Map<String, double[]> ofProgram = tolerance.of(forward, DataType.F64);
        defined.forEach((name, expected) -> check(
                forward + " " + name,
                simplified.get(name),
                expected,
                sum(ofDefinition.get(name), ofProgram.get(name))));

        Map<String, double[]> gradients = subject.reference(backward, values);
        Map<String, double[]> rounding = tolerance.of(backward, DataType.F64);
        Slopes slopes = new Slopes(definition, values);
        Slopes closer = new Slopes(definition, values, Slopes.STEP / 2);
        double terms = SLOPE_ROUNDING * slopes.terms();
        List<BufferSpec> differentiable = Stream.of(BufferRole.INPUT, BufferRole.PARAM)
                .flatMap(role -> subject.signature().buffers(role).stream())
                .toList();
        assertThat(gradients).hasSameSizeAs(differentiable);
        for (BufferSpec buffer : differentiable) {
            double[] expected = closer.of(buffer.name());
            double[] coarse = slopes.of(buffer.name());
            double[] allowed = rounding.get("d" + buffer.name());
            double plain = SLOPE * Close.scale(expected) + terms;
            for (int i = 0; i < allowed.length; i++) {
                allowed[i] += plain + TRUNCATION * Math.abs(coarse[i] - expected[i]);
            }
            check(backward + " d" + buffer.name(), gradients.get("d" + buffer.name()), expected, allowed);
        }
    }

    /** Checks a kernel of every entry against the interpreter. */
    void checkKernel(DataType type) {
        checkKernel(Subject.of(spec, type), type);
    }

    private void checkKernel(Subject subject, DataType type) {
        Map<String, double[]> values = subject.random(seed + 1);
        Tolerance tolerance = new Tolerance(subject, values);
        for (Entry entry : subject.compilation().programs().keySet()) {
            Map<String, double[]> computed = subject.run(entry, values);
            Map<String, double[]> expected = subject.reference(entry, values);
            assertThat(computed.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
            Map<String, double[]> allowed = tolerance.of(entry, type);
            expected.forEach((name, elements) ->
                    check(type + " " + entry + " " + name, computed.get(name), elements, allowed.get(name)));
        }
    }

    /** Checks that javac, other cuts of the loops and an open extent give the bits of the default kernel. */
    void checkBits(DataType type, List<Schedule> cuts) {
        Subject subject = Subject.of(spec, type);
        Map<String, double[]> values = subject.random(seed + 2);
        Map<String, double[]> expected = BitsTest.everything(subject, values);
        same("javac", expected, Subject.of(spec, type, Schedule.DEFAULT, CompilerChoice.JAVAC, 1), values);
        for (Schedule cut : cuts) {
            same(cut.toString(), expected, Subject.of(spec, type, cut, CompilerChoice.JANINO, 1), values);
        }
        Optional<String> open = freeAxis(subject);
        if (open.isPresent()) {
            String[] parts = spec.shape().split(", ");
            int extent = 1;
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].startsWith(open.get() + "=")) {
                    extent = Integer.parseInt(parts[i].substring(open.get().length() + 1));
                    parts[i] = open.get() + "=?";
                }
            }
            Spec dynamic = spec.at(String.join(", ", parts));
            same(
                    dynamic.shape(),
                    expected,
                    Subject.of(dynamic, type, Schedule.DEFAULT, CompilerChoice.JANINO, extent),
                    values);
            for (Schedule cut : cuts) {
                same(
                        dynamic.shape() + " " + cut,
                        expected,
                        Subject.of(dynamic, type, cut, CompilerChoice.JANINO, extent),
                        values);
            }
        }
    }

    private static void same(
            String what, Map<String, double[]> expected, Subject subject, Map<String, double[]> values) {
        BitsTest.compare(what, expected, BitsTest.everything(subject, values));
    }

    private static Optional<String> freeAxis(Subject subject) {
        SpecializedNorm norm = subject.compilation().specialized();
        AxisSet free = norm.freeAxes();
        return free.positions().stream()
                .map(axis -> norm.train().axes().get(axis).name())
                .findFirst();
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = new double[one.length];
        Arrays.setAll(sum, i -> one[i] + other[i]);
        return sum;
    }

    /** Elements that are not finite must be so in both. */
    private static void check(String what, double[] computed, double[] expected, double[] allowed) {
        assertThat(computed).as(what).hasSameSizeAs(expected);
        Map<Integer, String> wrong = new HashMap<>();
        for (int i = 0; i < expected.length && wrong.isEmpty(); i++) {
            boolean same = Double.compare(computed[i], expected[i]) == 0;
            boolean vague = allowed[i] == Double.POSITIVE_INFINITY || Double.isNaN(allowed[i]);
            if (!same && !vague && !(Math.abs(computed[i] - expected[i]) <= allowed[i])) {
                wrong.put(i, computed[i] + " is not " + expected[i] + " to " + allowed[i]);
            }
        }
        assertThat(wrong).as(what).isEmpty();
    }
}
