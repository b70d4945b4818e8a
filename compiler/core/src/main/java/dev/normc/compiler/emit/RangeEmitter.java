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
        List<Statement> body = program.routines().get(0).body();
        List<MethodSpec> methods =
                new ArrayList<>(List.of(whole(), ofRange(), part(body.subList(0, range.statements()))));
        if (range.chunked()) {
            methods.add(combine());
            methods.add(rest(body.subList(range.statements(), body.size())));
        }
        return methods;
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
        method.addStatement(entry.call(name + "Part", withPartials(CodeBlock.of("0"), terms.count(range.extent()))));
        if (range.chunked()) {
            method.addStatement(entry.call(name + "Rest", withPartials()));
        }
        return method.build();
    }

    private MethodSpec ofRange() {
        MethodSpec.Builder method = method("Range", Modifier.PUBLIC)
                .addParameter(int.class, TASK)
                .addParameter(int.class, LoopProgram.BEGIN)
                .addParameter(int.class, LoopProgram.END);
        method.addJavadoc(entry.documentation().ofRange(range, TASK));
        method.addStatement(checks());
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
        List<CodeBlock> more = withPartials(CodeBlock.of("$N", LoopProgram.BEGIN), CodeBlock.of("$N", LoopProgram.END));
        if (program.workspace().equals(Count.ZERO)) {
            method.addStatement(entry.call(name + "Part", more));
            return method.build();
        }
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
        method.addStatement(entry.callWithScratch(name + "Part", CodeBlock.of(" + $L", SCRATCH), more));
        return method.build();
    }

    private static final String TASK = "task";
    private static final String SCRATCH = "scratchOfTask";

    private MethodSpec part(List<Statement> statements) {
        MethodSpec.Builder method = method("Part", Modifier.PRIVATE)
                .addParameter(int.class, LoopProgram.BEGIN)
                .addParameter(int.class, LoopProgram.END);
        entry.partials(method);
        method.addJavadoc(
                "$L from $N to $N.\n", "One range of " + range.axis() + ",", LoopProgram.BEGIN, LoopProgram.END);
        return method.addCode(entry.code(statements)).build();
    }

    private MethodSpec combine() {
        return method("Combine", Modifier.PUBLIC)
                .addJavadoc(entry.documentation().ofCombine())
                .addStatement(checks())
                .addStatement(entry.call(name + "Rest", withPartials()))
                .build();
    }

    private MethodSpec rest(List<Statement> statements) {
        MethodSpec.Builder method = method("Rest", Modifier.PRIVATE);
        entry.partials(method);
        method.addJavadoc("Adds the sums of the chunks in their order, and writes what follows from them.\n");
        return method.addCode(entry.code(statements)).build();
    }
}
