package dev.normc.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.normc.compiler.loop.KernelPlan;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.EntryRange;
import dev.normc.runtime.GeneratedKernels;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.VectorTwin;
import dev.normc.runtime.WarmUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the class of a kernel: its signature, its entries by name, its typed static entries. */
public final class KernelEmitter {
    private final KernelPlan plan;
    private final ClassName self;

    private KernelEmitter(KernelPlan plan) {
        this.plan = plan;
        this.self = ClassName.get(plan.packageName(), plan.className());
    }

    /** The Java text of a kernel, for the scalar back end. */
    public static String emit(KernelPlan plan) {
        return new KernelEmitter(plan).emit();
    }

    private String emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(plan.twinOf().isPresent() ? VectorTwin.class : NormKernel.class);
        plan.documentation().forEach(line -> type.addJavadoc("$L\n", Comments.safe(line)));
        plan.twinOf()
                .ifPresent(plain -> type.addJavadoc(
                        "\n<p>Computes what {@link $L} does in vectors of $L bits, for the same bindings: see {@link $T}.\n",
                        plain,
                        plan.schedule().vectorBits(),
                        GeneratedKernels.class));
        type.addField(signature());
        if (plan.schedule().isVector()) {
            VectorTypes.fields(plan.schedule().vectorBits(), plan.signature().type())
                    .forEach(type::addField);
            type.addStaticBlock(VectorTypes.prepared(plan.schedule().vectorBits()));
        }
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A kernel for callers that know names; it holds no state.\n")
                .build());
        type.addMethod(MethodSpec.methodBuilder("signature")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(KernelSignature.class)
                .addStatement("return SIGNATURE")
                .build());
        for (Entry entry : plan.programs().keySet()) {
            type.addMethod(byName(entry));
        }
        RangesByName ranges = new RangesByName(plan);
        ranges.methods().forEach(type::addMethod);
        for (Entry entry : plan.programs().keySet()) {
            LoopProgram program = plan.programs().get(entry);
            EntryEmitter emitter = new EntryEmitter(plan, program);
            emitter.methods().forEach(type::addMethod);
        }
        if (plan.schedule().isVector()) {
            if (plan.twinOf().isEmpty()) {
                type.addSuperinterface(WarmUp.class);
            }
            new WarmUpEmitter(plan).methods().forEach(type::addMethod);
        }
        return JavaFile.builder(plan.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
    }

    private FieldSpec signature() {
        return FieldSpec.builder(KernelSignature.class, "SIGNATURE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Every buffer in slot order, and which of them each entry takes.\n")
                .initializer(plan.twinOf()
                        .map(plain -> CodeBlock.of("$T.SIGNATURE", ClassName.get(plan.packageName(), plain)))
                        .orElseGet(this::signatureBuilt))
                .build();
    }

    private CodeBlock signatureBuilt() {
        KernelSignature signature = plan.signature();
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("$T.builder($S, $T.$L)", KernelSignature.class, signature.norm(), DataType.class, signature.type());
        code.indent().indent();
        if (signature.memory() != MemoryKind.ARRAY) {
            code.add("\n.memory($T.$L)", MemoryKind.class, signature.memory());
        }
        signature.dynamicAxis().ifPresent(axis -> code.add("\n.dynamicAxis($S)", axis));
        for (BufferSpec buffer : signature.buffers()) {
            if (buffer.role() == BufferRole.WORKSPACE) {
                code.add(
                        "\n.workspace($S, $L, $LL)",
                        buffer.name(),
                        buffer.extents().get(0),
                        buffer.elementsPerDynamic());
            } else {
                code.add(
                        "\n.tensor($S, $T.$L, $L, $L, $T.$L, $L)",
                        buffer.name(),
                        BufferRole.class,
                        buffer.role(),
                        strings(buffer.axes()),
                        integers(buffer.extents()),
                        DataType.class,
                        buffer.type(),
                        Terms.number(buffer.initial()));
            }
        }
        for (Entry entry : plan.programs().keySet()) {
            code.add(
                    "\n.entry($T.$L, $L)",
                    Entry.class,
                    entry,
                    integers(signature.entries().get(entry)));
        }
        plan.programs().keySet().stream()
                .filter(signature.ranges()::containsKey)
                .forEach(entry -> code.add(range(entry, signature.ranges().get(entry))));
        return code.add("\n.build()").unindent().unindent().build();
    }

    private static CodeBlock range(Entry entry, EntryRange range) {
        return CodeBlock.of(
                "\n.range($T.$L, $S, $L, $L, $L, $L, $L, $LL, $L)",
                Entry.class,
                entry,
                range.axis(),
                range.extent(),
                range.block(),
                range.chunked(),
                range.stages(),
                range.scratch(),
                range.scratchPerDynamic(),
                range.partials());
    }

    private static CodeBlock strings(List<String> values) {
        CodeBlock.Builder code = CodeBlock.builder().add("new $T[] {", String.class);
        for (int i = 0; i < values.size(); i++) {
            code.add(i == 0 ? "$S" : ", $S", values.get(i));
        }
        return code.add("}").build();
    }

    private static CodeBlock integers(List<Integer> values) {
        CodeBlock.Builder code = CodeBlock.builder().add("new int[] {");
        for (int i = 0; i < values.size(); i++) {
            code.add(i == 0 ? "$L" : ", $L", values.get(i));
        }
        return code.add("}").build();
    }

    /** The entry for callers that know names: reads slots and calls the typed one. */
    private MethodSpec byName(Entry entry) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(entry.method())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Bindings.class, "bindings")
                .addStatement("bindings.require(SIGNATURE)");
        if (plan.programs().get(entry).range().isPresent()) {
            method.beginControlFlow("if (bindings.inParallel(this, $T.$L))", Entry.class, entry)
                    .addStatement("return")
                    .endControlFlow();
        }
        method.addStatement("$L($L)", entry.method(), CodeBlock.join(arguments(plan, entry), ",$W"));
        return method.build();
    }

    /** What a typed entry takes, from bindings. */
    static List<CodeBlock> arguments(KernelPlan plan, Entry entry) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (int slot : plan.signature().entries().get(entry)) {
            BufferSpec buffer = plan.signature().buffers().get(slot);
            arguments.add(Elements.bound(memory(plan, buffer), buffer.type(), slot));
            arguments.add(CodeBlock.of("bindings.offset($L)", slot));
        }
        if (plan.signature().dynamicAxis().isPresent()) {
            arguments.add(CodeBlock.of("bindings.dynamicExtent()"));
        }
        return arguments;
    }

    /** The checks that come first in an entry. */
    static void checks(KernelPlan plan, Entry entry, MethodSpec.Builder method) {
        Optional<String> dynamic = plan.signature().dynamicAxis();
        if (dynamic.isPresent()) {
            int least = plan.least(entry);
            method.addStatement(
                    "$T.atLeast($S, $N, $L, $S)",
                    Arguments.class,
                    dynamic.get(),
                    Terms.EXTENT,
                    least,
                    least == 0 ? "an extent is not negative" : plan.leastReason(entry));
        }
        List<BufferSpec> buffers = plan.signature().entries().get(entry).stream()
                .map(slot -> plan.signature().buffers().get(slot))
                .toList();
        MemoryChecks checks = new MemoryChecks(plan, method);
        buffers.forEach(buffer -> checks.range(buffer, isWritten(buffer, entry)));
        for (int i = 0; i < buffers.size(); i++) {
            for (int j = 0; j < buffers.size(); j++) {
                BufferSpec a = buffers.get(i);
                BufferSpec b = buffers.get(j);
                boolean bothWritten = isWritten(a, entry) && isWritten(b, entry);
                if (i != j && isWritten(a, entry) && (i < j || !bothWritten)) {
                    checks.disjoint(a, b);
                }
            }
        }
    }

    /** Where a buffer stands. */
    static MemoryKind memory(KernelPlan plan, BufferSpec buffer) {
        return plan.signature().memory().holds(buffer.role()) ? plan.signature().memory() : MemoryKind.ARRAY;
    }

    /** Whether an entry writes a buffer. */
    static boolean isWritten(BufferSpec buffer, Entry entry) {
        return switch (buffer.role()) {
            case INPUT, PARAM, MASK, COTANGENT -> false;
            case STATE, SAVED -> entry == Entry.FORWARD || entry == Entry.FINISH;
            case STATISTIC -> entry == Entry.PARTIAL || entry == Entry.BACKWARD_PARTIAL;
            case OUTPUT, WORKSPACE, GRADIENT -> true;
        };
    }

    /** The number of elements of a buffer. */
    static CodeBlock elements(BufferSpec buffer) {
        if (!buffer.isDynamic()) {
            return CodeBlock.of("$L", buffer.elements(1));
        }
        long fixed = buffer.role() == BufferRole.WORKSPACE ? buffer.extents().get(0) : 0;
        return CodeBlock.of(
                "$T.elements($S, $N, $LL, $LL)", Arguments.class, buffer.name(), Terms.EXTENT, perIndex(buffer), fixed);
    }

    /** Elements of a buffer for each index of the dynamic axis. */
    static long perIndex(BufferSpec buffer) {
        return buffer.role() == BufferRole.WORKSPACE
                ? buffer.elementsPerDynamic()
                : buffer.extents().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * Math.abs(b));
    }
}
