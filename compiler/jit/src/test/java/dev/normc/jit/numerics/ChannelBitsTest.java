package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.loop.Schedule;
import dev.normc.jit.CompilerChoice;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A channel of batch normalization has the same bits however many other channels there are. */
class ChannelBitsTest {
    private static final String CARD =
            "reduce N, S epsilon 1e-5 affine scale gamma[C], shift beta[C]" + " track decay 0.9 unbiased }";
    private static final Spec FIRST = new Spec("First", "norm First { input x[N, C, S] " + CARD, "");
    private static final Spec LAST = new Spec("Last", "norm Last { input x[N, S, C] " + CARD, "");

    record Case(Spec spec, DataType type, int samples, int space) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (DataType type : DataType.values()) {
            for (int space : new int[] {1, 7, 1025}) {
                cases.add(new Case(FIRST, type, 3, space));
                cases.add(new Case(LAST, type, 3, space));
            }
            cases.add(new Case(FIRST, type, 130, 9));
            cases.add(new Case(LAST, type, 130, 9));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_channel_has_the_same_bits_among_others(Case example) {
        int channels = 19;
        Map<String, double[]> values = subject(example, channels).random(3);
        Map<String, double[]> whole = everything(subject(example, channels), values);
        for (int kept : new int[] {1, 16, 17}) {
            Subject part = subject(example, kept);
            Map<String, double[]> some = everything(part, cut(example, values, channels, kept));
            Map<String, double[]> expected = cut(example, whole, channels, kept);
            expected.forEach((name, elements) -> assertThat(some.get(name))
                    .as("%s of %d channels", name, kept)
                    .containsExactly(elements));
        }
    }

    /** Batches on both sides of what is cut into chunks, for one row, some and many of them in a sample. */
    @ParameterizedTest
    @CsvSource({"1, 7", "3, 1", "9, 7", "10, 7", "11, 7", "17, 196", "64, 1", "65, 1", "130, 1", "2100, 1", "33, 5"})
    void an_open_batch_gives_the_bits_of_a_fixed_one(int samples, int space) {
        for (DataType type : List.of(DataType.F32, DataType.F64)) {
            Subject fixed = Subject.of(LAST.at("N=" + samples + ", C=19, S=" + space), type);
            Subject open = Subject.of(
                    LAST.at("N=?, C=19, S=" + space), type, Schedule.DEFAULT, CompilerChoice.JANINO, samples);
            Map<String, double[]> values = fixed.random(7);
            Map<String, double[]> results = everything(open, values);
            everything(fixed, values).forEach((name, elements) -> assertThat(results.get(name))
                    .as("%s, %s", name, type)
                    .containsExactly(elements));
        }
    }

    /** Rows so long that several are computed together, in a number that leaves some over. */
    @ParameterizedTest
    @CsvSource({"2, 1024", "7, 1029", "8, 1024", "11, 1029", "67, 1024"})
    void long_rows_of_channels_have_the_bits_of_plain_java_in_vectors(int rows, int channels) {
        for (DataType type : List.of(DataType.F32, DataType.BF16, DataType.F64)) {
            Spec shape = LAST.at("N=?, C=" + channels + ", S=1");
            Subject plain = Subject.of(shape, type, Schedule.DEFAULT, CompilerChoice.JANINO, rows);
            Map<String, double[]> values = plain.random(11);
            Map<String, double[]> expected = everything(plain, values);
            for (int bits : new int[] {128, 256, 512}) {
                Subject vectors =
                        Subject.of(shape, type, Schedule.DEFAULT.withVectors(bits), CompilerChoice.JANINO, rows);
                Map<String, double[]> results = everything(vectors, values);
                expected.forEach((name, elements) -> assertThat(results.get(name))
                        .as("%s, %s, %d bits", name, type, bits)
                        .containsExactly(elements));
            }
        }
    }

    private static Subject subject(Case example, int channels) {
        String shape = "N=" + example.samples() + ", C=" + channels + ", S=" + example.space();
        return Subject.of(example.spec().at(shape), example.type());
    }

    /** The first channels of every array. */
    private static Map<String, double[]> cut(Case example, Map<String, double[]> arrays, int channels, int kept) {
        Map<String, double[]> parts = new HashMap<>();
        arrays.forEach((name, elements) -> {
            boolean tensor = elements.length > channels;
            int run = tensor && example.spec() == FIRST ? example.space() : 1;
            double[] part = new double[elements.length / channels * kept];
            for (int i = 0; i < part.length; i++) {
                int outer = i / (run * kept);
                part[i] = elements[outer * run * channels + i % (run * kept)];
            }
            parts.put(name, part);
        });
        return parts;
    }

    private static Map<String, double[]> everything(Subject subject, Map<String, double[]> values) {
        Map<String, double[]> all = new HashMap<>();
        for (Entry entry : subject.compilation().programs().keySet()) {
            subject.run(entry, values).forEach((name, elements) -> all.put(entry + name, elements));
        }
        return all;
    }
}
