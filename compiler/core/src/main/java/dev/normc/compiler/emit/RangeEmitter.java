package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.KernelPlan;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Statement;
import dev.normc.runtime.Arguments;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods of an entry that can be cut: all of it, a range of it, and what combines ranges. */
final class RangeEmitter {
    private final KernelPlan plan;
    private final LoopProgram program;
    private final LoopProgram.Range range;
    private final EntryEmitter entry;
    private final String name;
    private final Terms terms;

    RangeEmitter(KernelPlan plan, LoopProgram program, EntryEmitter entry) {
        this.plan = plan;
        this.program = program;
        this.range = program.range().orElseThrow();
        this.entry = entry;
        this.name = program.entry().method();
        this.terms = new Terms(program, plan.signature().memory());
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>(List.of(whole(), ofRange()));
        if (hasStages() || range.chunked()) {
            methods.add(combine());
        }
        for (int stage = 0; stage < stages(); stage++) {
            methods.add(part(stage));
        }
        for (int stage = 0; stage <= stages(); stage++) {
            if (!between(stage).isEmpty()) {
                methods.add(betweenStages(stage));
            }
        }
        return methods;
    }

    private int stages() {
        return range.stages().size();
    }

    private boolean hasStages() {
        return stages() > 1;
    }

    private List<Statement> between(int stage) {
        return range.between(stage, program.routines().get(0).body());
    }

    private String partName(int stage) {
        return name + "Part" + (hasStages() ? stage + 1 : "");
    }

    private String betweenName(int stage) {
        return name + (stage == stages() ? "Rest" : "Between" + stage);
    }

    private MethodSpec.Builder method(String suffix, Modifier access) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name + suffix).addModifiers(access, Modifier.STATIC);
        entry.parameters(method);
        return method;
    }

    private CodeBlock checks() {
        return entry.call(entry.checksName(), List.of());
    }

    private boolean hasPartials() {
        return !program.partials().equals(Count.ZERO);
    }

    /** Where the shared part of the workspace begins. */
    private CodeBlock shared() {
        return CodeBlock.of("$N + $L", Terms.WORKSPACE + "Offset", terms.count(program.workspace()));
    }

    private List<CodeBlock> withPartials(CodeBlock... more) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(more));
        if (hasPartials()) {
            arguments.add(shared());
        }
        return arguments;
    }

    private MethodSpec whole() {
        MethodSpec.Builder method =
                method("", Modifier.PUBLIC).addJavadoc(entry.documentation().ofEntry());
        method.addStatement(checks());
        for (int stage = 0; stage <= stages(); stage++) {
            if (!between(stage).isEmpty()) {
                method.addStatement(entry.call(betweenName(stage), withPartials()));
            }
            if (stage < stages()) {
                method.addStatement(
                        entry.call(partName(stage), withPartials(CodeBlock.of("0"), terms.count(range.extent()))));
            }
        }
        return method.build();
    }

    private MethodSpec ofRange() {
        MethodSpec.Builder method = withStage(method("Range", Modifier.PUBLIC))
                .addParameter(int.class, TASK)
                .addParameter(int.class, LoopProgram.BEGIN)
                .addParameter(int.class, LoopProgram.END);
        method.addJavadoc(entry.documentation().ofRange(range, STAGE, TASK));
        method.addStatement(checks());
        stageCheck(method, stages() - 1);
        CodeBlock extent = terms.count(range.extent());
        CodeBlock unit = range.chunked()
                ? CodeBlock.of("$T.length($L, $L)", dev.normc.runtime.math.Chunks.class, extent, range.block())
                : CodeBlock.of("$L", range.block());
        method.addStatement(
                "$T.part($S, $N, $N, $L, $L)",
                Arguments.class,
                range.axis(),
                LoopProgram.BEGIN,
                LoopProgram.END,
                extent,
                unit);
        CodeBlock shift = CodeBlock.of("");
        if (!program.workspace().equals(Count.ZERO)) {
            shift = CodeBlock.of(" + $L", SCRATCH);
            scratch(method);
        }
        List<CodeBlock> more = withPartials(CodeBlock.of("$N", LoopProgram.BEGIN), CodeBlock.of("$N", LoopProgram.END));
        for (int stage = 0; stage < stages(); stage++) {
            ifStage(method, stage, entry.callWithScratch(partName(stage), shift, more));
        }
        return method.build();
    }

    /** Where the scratch of the task begins. */
    private void scratch(MethodSpec.Builder method) {
        String dynamic = plan.signature().dynamicAxis().isPresent() ? Terms.EXTENT : "1";
        method.addStatement(
                "int $L = SIGNATURE.scratchOf($T.$L, $L, $L)",
                SCRATCH,
                dev.normc.runtime.Entry.class,
                program.entry(),
                TASK,
                dynamic);
        method.addStatement(
                "$T.range($S, $N.length, $N + $L, $L)",
                Arguments.class,
                Terms.WORKSPACE,
                Terms.WORKSPACE,
                Terms.WORKSPACE + "Offset",
                SCRATCH,
                terms.count(program.workspace()));
    }

    private MethodSpec.Builder withStage(MethodSpec.Builder method) {
        return hasStages() ? method.addParameter(int.class, STAGE) : method;
    }

    private void stageCheck(MethodSpec.Builder method, int most) {
        if (hasStages()) {
            method.addStatement("$T.stage($S, $N, $L)", Arguments.class, name, STAGE, most);
        }
    }

    private void ifStage(MethodSpec.Builder method, int stage, CodeBlock call) {
        if (hasStages()) {
            method.beginControlFlow("if ($N == $L)", STAGE, stage)
                    .addStatement(call)
                    .endControlFlow();
        } else {
            method.addStatement(call);
        }
    }

    private static final String STAGE = "rangeStage";
    private static final String TASK = "task";
    private static final String SCRATCH = "scratchOfTask";

    private MethodSpec part(int stage) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(partName(stage)).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        entry.parameters(method);
        method.addParameter(int.class, LoopProgram.BEGIN).addParameter(int.class, LoopProgram.END);
        entry.partials(method);
        method.addJavadoc("One range of $L, from $N to $N.\n", range.axis(), LoopProgram.BEGIN, LoopProgram.END);
        return method.addCode(entry.code(
                        range.stages().get(stage).of(program.routines().get(0).body())))
                .build();
    }

    private MethodSpec combine() {
        MethodSpec.Builder method = withStage(method("Combine", Modifier.PUBLIC))
                .addJavadoc(entry.documentation().ofCombine(range, STAGE))
                .addStatement(checks());
        stageCheck(method, stages());
        for (int stage = 0; stage <= stages(); stage++) {
            if (!between(stage).isEmpty()) {
                ifStage(method, stage, entry.call(betweenName(stage), withPartials()));
            }
        }
        return method.build();
    }

    private MethodSpec betweenStages(int stage) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(betweenName(stage)).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        entry.parameters(method);
        entry.partials(method);
        method.addJavadoc(
                stage == 0
                        ? "What all ranges need.\n"
                        : "Adds the sums of the chunks in their order, and computes what follows from them.\n");
        return method.addCode(entry.code(between(stage))).build();
    }
}
