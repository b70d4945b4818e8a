package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.normc.compiler.loop.KernelPlan;
import dev.normc.runtime.Arguments;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.Memory;
import dev.normc.runtime.MemoryKind;

/** The checks of what an entry is given: long enough, usable, and apart from what is written. */
final class MemoryChecks {
    private final KernelPlan plan;
    private final MethodSpec.Builder method;

    MemoryChecks(KernelPlan plan, MethodSpec.Builder method) {
        this.plan = plan;
        this.method = method;
    }

    /** Checks that a buffer has its elements and may be used as the entry does. */
    void range(BufferSpec buffer, boolean written) {
        String name = buffer.name();
        CodeBlock length =
                switch (memory(buffer)) {
                    case ARRAY -> CodeBlock.of("$N.length", name);
                    case BUFFER -> CodeBlock.of("$N.limit()", name);
                    case SEGMENT ->
                        CodeBlock.of(
                                "$T.elements($N.byteSize(), $L)",
                                Memory.class,
                                name,
                                buffer.type().bytes());
                };
        method.addStatement(
                "$T.range($S, $L, $N, $L)",
                Arguments.class,
                name,
                length,
                name + "Offset",
                KernelEmitter.elements(buffer));
        if (memory(buffer) == MemoryKind.BUFFER) {
            method.addStatement("$T.usable($S, $N, $N.order(), $L)", Memory.class, name, name, name, written);
        } else if (memory(buffer) == MemoryKind.SEGMENT && written) {
            method.addStatement("$T.writable($S, $N.isReadOnly())", Memory.class, name, name);
        }
    }

    /** Checks that a buffer that is written overlaps no other one. */
    void disjoint(BufferSpec a, BufferSpec b) {
        if (memory(a) != memory(b)) {
            return;
        }
        switch (memory(a)) {
            case ARRAY -> {
                // An array has one type.
                if (a.type() == b.type()) {
                    disjoint(Arguments.class, a, b);
                }
            }
            case BUFFER -> disjoint(Memory.class, a, b);
            case SEGMENT ->
                method.addStatement(
                        "$T.shared($S, $S, $L.asOverlappingSlice($L).isPresent())",
                        Memory.class,
                        a.name(),
                        b.name(),
                        slice(a),
                        slice(b));
        }
    }

    private void disjoint(Class<?> checks, BufferSpec a, BufferSpec b) {
        method.addStatement(
                "$T.disjoint($S, $N, $N, $L, $S, $N, $N, $L)",
                checks,
                a.name(),
                a.name(),
                a.name() + "Offset",
                KernelEmitter.elements(a),
                b.name(),
                b.name(),
                b.name() + "Offset",
                KernelEmitter.elements(b));
    }

    private static CodeBlock slice(BufferSpec buffer) {
        return CodeBlock.of(
                "$1N.asSlice($2LL * $3N, $2LL * $4L)",
                buffer.name(),
                buffer.type().bytes(),
                buffer.name() + "Offset",
                KernelEmitter.elements(buffer));
    }

    private MemoryKind memory(BufferSpec buffer) {
        return KernelEmitter.memory(plan, buffer);
    }
}
