package dev.normc.compiler.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many elements of each buffer a routine can touch when the caller's loop variables are 0. */
public final class Reach {
    private final LoopProgram program;
    private final Map<String, Long> last = new HashMap<>();
    private final Map<String, Long> elements = new HashMap<>();

    private Reach(LoopProgram program) {
        this.program = program;
    }

    /** The reach of one routine and those it calls; the dynamic extent is 1. */
    public static Reach of(LoopProgram program, LoopProgram.Routine routine) {
        Reach reach = new Reach(program);
        reach.read(routine.body());
        return reach;
    }

    /** Elements of a buffer, from its first on. */
    public long elements(String buffer) {
        return elements.getOrDefault(buffer, 0L);
    }

    private void read(List<Statement> statements) {
        statements.forEach(this::read);
    }

    private void read(Statement statement) {
        if (statement instanceof Statement.Let let) {
            read(let.value());
        } else if (statement instanceof Statement.Set set) {
            read(set.value());
        } else if (statement instanceof Statement.Accumulate accumulate) {
            read(accumulate.value());
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            read(accumulate.value());
        } else if (statement instanceof Statement.AddExactly add) {
            read(add.value());
            add.valueError().ifPresent(this::read);
        } else if (statement instanceof Statement.Store store) {
            read(store.value());
            touch(store.buffer(), store.index(), 0);
        } else if (statement instanceof Statement.For loop) {
            bind(loop.variable(), loop.to());
            if (loop.kind() == Statement.Kind.CHUNKS) {
                bind(Chunks.begin(loop.variable()), loop.to());
                bind(Chunks.end(loop.variable()), loop.to());
            }
            read(loop.body());
        } else if (statement instanceof Statement.Grouped grouped) {
            bind(grouped.variable(), grouped.single().to());
            read(grouped.group());
            read(grouped.single());
        } else if (statement instanceof Statement.Offset offset) {
            last.put(offset.name(), last.getOrDefault(offset.variable(), 0L) + offset.by());
        } else if (statement instanceof Statement.Lanes lanes) {
            bind(lanes.variable(), lanes.to());
            read(lanes.body());
        } else if (statement instanceof Statement.Call call) {
            program.routines().stream()
                    .filter(routine -> routine.name().equals(call.routine()))
                    .forEach(routine -> read(routine.body()));
        }
    }

    private void read(Scalar scalar) {
        if (scalar instanceof Scalar.Load load) {
            touch(load.buffer(), load.index(), 0);
        } else if (scalar instanceof Scalar.Shifted shifted) {
            long farther = shifted.moves().stream()
                    .mapToLong(move -> Math.max(0, move.shift() * at(move.stride())))
                    .sum();
            touch(shifted.load().buffer(), shifted.load().index(), farther);
        } else if (scalar instanceof Scalar.Apply apply) {
            apply.operands().forEach(this::read);
        } else if (scalar instanceof Scalar.Quotient quotient) {
            read(quotient.sum());
            read(quotient.error());
            read(quotient.count());
        } else if (scalar instanceof Scalar.QuotientRest rest) {
            read(rest.quotient());
        }
    }

    private void bind(String variable, Count to) {
        last.put(variable, Math.max(0, at(to) - 1));
    }

    private static long at(Count count) {
        return count.fixed() + count.perDynamic();
    }

    private void touch(int buffer, Index index, long farther) {
        long position = farther;
        for (Index.Term term : index.terms()) {
            position += Math.max(0, at(term.stride()) * last.getOrDefault(term.variable(), 0L));
        }
        elements.merge(program.buffers().get(buffer).name(), position + 1, Math::max);
    }
}
