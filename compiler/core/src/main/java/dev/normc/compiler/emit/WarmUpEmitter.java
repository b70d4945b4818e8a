package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.normc.compiler.loop.KernelPlan;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Reach;
import dev.normc.compiler.loop.Statement;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Methods that run the parts of each entry with hardware vectors on rows of zeros, until they are compiled. */
final class WarmUpEmitter {
    private static final String TIMES = "times";
    private static final String TURN = "turn";

    private final KernelPlan plan;

    WarmUpEmitter(KernelPlan plan) {
        this.plan = plan;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder all = MethodSpec.methodBuilder("warmUp")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Entry.class, "entry")
                .addParameter(int.class, TIMES);
        for (Map.Entry<Entry, LoopProgram> entry : plan.programs().entrySet()) {
            List<LoopProgram.Routine> routines = entry.getValue().routines().stream()
                    .skip(1)
                    .filter(routine -> hasVectors(routine.body()))
                    .toList();
            if (!routines.isEmpty()) {
                String name = "warmUp" + entry.getKey().name().charAt(0)
                        + entry.getKey().method().substring(1);
                all.beginControlFlow("if (entry == $T.$L)", Entry.class, entry.getKey())
                        .addStatement("$L($N)", name, TIMES)
                        .endControlFlow();
                methods.add(one(name, entry.getValue(), routines));
            }
        }
        methods.add(0, all.build());
        return methods;
    }

    private static boolean hasVectors(List<Statement> body) {
        return body.stream()
                .anyMatch(statement -> statement instanceof Statement.Lanes lanes && lanes.inVectors()
                        || statement instanceof Statement.For loop && hasVectors(loop.body())
                        || statement instanceof Statement.Grouped grouped && hasVectors(grouped.group()));
    }

    private MethodSpec one(String name, LoopProgram program, List<LoopProgram.Routine> routines) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(int.class, TIMES)
                .addJavadoc(
                        "Runs parts of {@code $L} on zeros.\n", program.entry().method());
        List<CodeBlock> shared = new ArrayList<>();
        for (int slot : plan.signature().entries().get(program.entry())) {
            BufferSpec buffer = plan.signature().buffers().get(slot);
            long elements = buffer.role() == BufferRole.WORKSPACE
                    ? buffer.elements(1)
                    : routines.stream()
                            .mapToLong(routine -> Reach.of(program, routine).elements(buffer.name()))
                            .max()
                            .orElse(0);
            method.addStatement(
                    "$T $N = $L",
                    Elements.holder(KernelEmitter.memory(plan, buffer), buffer.type()),
                    buffer.name(),
                    Elements.zeros(KernelEmitter.memory(plan, buffer), buffer.type(), elements));
            shared.add(CodeBlock.of("$N", buffer.name()));
            shared.add(CodeBlock.of("0"));
        }
        if (plan.signature().dynamicAxis().isPresent()) {
            shared.add(CodeBlock.of("1"));
        }
        method.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", TURN, TIMES);
        for (LoopProgram.Routine routine : routines) {
            List<CodeBlock> arguments = new ArrayList<>(shared);
            routine.positions().forEach(position -> arguments.add(CodeBlock.of("0")));
            routine.values().forEach(value -> arguments.add(CodeBlock.of("1.0")));
            if (program.partials().fixed() > 0) {
                arguments.add(CodeBlock.of(
                        "$L", program.workspace().fixed() + program.workspace().perDynamic()));
            }
            method.addStatement("$L($L)", routine.name(), CodeBlock.join(arguments, ",$W"));
        }
        return method.endControlFlow().build();
    }
}
