package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A loop that writes f32 or 16 bits, in two stages a chunk: compute in f64 into the workspace, then round what is written. The first
 * is a loop that C2 vectorizes.
 */
final class StagedLoop {
    private final ScalarBackend backend;
    private final Statement.Lanes loop;
    private final Terms terms;
    private final LoopProgram program;
    private final CodeBlock.Builder out;

    StagedLoop(ScalarBackend backend, Statement.Lanes loop, Terms terms, LoopProgram program, CodeBlock.Builder out) {
        this.backend = backend;
        this.loop = loop;
        this.terms = terms;
        this.program = program;
        this.out = out;
    }

    void emit() {
        long slotElements = slotElements();
        boolean single = loop.to().isAtMost(slotElements);
        CodeBlock length = single ? terms.count(loop.to()) : CodeBlock.of("$N", backend.fresh("length"));
        String chunk = single ? "" : backend.fresh("piece");
        if (!single) {
            out.beginControlFlow(
                    "for (int $1N = 0; $1N < $2L; $1N += $3L)", chunk, terms.count(loop.to()), slotElements);
            out.addStatement(
                    "int $L = $T.min($L, $L - $N)", length, Math.class, slotElements, terms.count(loop.to()), chunk);
        }
        String variable = loop.variable();
        CodeBlock position = single ? CodeBlock.of("$N", variable) : CodeBlock.of("$N + $N", chunk, variable);
        int slot = 0;
        terms.replace(variable, position);
        List<Statement.Store> rounded = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Statement statement : loop.body()) {
            if (isNarrowStore(statement)) {
                rounded.add((Statement.Store) statement);
                names.add(slotName(slot++, slotElements));
            }
        }
        begin(length);
        int next = 0;
        for (Statement statement : loop.body()) {
            if (isNarrowStore(statement)) {
                Statement.Store store = (Statement.Store) statement;
                out.addStatement(
                        "$N[$N + $N] = $L", Terms.WORKSPACE, names.get(next++), variable, terms.scalar(store.value()));
            } else {
                backend.lane(0, List.of(statement), out);
            }
        }
        out.endControlFlow();
        for (int i = 0; i < rounded.size(); i++) {
            Statement.Store store = rounded.get(i);
            begin(length);
            CodeBlock staged = CodeBlock.of("$N[$N + $N]", Terms.WORKSPACE, names.get(i), variable);
            out.addStatement(terms.store(store.buffer(), store.index(), staged));
            out.endControlFlow();
        }
        terms.restore(variable);
        if (!single) {
            out.endControlFlow();
        }
    }

    /** Elements of the stage for each store. */
    private long slotElements() {
        int stage = loop.stage().orElseThrow();
        long stores = loop.body().stream().filter(this::isNarrowStore).count();
        return program.buffers().get(stage).elements().fixed() / stores;
    }

    private void begin(CodeBlock length) {
        out.beginControlFlow("for (int $1N = 0; $1N < $2L; $1N++)", loop.variable(), length);
    }

    private String slotName(int slot, long elements) {
        String name = backend.fresh("stageBase");
        CodeBlock origin = terms.origin(loop.stage().orElseThrow(), new Index(List.of()));
        out.addStatement("int $N = $L + $L", name, origin, slot * elements);
        return name;
    }

    private boolean isNarrowStore(Statement statement) {
        return statement instanceof Statement.Store store
                && program.buffers().get(store.buffer()).type().isNarrow();
    }
}
