package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the axes of the norms of the zoo mean: positions, slices, and their order in memory. */
class ZooStructureTest {
    private static final double ROUNDING = 1e-11;
    private static final List<Entry> ENTRIES = List.of(Entry.FORWARD, Entry.INFER, Entry.BACKWARD);
    private static final Pattern CHANNELS_FIRST = Pattern.compile("\\[(\\w+), (C(?: = \\w+\\*\\w+)?), \\.\\.]");

    static Stream<ZooCase> cases() {
        return ZooCase.all().stream();
    }

    static Stream<ZooCase> channelsFirst() {
        return cases().filter(zoo -> CHANNELS_FIRST.matcher(zoo.spec().text()).find());
    }

    static Stream<ZooLaw> slices() {
        return ZooLawsTest.rows().flatMap(row -> row.laws().stream()
                .filter(law -> law.startsWith("slice:"))
                .map(law ->
                        new ZooLaw(row.zoo(), row.input(), row.output(), List.of(law.substring(6)), List.of("slice"))));
    }

    static Stream<ZooCase> untracked() {
        return cases().filter(zoo -> !zoo.spec().text().contains("track "));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void positions_of_an_axis_are_exchangeable_unless_the_norm_reads_them(ZooCase zoo) {
        Subject subject = Subject.of(zoo.spec(), DataType.F64);
        Map<String, double[]> values = zoo.values(subject);
        for (String axis : axes(subject)) {
            if (isRead(zoo.spec().text(), axis)) {
                continue;
            }
            Map<String, double[]> turned = turned(subject, values, axis);
            for (Entry entry : ENTRIES) {
                Map<String, double[]> expected = turned(subject, subject.run(entry, values), axis);
                compare(entry + " along " + axis, subject.run(entry, turned), expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("slices")
    void a_position_of_an_independent_axis_alone_has_the_same_result(ZooLaw row) {
        String axis = row.over().get(0);
        Spec spec = row.zoo().spec();
        Subject whole = Subject.of(spec, DataType.F64);
        Subject alone = Subject.of(spec.at(spec.shape().replaceAll("\\b" + axis + "=\\d+", axis + "=1")), DataType.F64);
        Map<String, double[]> values = row.zoo().values(whole);
        Map<String, double[]> results = new LinkedHashMap<>(whole.run(Entry.FORWARD, values));
        results.putAll(whole.run(Entry.BACKWARD, values));
        int extent = extent(whole, axis);
        for (int position = 0; position < extent; position++) {
            Map<String, double[]> part = new LinkedHashMap<>();
            for (Map.Entry<String, double[]> value : values.entrySet()) {
                part.put(value.getKey(), slice(whole, value.getKey(), value.getValue(), axis, position));
            }
            Map<String, double[]> computed = new LinkedHashMap<>(alone.run(Entry.FORWARD, part));
            computed.putAll(alone.run(Entry.BACKWARD, part));
            for (Map.Entry<String, double[]> result : computed.entrySet()) {
                BufferSpec buffer = whole.signature().buffer(result.getKey());
                if (buffer.axes().contains(axis) && buffer.role() != BufferRole.SAVED) {
                    double[] expected = slice(whole, buffer.name(), results.get(buffer.name()), axis, position);
                    Close.check(buffer.name(), result.getValue(), expected, ROUNDING * (1 + Close.scale(expected)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("channelsFirst")
    void channels_last_computes_what_channels_first_does(ZooCase zoo) {
        Spec spec = zoo.spec();
        Subject first = Subject.of(spec, DataType.F64);
        String text = CHANNELS_FIRST.matcher(spec.text()).replaceAll("[$1, .., $2]");
        Subject last = Subject.of(new Spec(spec.name(), text, spec.shape()), DataType.F64);
        Map<String, double[]> values = zoo.values(first);
        assertThat(last.signature().buffers(BufferRole.INPUT).get(0).axes())
                .last()
                .isEqualTo("C");
        for (Entry entry : ENTRIES) {
            Map<String, double[]> expected = inOrder(first, last, first.run(entry, values));
            compare(entry.toString(), last.run(entry, inOrder(first, last, values)), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("untracked")
    void without_running_statistics_training_and_inference_are_the_same_bits(ZooCase zoo) {
        Subject subject = Subject.of(zoo.spec(), DataType.F64);
        Map<String, double[]> values = zoo.values(subject);
        Map<String, double[]> trained = subject.run(Entry.FORWARD, values);
        subject.run(Entry.INFER, values)
                .forEach((name, elements) -> assertThat(elements).as(name).containsExactly(trained.get(name)));
    }

    /** Whether positions along an axis differ for a norm: its index, a window, a group, another name. */
    private static boolean isRead(String text, String axis) {
        return Pattern.compile("index\\[A]|shift\\[A]|rename\\[A |-> A]|\\bA = |group +A".replace("A", axis))
                .matcher(text)
                .find();
    }

    private static Map<String, double[]> turned(Subject subject, Map<String, double[]> values, String axis) {
        int extent = extent(subject, axis);
        IntUnaryOperator from = position -> (position * (extent > 2 ? 2 : 1) + 1) % extent;
        IntUnaryOperator turn = extent % 2 == 1 ? from : position -> extent - 1 - position;
        Map<String, double[]> result = new LinkedHashMap<>();
        values.forEach((name, elements) -> {
            NamedArray array = NamedArray.of(subject.signature().buffer(name), elements);
            result.put(name, array.has(axis) ? array.permuted(axis, turn) : elements);
        });
        return result;
    }

    private static Map<String, double[]> inOrder(Subject from, Subject to, Map<String, double[]> values) {
        Map<String, double[]> result = new LinkedHashMap<>();
        values.forEach((name, elements) -> {
            if (from.signature().buffer(name).role() != BufferRole.SAVED) {
                NamedArray array = NamedArray.of(from.signature().buffer(name), elements);
                result.put(name, array.inOrder(to.signature().buffer(name).axes()));
            }
        });
        return result;
    }

    private static double[] slice(Subject subject, String name, double[] elements, String axis, int position) {
        NamedArray array = NamedArray.of(subject.signature().buffer(name), elements);
        return array.has(axis) ? array.slice(axis, position) : elements;
    }

    private static Set<String> axes(Subject subject) {
        Set<String> axes = new LinkedHashSet<>();
        subject.given().forEach(buffer -> axes.addAll(buffer.axes()));
        return axes;
    }

    private static int extent(Subject subject, String axis) {
        List<Integer> extents = new ArrayList<>();
        subject.given().stream()
                .filter(buffer -> buffer.axes().contains(axis))
                .forEach(
                        buffer -> extents.add(buffer.extents().get(buffer.axes().indexOf(axis))));
        return extents.get(0);
    }

    private static void compare(String what, Map<String, double[]> computed, Map<String, double[]> expected) {
        expected.forEach((name, elements) -> {
            if (computed.containsKey(name)) {
                Close.check(what + " " + name, computed.get(name), elements, ROUNDING * (1 + Close.scale(elements)));
            }
        });
    }
}
