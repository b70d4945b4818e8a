package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.normc.compiler.loop.KernelPlan;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Ranges of entries for callers that know names. */
final class RangesByName {
    private final KernelPlan plan;

    RangesByName(KernelPlan plan) {
        this.plan = plan;
    }

    List<MethodSpec> methods() {
        List<Map.Entry<Entry, LoopProgram>> cut = plan.programs().entrySet().stream()
                .filter(entry -> entry.getValue().range().isPresent())
                .toList();
        if (cut.isEmpty()) {
            return List.of();
        }
        MethodSpec.Builder run = method("run")
                .addParameter(int.class, "stage")
                .addParameter(int.class, "task")
                .addParameter(int.class, "begin")
                .addParameter(int.class, "end")
                .addStatement("bindings.require(SIGNATURE)");
        MethodSpec.Builder combine =
                method("combine").addParameter(int.class, "done").addStatement("bindings.require(SIGNATURE)");
        for (Map.Entry<Entry, LoopProgram> entry : cut) {
            List<CodeBlock> arguments = new ArrayList<>(KernelEmitter.arguments(plan, entry.getKey()));
            LoopProgram.Range range = entry.getValue().range().orElseThrow();
            boolean stages = range.stages().size() > 1;
            List<CodeBlock> all = new ArrayList<>(arguments);
            if (stages) {
                all.add(CodeBlock.of("done"));
                arguments.add(CodeBlock.of("stage"));
            }
            arguments.addAll(List.of(CodeBlock.of("task"), CodeBlock.of("begin"), CodeBlock.of("end")));
            run.beginControlFlow("if (entry == $T.$L)", Entry.class, entry.getKey())
                    .addStatement("$LRange($L)", entry.getKey().method(), CodeBlock.join(arguments, ",$W"))
                    .addStatement("return")
                    .endControlFlow();
            combine.beginControlFlow("if (entry == $T.$L)", Entry.class, entry.getKey());
            if (!stages && range.chunked()) {
                combine.beginControlFlow("if (done == 1)");
            }
            if (range.chunked()) {
                combine.addStatement("$LCombine($L)", entry.getKey().method(), CodeBlock.join(all, ",$W"));
            }
            if (!stages && range.chunked()) {
                combine.endControlFlow();
            }
            combine.addStatement("return").endControlFlow();
        }
        // Not `+`, which javac leaves to be linked at run time: a kernel does without that.
        CodeBlock otherwise = CodeBlock.of(
                "throw new $T(entry.method().concat($S))",
                UnsupportedOperationException.class,
                " cannot be cut into ranges");
        return List.of(
                run.addStatement(otherwise).build(),
                combine.addStatement(otherwise).build());
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Entry.class, "entry")
                .addParameter(Bindings.class, "bindings");
    }
}
