package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Chunks;
import dev.normc.compiler.loop.Statement;

/** Loops around those along the innermost axis, the same in every back end. */
final class SerialLoops {
    private final ScalarBackend backend;
    private final Terms terms;
    private final CodeBlock.Builder out;

    SerialLoops(ScalarBackend backend, Terms terms, CodeBlock.Builder out) {
        this.backend = backend;
        this.terms = terms;
        this.out = out;
    }

    /** A loop over an axis, a part of it or its chunks. */
    void loop(Statement.For loop) {
        CodeBlock end = terms.count(loop.to());
        if (loop.kind() == Statement.Kind.CHUNKS) {
            chunks(loop, end);
            return;
        }
        if (!loop.until().isEmpty()) {
            out.beginControlFlow(
                    "for (int $1N = $2N; $1N < $3N; $4L)",
                    loop.variable(),
                    loop.from(),
                    loop.until(),
                    loop.step() == 1
                            ? CodeBlock.of("$N++", loop.variable())
                            : CodeBlock.of("$N += $L", loop.variable(), loop.step()));
        } else if (loop.from().isEmpty()) {
            out.beginControlFlow(
                    loop.step() == 1
                            ? "for (int $1N = 0; $1N < $2L; $1N++)"
                            : "for (int $1N = 0; $1N < $2L; $1N += " + loop.step() + ")",
                    loop.variable(),
                    end);
        } else {
            String limit = backend.fresh("end");
            out.addStatement("int $N = $T.min($N + $L, $L)", limit, Math.class, loop.from(), loop.span(), end);
            out.beginControlFlow("for (int $1N = $2N; $1N < $3N; $1N++)", loop.variable(), loop.from(), limit);
        }
        backend.statements(loop.body(), out);
        out.endControlFlow();
    }

    /** A loop over rows, some at a time. */
    void grouped(Statement.Grouped grouped) {
        Statement.For single = grouped.single();
        CodeBlock from = single.from().isEmpty() ? CodeBlock.of("0") : CodeBlock.of("$N", single.from());
        CodeBlock to = terms.count(single.to());
        String end = backend.fresh("end");
        String full = backend.fresh("full");
        out.addStatement(
                "int $N = $L",
                end,
                !single.until().isEmpty()
                        ? CodeBlock.of("$N", single.until())
                        : single.from().isEmpty()
                                ? to
                                : CodeBlock.of("$T.min($L + $L, $L)", Math.class, from, single.span(), to));
        out.addStatement("int $1N = $2N - ($2N - $3L) % $4L", full, end, from, grouped.rows());
        out.beginControlFlow(
                "for (int $1N = $2L; $1N < $3N; $1N += $4L)", grouped.variable(), from, full, grouped.rows());
        backend.statements(grouped.group(), out);
        out.endControlFlow();
        out.beginControlFlow("for (int $1N = $2N; $1N < $3N; $1N++)", single.variable(), full, end);
        backend.statements(single.body(), out);
        out.endControlFlow();
    }

    private void chunks(Statement.For loop, CodeBlock end) {
        String rows = backend.fresh("rows");
        String begin = Chunks.begin(loop.variable());
        out.addStatement("int $N = $T.length($L, $L)", rows, dev.normc.runtime.math.Chunks.class, end, loop.step());
        out.beginControlFlow(
                "for (int $1N = $2L; $1N < $3L; $1N += $4N)",
                begin,
                loop.from().isEmpty() ? "0" : loop.from(),
                loop.until().isEmpty() ? end : CodeBlock.of("$N", loop.until()),
                rows);
        out.addStatement("int $N = $N / $N", loop.variable(), begin, rows);
        out.addStatement("int $N = $T.min($N + $N, $L)", Chunks.end(loop.variable()), Math.class, begin, rows, end);
        backend.statements(loop.body(), out);
        out.endControlFlow();
    }
}
