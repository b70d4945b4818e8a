package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.KernelPlan;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The Javadoc of an entry and of the methods it is made of. */
final class EntryDocumentation {
    /** What the name of a second gradient begins with. */
    private static final String SECOND = "g2_";

    private final KernelPlan plan;
    private final LoopProgram program;
    private final List<BufferSpec> parameters;

    EntryDocumentation(KernelPlan plan, LoopProgram program, List<BufferSpec> parameters) {
        this.plan = plan;
        this.program = program;
        this.parameters = parameters;
    }

    /** What the typed entry takes, does, writes and throws. */
    CodeBlock ofEntry() {
        CodeBlock.Builder text = CodeBlock.builder();
        add(text, summary());
        text.add("\n");
        add(
                text,
                "<p>" + program.routines().get(0).purpose()
                        + " Arrays hold dense row-major tensors; offsets and sizes are in elements.");
        text.add("\n");
        parameters(text);
        throwing(text, "");
        return text.build();
    }

    /** What is computed for a range of an axis. */
    CodeBlock ofRange(LoopProgram.Range range, String stage, String task) {
        String method = program.entry().method();
        CodeBlock.Builder text = CodeBlock.builder();
        add(
                text,
                "The same for a range of " + range.axis()
                        + "; ranges that do not overlap may be computed at the same time"
                        + (range.stages().size() > 1
                                ? ", one stage after the other, with " + method
                                        + "Combine before the first, between two and behind the last."
                                : range.chunked()
                                        ? ", and when all are done, " + method + "Combine completes them."
                                        : "."));
        text.add("\n");
        parameters(text);
        if (range.stages().size() > 1) {
            text.add(
                    "@param $L number of the stage, from 0 to $L\n",
                    stage,
                    range.stages().size() - 1);
        }
        text.add("@param $L number of the task, from 0: which scratch it overwrites\n", task);
        text.add("@param $L first position, a multiple of the signature's unit\n", LoopProgram.BEGIN);
        text.add("@param $L behind the last position\n", LoopProgram.END);
        throwing(text, ", the range is none of the axis");
        return text.build();
    }

    /** What completes an entry that was computed in ranges. */
    CodeBlock ofCombine(LoopProgram.Range range, String stage) {
        CodeBlock.Builder text = CodeBlock.builder();
        boolean stages = range.stages().size() > 1;
        add(
                text,
                "Completes " + (stages ? "a stage of " : "") + "{@code "
                        + program.entry().method() + "} when all of its ranges are done"
                        + (stages ? ", and prepares the next." : "."));
        text.add("\n");
        parameters(text);
        if (stages) {
            text.add(
                    "@param $L how many stages are done: 0 before the first, $L at the end\n",
                    stage,
                    range.stages().size());
        }
        throwing(text, "");
        return text.build();
    }

    private void parameters(CodeBlock.Builder text) {
        for (BufferSpec buffer : parameters) {
            text.add(
                    "@param $L $L {@code $L}, $L, $L: $L\n",
                    buffer.name(),
                    role(buffer),
                    Comments.safe(shape(buffer)),
                    buffer.type().spelling(),
                    size(buffer),
                    access(buffer));
            text.add("@param $L where it begins in its array\n", buffer.name() + "Offset");
        }
        dynamicAxis().ifPresent(axis -> {
            text.add("@param $L ", Terms.EXTENT);
            add(text, "the extent of " + axis + ", " + (least() == 0 ? "not negative" : "at least " + least()));
        });
    }

    private void throwing(CodeBlock.Builder text, String range) {
        String more = dynamicAxis()
                .map(axis -> ", if " + axis + " is " + (least() == 0 ? "negative" : "below " + least())
                        + " or a size does not fit an array")
                .orElse("");
        text.add("@"); // the text itself has none
        add(
                text,
                "throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on"
                        + " than its size" + range + ", or one that is written shares elements with another" + more
                        + "; the message names it, and nothing has been written then");
    }

    /** What a part of the entry is for, and where the specification says so. */
    CodeBlock ofRoutine(LoopProgram.Routine routine) {
        CodeBlock.Builder text = CodeBlock.builder();
        add(text, routine.purpose());
        List<String> lines = new TreeSet<>(routine.subjects().stream()
                        .filter(plan.lines()::containsKey)
                        .map(plan.lines()::get)
                        .toList())
                .stream().map(line -> Integer.toString(line)).toList();
        if (!lines.isEmpty()) {
            text.add("\n");
            add(text, "<p>Specification, line" + (lines.size() == 1 ? " " : "s ") + String.join(", ", lines) + ".");
        }
        return text.build();
    }

    private static void add(CodeBlock.Builder text, String sentence) {
        Comments.wrapped(sentence).forEach(line -> text.add("$L\n", line));
    }

    private String summary() {
        boolean tracks = has(BufferRole.STATE);
        return switch (program.entry()) {
            case FORWARD ->
                tracks
                        ? "Training forward: outputs and saved statistics, then states, with the statistics of this call."
                        : "Forward: outputs"
                                + (has(BufferRole.SAVED) ? " and the statistics that backward reads." : ".");
            case INFER -> tracks ? "Inference: no state changes, and tracked statistics are read." : "Outputs alone.";
            case BACKWARD -> "Gradients of forward" + (has(BufferRole.SAVED) ? ", with what it saved." : ".");
            case BACKWARD_FROZEN ->
                "Gradients of infer" + (tracks ? ": tracked statistics are constants." : ", with nothing saved.");
            case BACKWARD2 -> "Gradients of the scalar product of the gradients of forward with their cotangents.";
            case PARTIAL -> "The statistics of one shard.";
            case FINISH -> "Forward of one shard with merged statistics.";
            case BACKWARD_PARTIAL -> "The sums of one shard that gradients need.";
            case BACKWARD_FINISH -> "Gradients of one shard with merged sums.";
            case BACKWARD_FROZEN2 -> "Gradients of the scalar product of the gradients of infer with their cotangents.";
        };
    }

    private boolean has(BufferRole role) {
        return !plan.signature().buffers(role).isEmpty();
    }

    private int least() {
        return plan.least(program.entry());
    }

    private Optional<String> dynamicAxis() {
        return plan.signature().dynamicAxis();
    }

    private String role(BufferSpec buffer) {
        return switch (buffer.role()) {
            case INPUT -> "input";
            case PARAM -> "param";
            case MASK -> "mask";
            case STATE -> "state";
            case OUTPUT -> "output";
            case SAVED -> "saved statistic";
            case STATISTIC -> "statistic of shards";
            case WORKSPACE -> "scratch";
            case COTANGENT -> "cotangent of " + buffer.name().substring(1);
            case GRADIENT ->
                buffer.name().startsWith(SECOND)
                        ? "second gradient of " + buffer.name().substring(SECOND.length())
                        : "gradient of " + buffer.name().substring(1);
        };
    }

    private String access(BufferSpec buffer) {
        if (buffer.role() == BufferRole.WORKSPACE) {
            return "overwritten, holds nothing between calls";
        }
        boolean written = KernelEmitter.isWritten(buffer, program.entry());
        boolean updated = written && buffer.role() == BufferRole.STATE;
        return updated ? "read and written" : written ? "written" : "read";
    }

    /** {@code x[N=2, D=768]}; a scratch has no axes. */
    private static String shape(BufferSpec buffer) {
        return buffer.role() == BufferRole.WORKSPACE ? buffer.name() : buffer.toString();
    }

    private String size(BufferSpec buffer) {
        if (!buffer.isDynamic()) {
            return elements(buffer.elements(1));
        }
        String each = " for each " + dynamicAxis().orElseThrow();
        long perIndex = KernelEmitter.perIndex(buffer);
        return buffer.role() == BufferRole.WORKSPACE
                ? elements(buffer.extents().get(0)) + " and " + perIndex + each
                : elements(perIndex) + each;
    }

    private static String elements(long count) {
        return count + (count == 1 ? " element" : " elements");
    }
}
