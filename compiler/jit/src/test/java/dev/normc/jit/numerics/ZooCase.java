package dev.normc.jit.numerics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.normc.compiler.Zoo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;

/**
 * A norm of the zoo at one shape, with the values that {@code numerics/zoo_float64.py} expects of it.
 *
 * @param given inputs, params, masks and states, and cotangents where there are gradients, away from every kink of the norm
 * @param train what a training call stores: outputs and states
 * @param infer what inference stores
 * @param backward gradients by hand; empty where there are none
 */
record ZooCase(
        Spec spec,
        Map<String, double[]> given,
        Map<String, double[]> train,
        Map<String, double[]> infer,
        Map<String, double[]> backward) {
    private static final List<ZooCase> ALL = read();

    static List<ZooCase> all() {
        return ALL;
    }

    static ZooCase named(String name) {
        return ALL.stream()
                .filter(found -> found.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The given values, and random cotangents where none are given. */
    Map<String, double[]> values(Subject subject) {
        Map<String, double[]> values = new LinkedHashMap<>(given);
        SplittableRandom random = new SplittableRandom(spec.name().hashCode());
        subject.given()
                .forEach(buffer ->
                        values.computeIfAbsent(buffer.name(), name -> random.doubles(buffer.elements(1), -2, 2)
                                .toArray()));
        return values;
    }

    private static List<ZooCase> read() {
        List<ZooCase> cases = new ArrayList<>();
        try {
            for (JsonNode node : new ObjectMapper()
                    .readTree(Spec.resource("zoo_float64.json"))
                    .get("cases")) {
                String name = node.get("name").asText();
                Spec spec = new Spec(
                        name, Zoo.source(name).text(), node.get("shape").asText());
                cases.add(new ZooCase(
                        spec,
                        arrays(node.get("given")),
                        arrays(node.get("train")),
                        arrays(node.get("infer")),
                        arrays(node.get("backward"))));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(cases);
    }

    private static Map<String, double[]> arrays(JsonNode node) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        node.properties()
                .forEach(field -> arrays.put(
                        field.getKey(),
                        StreamSupport.stream(field.getValue().spliterator(), false)
                                .mapToDouble(JsonNode::asDouble)
                                .toArray()));
        return arrays;
    }

    @Override
    public String toString() {
        return spec.toString();
    }
}
