package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.KernelPlan;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Statement;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The typed static entry of a kernel and the private methods it is made of. */
final class EntryEmitter {
    private final KernelPlan plan;
    private final LoopProgram program;
    private final List<BufferSpec> parameters;
    private final EntryDocumentation documentation;

    EntryEmitter(KernelPlan plan, LoopProgram program) {
        this.plan = plan;
        this.program = program;
        this.parameters = plan.signature().entries().get(program.entry()).stream()
                .map(slot -> plan.signature().buffers().get(slot))
                .toList();
        this.documentation = new EntryDocumentation(plan, program, parameters);
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        for (int i = 0; i < program.routines().size(); i++) {
            LoopProgram.Routine routine = program.routines().get(i);
            MethodSpec.Builder method = MethodSpec.methodBuilder(routine.name())
                    .addModifiers(i == 0 ? Modifier.PUBLIC : Modifier.PRIVATE, Modifier.STATIC);
            parameters(method);
            routine.positions().forEach(position -> method.addParameter(int.class, position));
            routine.values().forEach(value -> method.addParameter(double.class, value));
            if (i > 0) {
                partials(method);
                method.addJavadoc(documentation.ofRoutine(routine));
                method.addCode(code(routine.body()));
            } else if (program.range().isPresent()) {
                methods.addAll(new RangeEmitter(plan, program, this).methods());
                continue;
            } else {
                method.addJavadoc(documentation.ofEntry());
                method.addStatement(call(checksName(), List.of()));
                method.addCode(code(routine.body()));
            }
            methods.add(method.build());
        }
        methods.add(checks());
        return methods;
    }

    EntryDocumentation documentation() {
        return documentation;
    }

    /** Whether the code takes the place of what tasks share. */
    private boolean hasPartials() {
        return !program.partials().equals(Count.ZERO);
    }

    void partials(MethodSpec.Builder method) {
        if (hasPartials()) {
            method.addParameter(int.class, Terms.PARTIALS);
        }
    }

    /** The argument checks, apart, so that the entry stays small enough for the JIT compiler. */
    private MethodSpec checks() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(checksName()).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        method.addJavadoc(
                "Checks every argument of {@code $L}, before anything is written.\n",
                program.entry().method());
        parameters(method);
        KernelEmitter.checks(plan, program.entry(), method);
        return method.build();
    }

    String checksName() {
        return program.entry().method() + "Checks";
    }

    void parameters(MethodSpec.Builder method) {
        for (BufferSpec buffer : parameters) {
            method.addParameter(Elements.holder(KernelEmitter.memory(plan, buffer), buffer.type()), buffer.name());
            method.addParameter(int.class, buffer.name() + "Offset");
        }
        if (plan.signature().dynamicAxis().isPresent()) {
            method.addParameter(int.class, Terms.EXTENT);
        }
    }

    CodeBlock code(List<Statement> body) {
        return new ScalarBackend(program, plan.schedule(), plan.signature().memory(), this::call).body(body);
    }

    private CodeBlock call(String name) {
        LoopProgram.Routine routine = program.routines().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<String> more = new ArrayList<>(routine.positions());
        more.addAll(routine.values());
        if (hasPartials()) {
            more.add(Terms.PARTIALS);
        }
        return call(name, more.stream().map(local -> CodeBlock.of("$N", local)).toList());
    }

    /** A call with the arguments of the entry and more. */
    CodeBlock call(String name, List<CodeBlock> more) {
        return callWithScratch(name, CodeBlock.of(""), more);
    }

    /** The same with the workspace from somewhere else on. */
    CodeBlock callWithScratch(String name, CodeBlock shift, List<CodeBlock> more) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (BufferSpec buffer : parameters) {
            arguments.add(CodeBlock.of("$N", buffer.name()));
            boolean shifted = buffer.role() == BufferRole.WORKSPACE;
            arguments.add(CodeBlock.of("$N$L", buffer.name() + "Offset", shifted ? shift : CodeBlock.of("")));
        }
        if (plan.signature().dynamicAxis().isPresent()) {
            arguments.add(CodeBlock.of("$N", Terms.EXTENT));
        }
        arguments.addAll(more);
        return CodeBlock.of("$L($L)", name, CodeBlock.join(arguments, ",$W"));
    }
}
