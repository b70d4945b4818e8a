package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.normc.runtime.npy.NpyArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code normc run} against the reference cases of ONNX, ONNX Runtime, Keras and Deeplearning4j: their conventions about
 * momentum, biased variances, epsilon, axes and groups, written as norms ({@code published.txt}, which names every source).
 */
class PublishedNumbersTest {
    private static final double F64 = 1e-13;
    private static final double F32 = 1e-6;

    @TempDir
    private Path folder;

    /** An array as the file writes it. */
    private record Numbers(List<Integer> shape, double[] values) {
        static Numbers of(String shape, List<String> values) {
            return new Numbers(
                    shape.equals("-")
                            ? List.of()
                            : Arrays.stream(shape.split("x"))
                                    .map(Integer::valueOf)
                                    .toList(),
                    values.stream().mapToDouble(Double::parseDouble).toArray());
        }

        float[] floats() {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
            }
            return floats;
        }
    }

    /** Figures that a source prints, and how far from them a result may be. */
    private record Printed(double distance, double[] values) {}

    private record Case(
            String title,
            String norm,
            String options,
            Map<String, Numbers> inputs,
            Map<String, Numbers> cotangents,
            Map<String, Numbers> exact,
            Map<String, Printed> printed) {

        static Case read(List<String> lines) {
            Map<String, String> texts = new LinkedHashMap<>();
            Map<String, Map<String, Numbers>> arrays =
                    Map.of("in", new LinkedHashMap<>(), "grad", new LinkedHashMap<>(), "exact", new LinkedHashMap<>());
            Map<String, Printed> printed = new LinkedHashMap<>();
            for (String line : lines) {
                List<String> words = List.of(line.split(" "));
                if (arrays.containsKey(words.get(0))) {
                    arrays.get(words.get(0))
                            .put(words.get(1), Numbers.of(words.get(2), words.subList(3, words.size())));
                } else if (words.get(0).equals("published")) {
                    Numbers numbers = Numbers.of("-", words.subList(3, words.size()));
                    printed.put(words.get(1), new Printed(Double.parseDouble(words.get(2)), numbers.values()));
                } else {
                    texts.put(words.get(0), line.substring(words.get(0).length()));
                }
            }
            return new Case(
                    texts.get("case").strip(),
                    "norm" + texts.get("norm"),
                    texts.get("run"),
                    arrays.get("in"),
                    arrays.get("grad"),
                    arrays.get("exact"),
                    printed);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = PublishedNumbersTest.class.getResourceAsStream("published.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n"))
                    .map(String::strip)
                    .filter(block -> !block.isEmpty() && !block.startsWith("#"))
                    .map(block -> Case.read(List.of(block.split("\n"))));
        }
    }

    @Test
    void there_are_thirty_four_cases() throws IOException {
        assertThat(cases()).hasSize(34);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void f64_data_give_the_exact_numbers_and_those_that_are_published(Case example) {
        for (String compiler : List.of("janino", "interpreter")) {
            Map<String, double[]> results = run(example, false, "--compiler " + compiler);
            example.exact().forEach((name, exact) -> check(name, results.get(name), exact, F64));
            example.printed().forEach((name, printed) -> assertThat(results.get(name))
                    .as(name)
                    .containsExactly(printed.values(), within(printed.distance())));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void f32_data_give_them_to_f32(Case example) {
        Map<String, double[]> results = run(example, true, "--compiler janino");
        double magnified = example.title().startsWith("moments") ? 300 : 1; // sums of squares minus squares
        example.exact().forEach((name, exact) -> check(name, results.get(name), exact, magnified * F32));
    }

    private static void check(String name, double[] computed, Numbers exact, double tolerance) {
        double largest = Arrays.stream(exact.values()).map(Math::abs).max().orElse(0);
        assertThat(computed).as(name).containsExactly(exact.values(), within(tolerance * Math.max(1, largest)));
    }

    /** What the command leaves in its folder, by name. */
    private Map<String, double[]> run(Case example, boolean single, String more) {
        Workbench bench = new Workbench(folder).spec("case.norm", example.norm());
        List<String> line = new ArrayList<>(List.of("run @case.norm --out @out", example.options(), more));
        example.inputs().forEach((name, numbers) -> line.add("--in " + saved(bench, name, numbers, single)));
        example.cotangents().forEach((name, numbers) -> line.add("--grad " + saved(bench, name, numbers, single)));
        assertThat(bench.run(String.join(" ", line))).isEqualTo(new Workbench.Outcome(0, "", ""));
        Map<String, double[]> results = new LinkedHashMap<>();
        example.exact().forEach((name, exact) -> {
            NpyArray result = bench.load("out/" + name + ".npy");
            assertThat(result.shape()).as(name).isEqualTo(exact.shape());
            results.put(name, single ? doubles(result.floats()) : result.doubles());
        });
        return results;
    }

    private static String saved(Workbench bench, String name, Numbers numbers, boolean single) {
        Integer[] shape = numbers.shape().toArray(Integer[]::new);
        String file = name + ".npy";
        if (single) {
            bench.save(file, numbers.floats(), shape);
        } else {
            bench.save(file, numbers.values(), shape);
        }
        return name + "=@" + file;
    }

    private static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }
}
