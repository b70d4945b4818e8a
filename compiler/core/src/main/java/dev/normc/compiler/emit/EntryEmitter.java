package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.normc.compiler.loop.KernelPlan;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Statement;
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
            if (i == 0) {
                method.addJavadoc(documentation.ofEntry());
                method.addStatement(call(checksName(), List.of(), List.of()));
            } else {
                method.addJavadoc(documentation.ofRoutine(routine));
            }
            method.addCode(code(routine.body()));
            methods.add(method.build());
        }
        methods.add(checks());
        return methods;
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

    private String checksName() {
        return program.entry().method() + "Checks";
    }

    private void parameters(MethodSpec.Builder method) {
        for (BufferSpec buffer : parameters) {
            method.addParameter(KernelEmitter.array(buffer.type()), buffer.name());
            method.addParameter(int.class, buffer.name() + "Offset");
        }
        if (plan.signature().dynamicAxis().isPresent()) {
            method.addParameter(int.class, Terms.EXTENT);
        }
    }

    private CodeBlock code(List<Statement> body) {
        return new ScalarBackend(program, plan.schedule(), this::call).body(body);
    }

    private CodeBlock call(String name) {
        LoopProgram.Routine routine = program.routines().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return call(name, routine.positions(), routine.values());
    }

    private CodeBlock call(String name, List<String> positions, List<String> values) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (BufferSpec buffer : parameters) {
            arguments.add(CodeBlock.of("$N", buffer.name()));
            arguments.add(CodeBlock.of("$N", buffer.name() + "Offset"));
        }
        if (plan.signature().dynamicAxis().isPresent()) {
            arguments.add(CodeBlock.of("$N", Terms.EXTENT));
        }
        positions.forEach(position -> arguments.add(CodeBlock.of("$N", position)));
        values.forEach(value -> arguments.add(CodeBlock.of("$N", value)));
        return CodeBlock.of("$L($L)", name, CodeBlock.join(arguments, ",$W"));
    }
}
