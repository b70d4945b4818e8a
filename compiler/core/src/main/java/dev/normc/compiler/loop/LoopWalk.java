package dev.normc.compiler.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Walks a program in the order in which it runs, calls followed, each loop entered once. Rows that are taken in groups are
 * seen one at a time: the elements are the same.
 */
final class LoopWalk {
    /** Sees what it passes. */
    interface Visitor {
        /** A statement that is no loop. */
        void statement(Statement statement, LoopNest nest);

        /** A loop without a loop in it, before its statements are seen. */
        void innermost(Statement loop, List<Statement> body, LoopNest nest);
    }

    private final LoopProgram program;
    private final long dynamic;
    private final Visitor visitor;

    private LoopWalk(LoopProgram program, long dynamic, Visitor visitor) {
        this.program = program;
        this.dynamic = dynamic;
        this.visitor = visitor;
    }

    /** Walks the entry as one thread runs it, for one extent of the dynamic axis. */
    static void walk(LoopProgram program, long dynamic, Visitor visitor) {
        new LoopWalk(program, dynamic, visitor).walk(program.routines().get(0).body(), LoopNest.NONE);
    }

    private void walk(List<Statement> statements, LoopNest nest) {
        for (Statement statement : inlined(statements)) {
            if (statement instanceof Statement.For loop) {
                enter(loop, loop.body(), nest.into(loop, dynamic));
            } else if (statement instanceof Statement.Lanes loop) {
                enter(loop, loop.body(), nest.into(loop, dynamic));
            } else {
                visitor.statement(statement, nest);
            }
        }
    }

    private void enter(Statement loop, List<Statement> body, LoopNest nest) {
        List<Statement> inside = inlined(body);
        if (inside.stream().noneMatch(LoopWalk::isLoop)) {
            visitor.innermost(loop, inside, nest);
        }
        walk(inside, nest);
    }

    private static boolean isLoop(Statement statement) {
        return statement instanceof Statement.For || statement instanceof Statement.Lanes;
    }

    private List<Statement> inlined(List<Statement> statements) {
        var routines = program.routines().stream()
                .collect(Collectors.toMap(LoopProgram.Routine::name, Function.identity(), (first, second) -> first));
        List<Statement> result = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Call call) {
                result.addAll(inlined(routines.get(call.routine()).body()));
            } else if (statement instanceof Statement.Grouped grouped) {
                result.add(grouped.single());
            } else {
                result.add(statement);
            }
        }
        return result;
    }
}
