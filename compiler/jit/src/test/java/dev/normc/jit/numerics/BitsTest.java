package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.normc.compiler.loop.Schedule;
import dev.normc.jit.CompilerChoice;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same bits, whatever compiles the Java text, however loops are cut, whether an extent is known, and whatever other
 * rows a batch holds.
 */
class BitsTest {
    private static final long SEED = 20150211;
    private static final int SAMPLE = 14;
    private static final boolean FULL = Boolean.getBoolean("normc.full");
    private static final int[] TAILS = {1, 7, 15, 16, 17, 31, 33, 49, 64, 65, 129, 1023, 1024, 1025, 2049};
    private static final int[] KEPT = {1, 2, 3, 5, 17};
    private static final Schedule DEFAULT = Schedule.DEFAULT;

    /** Schedules that may change no bit. */
    private static final List<Schedule> CUTS = List.of(
            new Schedule(DEFAULT.lanes(), DEFAULT.spanBlock(), DEFAULT.rowBlock(), 1, 0, 300, 0, true, 0, false),
            new Schedule(DEFAULT.lanes(), DEFAULT.spanBlock(), DEFAULT.rowBlock(), 4, 4000, 7000, 0, false, 0, false),
            DEFAULT.withConversions(17, true),
            new Schedule(
                    DEFAULT.lanes(), DEFAULT.spanBlock(), DEFAULT.rowBlock(), 64, 200, 1500, 512, false, 0, false));

    /** The vector back end at every width; the JVM computes widths that the machine has not, slowly. */
    private static final List<Schedule> VECTORS =
            List.of(DEFAULT.withVectors(512), DEFAULT.withVectors(256), DEFAULT.withVectors(128));

    /** Norms of which rows of the outermost axis are computed apart, and the axis that gets long. */
    private enum Rows {
        LAYER("LayerNorm", "N=%d, D=%d"),
        RMS("RMSNorm", "N=%d, D=%d"),
        INSTANCE("InstanceNorm", "N=%d, C=3, H=%d"),
        GROUP("GroupNorm", "N=%d, C=6, H=%d, G=2"),
        GROUP_LAST("ChannelsLastGroupNorm", "N=%d, H=%d, K=2, G=3"),
        GRN("GRN", "N=%d, H=%d, C=5"),
        MASKED("MaskedLayerNormWithOutput", "N=%d, T=%d, D=4"),
        ADD_RMS("AddRMSNorm", "T=%d, D=%d"),
        SEED_NORM("SeeDNorm", "T=%d, D=%d"),
        POLY("PolyNorm", "T=%d, D=%d"),
        EVO("EvoNormS0", "N=%d, K=3, H=2, W=%d, G=2"),
        QK("QKNorm", "N=%d, T=2, H=2, K=%d"),
        ATTENTION("AttentionPool", "N=%d, T=%d, C=3"),
        DYT("DyT", "N=%d, D=%d"),
        WEIGHT("WeightStandardization", "O=%d, I=2, H=%d, W=3"),
        FRN("FilterResponseNorm", "N=%d, C=2, H=%d, W=2");

        private final String norm;
        private final String shape;

        Rows(String norm, String shape) {
            this.norm = norm;
            this.shape = shape;
        }

        Spec at(Object rows, int length) {
            return Spec.named(norm).at(shape.replaceFirst("%d", rows.toString()).replaceFirst("%d", "" + length));
        }
    }

    record Case(Spec spec, DataType type) {}

    record RowCase(Rows rows, int count, int length, DataType type) {}

    /** Norms at a random type, one axis at a random tail; the same sample at each run. */
    static Stream<Case> sample() {
        if (FULL) {
            return product();
        }
        SplittableRandom random = new SplittableRandom(SEED);
        List<Case> cases = new ArrayList<>();
        for (Spec spec : Spec.all()) {
            int axis = random.nextInt(spec.shape().split(", ").length);
            int tail = TAILS[random.nextInt(TAILS.length)];
            cases.add(
                    new Case(withTail(spec, axis, tail), DataType.values()[random.nextInt(DataType.values().length)]));
        }
        // Two thirds of them, for time; the seed says which.
        cases.removeIf(example -> random.nextInt(3) == 0);
        return cases.stream();
    }

    /** Norms at every type, every axis at every tail. */
    private static Stream<Case> product() {
        return Spec.all().stream()
                .flatMap(spec -> IntStream.range(0, spec.shape().split(", ").length)
                        .boxed()
                        .flatMap(axis -> Arrays.stream(TAILS).mapToObj(tail -> withTail(spec, axis, tail))))
                .distinct()
                .flatMap(spec -> Stream.of(DataType.values()).map(type -> new Case(spec, type)));
    }

    /** Numbers of groups stay small, what groups must divide stays divisible, and {@code unbiased} has two elements. */
    private static Spec withTail(Spec spec, int axis, int tail) {
        String[] parts = spec.shape().split(", ");
        String name = parts[axis].substring(0, parts[axis].indexOf('=') + 1);
        int extent = name.equals("G=") || name.equals("V=") ? 3 : tail;
        if (spec.name().equals("LayerNormCumulative")) {
            extent = Math.max(2, extent);
        }
        boolean grouped = spec.name().equals("GroupNorm") && !name.equals("W=") && !name.equals("H=");
        parts[axis] = name + (grouped ? 6 : extent);
        return spec.at(String.join(", ", parts));
    }

    static Stream<RowCase> rows() {
        if (FULL) {
            return Stream.of(Rows.values()).flatMap(rows -> Arrays.stream(KEPT)
                    .boxed()
                    .flatMap(count -> Arrays.stream(TAILS).boxed().flatMap(tail -> Stream.of(DataType.values())
                            .map(type -> new RowCase(rows, count, tail, type)))));
        }
        SplittableRandom random = new SplittableRandom(SEED + 1);
        return Stream.generate(() -> new RowCase(
                        Rows.values()[random.nextInt(Rows.values().length)],
                        KEPT[random.nextInt(KEPT.length)],
                        TAILS[random.nextInt(TAILS.length)],
                        DataType.values()[random.nextInt(DataType.values().length)]))
                .limit(SAMPLE);
    }

    @AfterEach
    void forget() {
        if (FULL) {
            Subject.forgetAll();
        }
    }

    @ParameterizedTest
    @MethodSource("sample")
    void janino_and_javac_and_every_cut_of_the_loops_give_the_same_bits(Case example) {
        Subject subject = Subject.of(example.spec(), example.type());
        Map<String, double[]> values = subject.random(31);
        Map<String, double[]> expected = everything(subject, values);
        compare(
                "javac",
                expected,
                everything(Subject.of(example.spec(), example.type(), DEFAULT, CompilerChoice.JAVAC, 1), values));
        int other = 1 + example.spec().name().length() % 2;
        List<Schedule> cuts = new ArrayList<>(FULL ? CUTS : List.of(CUTS.get(0), CUTS.get(other)));
        // One width for every other case: vectors are slow until they are compiled, and here nothing runs so often.
        int width = Math.floorMod(example.spec().hashCode(), 2 * VECTORS.size());
        cuts.addAll(FULL ? VECTORS : width < VECTORS.size() ? List.of(VECTORS.get(width)) : List.of());
        for (Schedule cut : cuts) {
            compare(
                    cut.toString(),
                    expected,
                    everything(Subject.of(example.spec(), example.type(), cut, CompilerChoice.JANINO, 1), values));
        }
    }

    @ParameterizedTest
    @MethodSource("sample")
    void ranges_in_any_order_and_scratch_give_the_bits_of_the_whole(Case example) {
        for (Schedule schedule : List.of(DEFAULT, VECTORS.get(0))) {
            Subject subject = Subject.of(example.spec(), example.type(), schedule, CompilerChoice.JANINO, 1);
            Map<String, double[]> values = subject.random(43);
            for (Entry entry : subject.signature().ranges().keySet()) {
                compare(
                        entry + " in ranges, " + schedule.vectorBits() + " bits",
                        subject.run(entry, values),
                        subject.runInRanges(entry, values));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_dynamic_extent_changes_no_bit(RowCase example) {
        // The gain of a weight has the weight's outermost axis, so that cannot be dynamic.
        assumeThat(example.rows()).isNotEqualTo(Rows.WEIGHT);
        Subject fixed = Subject.of(example.rows().at(example.count(), example.length()), example.type());
        Subject dynamic = Subject.of(
                example.rows().at("?", example.length()),
                example.type(),
                DEFAULT,
                CompilerChoice.JANINO,
                example.count());
        Map<String, double[]> values = fixed.random(37);
        Map<String, double[]> expected = everything(fixed, values);
        compare("N=?", expected, everything(dynamic, values));
        Schedule tiny = CUTS.get(0);
        compare(
                "N=? cut small",
                expected,
                everything(
                        Subject.of(
                                example.rows().at("?", example.length()),
                                example.type(),
                                tiny,
                                CompilerChoice.JANINO,
                                example.count()),
                        values));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_alone_and_a_slice_have_the_bits_they_have_in_a_batch(RowCase example) {
        int count = example.count() + 3;
        Subject batch = Subject.of(example.rows().at(count, example.length()), example.type());
        Map<String, double[]> values = batch.random(41);
        Map<String, double[]> whole = everything(batch, values);
        for (int[] slice : new int[][] {{0, 1}, {count - 1, count}, {1, count - 1}}) {
            int rows = slice[1] - slice[0];
            Subject part = Subject.of(example.rows().at(rows, example.length()), example.type());
            Map<String, double[]> some = everything(part, sliced(batch, values, slice, count));
            Map<String, double[]> expected = sliced(batch, whole, slice, count);
            // Param gradients are sums over the batch.
            some.keySet().removeIf(name -> !varies(batch, name));
            expected.keySet().removeIf(name -> !varies(batch, name));
            compare("rows " + Arrays.toString(slice), expected, some);
        }
    }

    private static Map<String, double[]> sliced(Subject subject, Map<String, double[]> arrays, int[] slice, int count) {
        Map<String, double[]> parts = new HashMap<>();
        arrays.forEach((name, elements) -> {
            int row = elements.length / count;
            boolean cut = varies(subject, name);
            parts.put(name, cut ? Arrays.copyOfRange(elements, slice[0] * row, slice[1] * row) : elements);
        });
        return parts;
    }

    /** Whether a buffer has the outermost axis of the first input, which it then has outermost too. */
    private static boolean varies(Subject subject, String name) {
        BufferSpec buffer = subject.signature().buffer(bare(name));
        String axis =
                subject.signature().buffers(BufferRole.INPUT).get(0).axes().get(0);
        return !buffer.axes().isEmpty() && buffer.axes().get(0).equals(axis);
    }

    /** Results of all entries; infer and the frozen backward with a prefix. */
    static Map<String, double[]> everything(Subject subject, Map<String, double[]> values) {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (Entry entry : subject.compilation().programs().keySet()) {
            String prefix = entry == Entry.INFER || entry == Entry.BACKWARD_FROZEN ? "frozen " : "";
            subject.run(entry, values).forEach((name, elements) -> all.put(prefix + name, elements));
        }
        return all;
    }

    private static String bare(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    static void compare(String what, Map<String, double[]> expected, Map<String, double[]> computed) {
        assertThat(computed.keySet()).as(what).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((name, elements) -> {
            for (int i = 0; i < elements.length; i++) {
                long bits = Double.doubleToLongBits(computed.get(name)[i]);
                if (bits != Double.doubleToLongBits(elements[i])) {
                    assertThat(Double.toHexString(computed.get(name)[i]))
                            .as("%s: %s[%d]", what, name, i)
                            .isEqualTo(Double.toHexString(elements[i]));
                }
            }
        });
    }

    /** Schedules that may change no bit. */
    static List<Schedule> cuts() {
        return Stream.concat(CUTS.stream(), VECTORS.stream()).toList();
    }
}
