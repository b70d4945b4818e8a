package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Loads;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A loop that reads f32, computes and writes f32, several elements a turn: all of them are widened before the first is
 * written.
 *
 * <p>On x86 a scalar conversion waits for whatever its target register held before. Element by element, C2 may give the
 * result of one the register into which the next is widened, and the loop runs at the latency of the whole expression (8
 * ns an element were measured). Elements that are alive together have registers of their own.
 */
final class GroupedLoop {
    /** Registers that a group may fill with what it reads. */
    private static final int REGISTERS = 16;

    private static final int LARGEST_GROUP = 4;

    private final ScalarBackend backend;
    private final Statement.Lanes loop;
    private final Terms terms;
    private final Set<Scalar.Load> loads = new LinkedHashSet<>();
    private final boolean writesNarrow;

    GroupedLoop(ScalarBackend backend, Statement.Lanes loop, Terms terms, LoopProgram program) {
        this.backend = backend;
        this.loop = loop;
        this.terms = terms;
        loop.body().forEach(statement -> Loads.of(statement, loads));
        loads.removeIf(load -> !program.buffers().get(load.buffer()).type().isNarrow());
        writesNarrow = loop.body().stream()
                .anyMatch(statement -> statement instanceof Statement.Store store
                        && program.buffers().get(store.buffer()).type().isNarrow());
    }

    /** Whether this form is for the loop. */
    boolean suits() {
        return writesNarrow && loop.from().isEmpty() && !loads.isEmpty() && width() > 1;
    }

    private int width() {
        return Math.min(LARGEST_GROUP, Integer.highestOneBit(Math.max(1, REGISTERS / loads.size())));
    }

    void emit(CodeBlock.Builder out) {
        int width = width();
        Count to = loop.to();
        String full = backend.fresh("full");
        out.addStatement("int $1N = $2L - $2L % $3L", full, terms.count(to), width);
        out.beginControlFlow("for (int $1N = 0; $1N < $2N; $1N += $3L)", loop.variable(), full, width);
        Map<Scalar.Load, String> names = new LinkedHashMap<>();
        for (Scalar.Load load : loads) {
            String name = backend.fresh("wide");
            names.put(load, name);
            for (int element = 0; element < width; element++) {
                terms.replace(loop.variable(), at(element));
                out.addStatement("double $N = $L", backend.laneName(name, element), terms.scalar(load));
            }
        }
        for (int element = 0; element < width; element++) {
            int current = element;
            terms.replace(loop.variable(), at(element));
            names.forEach((load, name) -> terms.widened(load, CodeBlock.of("$N", backend.laneName(name, current))));
            out.add("{\n").indent();
            backend.statements(loop.body(), out);
            out.unindent().add("}\n");
        }
        terms.forgetWidened();
        terms.restore(loop.variable());
        out.endControlFlow();
        out.beginControlFlow("for (int $1N = $2N; $1N < $3L; $1N++)", loop.variable(), full, terms.count(to));
        backend.statements(loop.body(), out);
        out.endControlFlow();
    }

    private CodeBlock at(int element) {
        return element == 0 ? CodeBlock.of("$N", loop.variable()) : CodeBlock.of("$N + $L", loop.variable(), element);
    }
}
