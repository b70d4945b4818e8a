package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.Loads;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A loop that writes f32, in three stages a chunk: widen what is read, compute in f64 between workspace arrays, round what
 * is written. The middle loop is one that C2 vectorizes.
 */
final class StagedLoop {
    private final ScalarBackend backend;
    private final Statement.Lanes loop;
    private final Schedule schedule;
    private final Terms terms;
    private final LoopProgram program;
    private final CodeBlock.Builder out;

    StagedLoop(
            ScalarBackend backend,
            Statement.Lanes loop,
            Schedule schedule,
            Terms terms,
            LoopProgram program,
            CodeBlock.Builder out) {
        this.backend = backend;
        this.loop = loop;
        this.schedule = schedule;
        this.terms = terms;
        this.program = program;
        this.out = out;
    }

    void emit() {
        boolean single = loop.to().isAtMost(schedule.stage());
        CodeBlock length = single ? terms.count(loop.to()) : CodeBlock.of("$N", backend.fresh("length"));
        String chunk = single ? "" : backend.fresh("chunk");
        if (!single) {
            out.beginControlFlow(
                    "for (int $1N = 0; $1N < $2L; $1N += $3L)", chunk, terms.count(loop.to()), schedule.stage());
            out.addStatement(
                    "int $L = $T.min($L, $L - $N)",
                    length,
                    Math.class,
                    schedule.stage(),
                    terms.count(loop.to()),
                    chunk);
        }
        String variable = loop.variable();
        CodeBlock position = single ? CodeBlock.of("$N", variable) : CodeBlock.of("$N + $N", chunk, variable);
        long slotElements = single ? loop.to().fixed() : schedule.stage();
        int slot = 0;
        terms.replace(variable, position);
        for (Scalar.Load load : narrowLoads()) {
            String name = slotName(slot++, slotElements);
            begin(length);
            out.addStatement("$N[$N + $N] = $L", Terms.WORKSPACE, name, variable, terms.scalar(load));
            out.endControlFlow();
            terms.stage(load, CodeBlock.of("$N[$N + $N]", Terms.WORKSPACE, name, variable));
        }
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
        terms.forgetStages();
        for (int i = 0; i < rounded.size(); i++) {
            Statement.Store store = rounded.get(i);
            begin(length);
            out.addStatement(
                    "$L = (float) $N[$N + $N]",
                    terms.element(store.buffer(), store.index()),
                    Terms.WORKSPACE,
                    names.get(i),
                    variable);
            out.endControlFlow();
        }
        terms.restore(variable);
        if (!single) {
            out.endControlFlow();
        }
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

    private Set<Scalar.Load> narrowLoads() {
        Set<Scalar.Load> loads = new LinkedHashSet<>();
        loop.body().forEach(statement -> Loads.of(statement, loads));
        loads.removeIf(load -> program.buffers().get(load.buffer()).type() != DataType.F32);
        return loads;
    }

    private boolean isNarrowStore(Statement statement) {
        return statement instanceof Statement.Store store
                && program.buffers().get(store.buffer()).type() == DataType.F32;
    }
}
