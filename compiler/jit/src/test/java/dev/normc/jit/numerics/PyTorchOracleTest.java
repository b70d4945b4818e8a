package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kernels against PyTorch 2.10.0.
 *
 * <p>{@code pytorch_float64.json} holds ten cases of batch, layer, instance, group and RMS normalization at unequal
 * extents, computed by PyTorch 2.10.0 on the CPU in float64: inputs, outputs, running statistics before and after, and
 * first gradients by autograd for a random {@code dy}. Each forward was checked against an independent float64 formula
 * to 1e-14, or 1e-11 where the mean is 1e4. PyTorch's momentum 0.1 is the weight of the new value, {@code decay 0.9}
 * here, and its running variance is unbiased.
 */
class PyTorchOracleTest {
    private static final double F64 = 1e-12;
    /** PyTorch's own error where the mean is 1e4 times the deviation. */
    private static final double F64_FAR_MEAN = 1e-10;
    /** One rounding to f32, and the contract's margin. */
    private static final double F32 = 1.5e-7;

    private static final Map<String, String> FROM_PYTORCH =
            Map.of("running_mean", "running_mean_before", "running_var", "running_var_before");

    /** One case: a norm, and named arrays as PyTorch has them. */
    record Case(String name, Spec spec, boolean training, Map<String, double[]> arrays) {
        /** What the kernel is given, by its own names. */
        Map<String, double[]> values(Subject subject) {
            Map<String, double[]> values = new HashMap<>();
            subject.given()
                    .forEach(buffer -> values.put(
                            buffer.name(), arrays.get(FROM_PYTORCH.getOrDefault(buffer.name(), buffer.name()))));
            return values;
        }

        double tolerance() {
            return name.contains("far_mean") ? F64_FAR_MEAN : F64;
        }

        Entry forward() {
            return training ? Entry.FORWARD : Entry.INFER;
        }

        Entry backward() {
            return training ? Entry.BACKWARD : Entry.BACKWARD_FROZEN;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree(Spec.resource("pytorch_float64.json"));
        return StreamSupport.stream(root.get("cases").spliterator(), false).map(PyTorchOracleTest::read);
    }

    @Test
    void there_are_ten_cases() throws JsonProcessingException {
        assertThat(cases()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void f64_kernels_give_what_pytorch_gives(Case example) {
        Subject subject = Subject.of(example.spec(), DataType.F64);
        Map<String, double[]> values = example.values(subject);
        Map<String, double[]> computed = new LinkedHashMap<>(subject.run(example.forward(), values));
        computed.putAll(subject.run(example.backward(), values));

        List<String> names = example.spec().text().contains("beta")
                ? List.of("y", "dx", "dgamma", "dbeta")
                : List.of("y", "dx", "dgamma");
        for (String name : names) {
            double[] expected = example.arrays().get(name);
            Close.check(name, computed.get(name), expected, example.tolerance() * Close.scale(expected));
        }
        if (example.spec().text().contains("track") && example.training()) {
            for (String state : List.of("running_mean", "running_var")) {
                double[] expected = example.arrays().get(state + "_after");
                Close.check(state, computed.get(state), expected, example.tolerance() * Close.scale(expected));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void f32_kernels_give_the_rounded_result_for_the_rounded_data(Case example) {
        Subject subject = Subject.of(example.spec(), DataType.F32);
        Map<String, double[]> values = example.values(subject);
        values.replaceAll((name, elements) -> subject.rounded(elements));
        for (Entry entry : List.of(example.forward(), example.backward())) {
            Map<String, double[]> computed = subject.run(entry, values);
            subject.reference(entry, values)
                    .forEach((name, expected) ->
                            Close.check(name, computed.get(name), expected, F32 * Close.scale(expected)));
        }
    }

    private static Case read(JsonNode node) {
        String operation = node.get("op").asText();
        int rank = node.get("x").get("shape").size();
        int[] extents = extents(node.get("x"));
        String body =
                switch (operation) {
                    case "batch_norm" ->
                        "norm BatchNorm { input x[N, C, ..] reduce N, .. epsilon "
                                + node.get("eps").asText()
                                + " affine scale gamma[C], shift beta[C] track decay 0.9 unbiased }";
                    case "instance_norm" ->
                        "norm InstanceNorm { input x[N, C, ..] reduce .. epsilon "
                                + node.get("eps").asText() + " affine scale gamma[C], shift beta[C] }";
                    case "group_norm" ->
                        "norm GroupNorm { input x[N, C, ..] group C into "
                                + node.get("groups").asText()
                                + " reduce C, .. epsilon " + node.get("eps").asText()
                                + " affine scale gamma[C], shift beta[C] }";
                    case "layer_norm" -> trailing("LayerNorm", node, "", ", shift beta[%s]");
                    case "rms_norm" -> trailing("RMSNorm", node, " divide rms", "");
                    default -> throw new IllegalArgumentException(operation);
                };
        String shape = String.join(
                ", ", IntStream.range(0, rank).mapToObj(i -> "" + extents[i]).toList());
        Map<String, double[]> arrays = new HashMap<>();
        node.properties().forEach(field -> {
            if (field.getValue().has("data")) {
                arrays.put(field.getKey(), doubles(field.getValue().get("data")));
            }
        });
        boolean training = !node.has("training") || node.get("training").asBoolean();
        String name = node.get("name").asText();
        return new Case(name, new Spec(name, body, shape), training, arrays);
    }

    /** A norm over the last axes, those that its params have. */
    private static String trailing(String norm, JsonNode node, String divide, String shift) {
        int reduced = node.get("param_axes_shape").size();
        String axes = String.join(", ", List.of("D", "E", "F").subList(0, reduced));
        return "norm " + norm + " { input x[N, " + axes + "] reduce " + axes + divide + " epsilon "
                + node.get("eps").asText() + " affine scale gamma[" + axes + "]" + String.format(shift, axes) + " }";
    }

    private static int[] extents(JsonNode tensor) {
        return StreamSupport.stream(tensor.get("shape").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private static double[] doubles(JsonNode data) {
        return StreamSupport.stream(data.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
