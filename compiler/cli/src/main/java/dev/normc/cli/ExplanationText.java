package dev.normc.cli;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.op.Literal;
import dev.normc.compiler.print.EquationPrinter;
import dev.normc.compiler.print.SharedStatistic;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation for a person. */
final class ExplanationText {
    private final Explanation explanation;
    private final TypedNorm norm;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explanation) {
        this.explanation = explanation;
        this.norm = explanation.norm();
    }

    static List<String> lines(Explanation explanation) {
        return new ExplanationText(explanation).lines();
    }

    private List<String> lines() {
        lines.add(norm.name());
        norm.documentation().forEach(line -> lines.add("  " + Console.printable(line.strip())));
        section("Axes", axes());
        section("Constants", constants());
        section("Tensors", tensors());
        section(norm.card() ? "Equations that the card stands for" : "Equations", explanation.equations());
        section("Statistics", statistics());
        boolean unknown = explanation.gradient().isEmpty();
        section(gradientTitle(), unknown ? List.of("depends on the shape: add `--shape`") : explanation.gradient());
        explanation.compilation().ifPresent(this::specialization);
        return lines;
    }

    /** The gradient of any shape is shown for two further axes, as an image has. */
    private String gradientTitle() {
        boolean assumed =
                explanation.compilation().isEmpty() && norm.axes().atoms().contains(AxisNames.REST);
        return assumed
                ? "Gradient, with `..` written as " + String.join(", ", DerivedGradient.furtherAxes(norm))
                : "Gradient";
    }

    private void section(String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(title);
            content.forEach(line -> lines.add(line.isBlank() ? "" : "  " + line));
        }
    }

    private List<String> axes() {
        List<List<String>> rows = new ArrayList<>();
        for (String name : norm.axes().merged(norm.axes().atoms())) {
            List<String> factors = norm.axes().products().get(name);
            rows.add(List.of(
                    factors == null ? name : name + " = " + String.join("*", factors),
                    name.equals(AxisNames.REST) ? "any number of further axes, none included" : "",
                    factors == null ? "" : factors.get(0) + " is outermost"));
        }
        return Table.lines(rows);
    }

    private List<String> constants() {
        return norm.constants().stream()
                .map(constant -> constant.name() + " = " + number(constant) + (constant.extent() ? "   an extent" : ""))
                .toList();
    }

    private static String number(TypedNorm.Constant constant) {
        return Literal.of(constant.value());
    }

    private List<String> tensors() {
        List<List<String>> rows = new ArrayList<>();
        for (TypedNorm.Tensor tensor : norm.tensors()) {
            String initial = tensor.initial()
                    .map(value -> "starts at " + EquationPrinter.expression(norm, value))
                    .orElse("");
            rows.add(List.of(lower(tensor.role()), EquationPrinter.declaration(norm, tensor), initial));
        }
        for (TypedNorm.Equation output : norm.outputs()) {
            List<String> axes = norm.axes().merged(output.value().axes());
            rows.add(
                    List.of("output", output.name() + (axes.isEmpty() ? "" : "[" + String.join(", ", axes) + "]"), ""));
        }
        return Table.lines(rows);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private List<String> statistics() {
        List<List<String>> rows = new ArrayList<>();
        for (SharedStatistic statistic : explanation.statistics()) {
            String shape = explanation
                    .compilation()
                    .map(ProgramExtents::new)
                    .map(extents -> extents.elements(statistic.each()) + " "
                            + (statistic.each().isEmpty() ? "value" : "values " + extents.shape(statistic.each()))
                            + ", each of " + extents.elements(statistic.over()) + " elements")
                    .orElse("");
            rows.add(List.of(statistic.text(), statistic.sharing(norm), shape));
        }
        return Table.lines(rows);
    }

    private void specialization(Compilation compilation) {
        lines.add("");
        lines.add("For " + compilation.specialized().extents() + ", "
                + compilation.specialized().type().spelling() + " storage, kernel "
                + compilation.plan().className());
        String openAxis = compilation.signature().dynamicAxis().orElse("n");
        List<List<String>> buffers = new ArrayList<>();
        buffers.add(List.of("role", "buffer", "type", "size"));
        for (BufferSpec buffer : compilation.signature().buffers()) {
            Count bytes = BufferBytes.of(buffer);
            buffers.add(List.of(
                    lower(buffer.role()), buffer.toString(), buffer.type().spelling(), ByteText.of(bytes, openAxis)));
        }
        section("Buffers", Table.lines(buffers));
        List<EntrySchedule> entries = EntrySchedule.of(compilation);
        section(ScheduleText.trafficTitle(entries.get(0)), ScheduleText.traffic(entries, openAxis));
        List<String> passes = new ArrayList<>();
        entries.forEach(entry -> passes.addAll(ScheduleText.passes(entry, openAxis)));
        section(ScheduleText.title(entries.get(0)), passes);
    }
}
