package dev.normc.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.normc.compiler.Compilation;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.print.EquationPrinter;
import dev.normc.compiler.print.SharedStatistic;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferSpec;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Explanations for a program: {@code {"norms": [...]}}. Sizes are in bytes, -1 is the extent of an open axis. */
final class ExplanationJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExplanationJson() {}

    static String text(List<Explanation> explanations) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode norms = root.putArray("norms");
        explanations.forEach(explanation -> norm(norms.addObject(), explanation));
        return pretty(root);
    }

    /** The page of an error code. */
    static String page(String code, String page) {
        return pretty(JSON.createObjectNode().put("code", code).put("page", page));
    }

    /** A document with line breaks and indentation. */
    static String pretty(ObjectNode root) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    private static void norm(ObjectNode node, Explanation explanation) {
        TypedNorm norm = explanation.norm();
        node.put("name", norm.name()).put("card", norm.card());
        strings(node, "documentation", norm.documentation());
        ArrayNode axes = node.putArray("axes");
        for (String name : norm.axes().merged(norm.axes().atoms())) {
            ObjectNode axis = axes.addObject().put("name", name).put("open", name.equals(AxisNames.REST));
            strings(axis, "factors", norm.axes().products().getOrDefault(name, List.of()));
        }
        ArrayNode constants = node.putArray("constants");
        norm.constants().forEach(constant -> constants
                .addObject()
                .put("name", constant.name())
                .put("value", constant.value())
                .put("extent", constant.extent()));
        ArrayNode tensors = node.putArray("tensors");
        for (TypedNorm.Tensor tensor : norm.tensors()) {
            ObjectNode declared = tensors.addObject().put("name", tensor.name()).put("role", lower(tensor.role()));
            strings(declared, "axes", tensor.axes());
            tensor.initial().ifPresent(value -> declared.put("initial", EquationPrinter.expression(norm, value)));
        }
        for (TypedNorm.Equation output : norm.outputs()) {
            ObjectNode declared = tensors.addObject().put("name", output.name()).put("role", "output");
            strings(declared, "axes", norm.axes().merged(output.value().axes()));
        }
        strings(node, "equations", explanation.equations());
        statistics(node.putArray("statistics"), explanation);
        strings(node, "gradient", explanation.gradient());
        explanation
                .compilation()
                .ifPresent(compilation -> specialization(node.putObject("specialization"), compilation));
    }

    private static void statistics(ArrayNode nodes, Explanation explanation) {
        for (SharedStatistic statistic : explanation.statistics()) {
            ObjectNode node = nodes.addObject().put("name", statistic.name()).put("expression", statistic.expression());
            strings(node, "each", explanation.norm().axes().merged(statistic.each()));
            strings(node, "sharedAlong", explanation.norm().axes().merged(statistic.over()));
            explanation.compilation().map(ProgramExtents::new).ifPresent(extents -> {
                extents(node, "shape", extents.axes(statistic.each()));
                extents(node, "sharedShape", extents.axes(statistic.over()));
            });
        }
    }

    private static void extents(ObjectNode node, String name, List<Axis> axes) {
        ObjectNode shape = node.putObject(name);
        axes.forEach(axis -> shape.put(axis.name(), axis.extent()));
    }

    private static void specialization(ObjectNode node, Compilation compilation) {
        node.put("shape", compilation.specialized().extents());
        node.put("type", compilation.specialized().type().spelling());
        node.put("kernel", compilation.className());
        compilation.signature().dynamicAxis().ifPresent(axis -> node.put("openAxis", axis));
        ArrayNode buffers = node.putArray("buffers");
        for (BufferSpec buffer : compilation.signature().buffers()) {
            ObjectNode described = buffers.addObject()
                    .put("name", buffer.name())
                    .put("role", lower(buffer.role()))
                    .put("type", buffer.type().spelling());
            strings(described, "axes", buffer.axes());
            ArrayNode extents = described.putArray("extents");
            buffer.extents().forEach(extents::add);
            bytes(described, BufferBytes.of(buffer));
        }
        ArrayNode entries = node.putArray("entries");
        EntrySchedule.of(compilation).forEach(entry -> ScheduleJson.entry(entries.addObject(), entry));
    }

    static void bytes(ObjectNode node, Count count) {
        node.put("bytes", count.fixed()).put("bytesPerOpenIndex", count.perDynamic());
    }

    static void strings(ObjectNode node, String name, Collection<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
