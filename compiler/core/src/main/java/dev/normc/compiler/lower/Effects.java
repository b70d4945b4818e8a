package dev.normc.compiler.lower;

import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Statement;
import dev.normc.runtime.BufferRole;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What some statements do to the values of a program, in the order in which they first do it. */
final class Effects {
    /** What is done to a value; of two, the later one says more. */
    enum Action {
        /** A reduction gets its neutral element. */
        START,
        /** A sum becomes the number nearest to it and its rounding error. */
        SETTLE,
        /** A pointwise value is stored for later. */
        KEEP,
        /** A reduction takes in elements. */
        COLLECT
    }

    private final List<LoopProgram.Buffer> buffers;
    private final Map<String, Integer> owners;
    private final Map<Integer, Action> values = new LinkedHashMap<>();
    private final Set<Integer> stored = new LinkedHashSet<>();

    private Effects(List<LoopProgram.Buffer> buffers, Map<String, Integer> owners) {
        this.buffers = buffers;
        this.owners = owners;
    }

    /** @param owners the value that a local variable or a workspace buffer belongs to, where it belongs to one */
    static Effects of(List<Statement> statements, List<LoopProgram.Buffer> buffers, Map<String, Integer> owners) {
        Effects effects = new Effects(buffers, owners);
        statements.forEach(effects::read);
        return effects;
    }

    /** What is done to values of the program. */
    Map<Integer, Action> values() {
        return values;
    }

    /** The buffers of the caller that are written. */
    Set<Integer> stored() {
        return stored;
    }

    private void read(Statement statement) {
        if (statement instanceof Statement.Set set) {
            act(set.place(), set.value() instanceof Scalar.Number ? Action.START : Action.COLLECT);
        } else if (statement instanceof Statement.Store store) {
            LoopProgram.Buffer buffer = buffers.get(store.buffer());
            if (buffer.role() == BufferRole.WORKSPACE) {
                act(buffer.name(), Action.KEEP);
            } else {
                stored.add(store.buffer());
            }
        } else if (statement instanceof Statement.Accumulate accumulate) {
            act(accumulate.place(), Action.COLLECT);
        } else if (statement instanceof Statement.AddExactly add) {
            act(add.sum(), Action.COLLECT);
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            act(accumulate.accumulator(), Action.COLLECT);
        } else if (statement instanceof Statement.Settle settle) {
            act(settle.sum(), Action.SETTLE);
        } else if (statement instanceof Statement.For loop) {
            loop.body().forEach(this::read);
        } else if (statement instanceof Statement.Grouped grouped) {
            read(grouped.single());
        } else if (statement instanceof Statement.Lanes lanes) {
            lanes.body().forEach(this::read);
        }
    }

    private void act(Place place, Action action) {
        if (place instanceof Place.Element element) {
            act(buffers.get(element.buffer()).name(), action);
        } else {
            act(((Place.Variable) place).name(), action);
        }
    }

    private void act(String name, Action action) {
        Integer value = owners.get(name);
        if (value != null) {
            values.merge(value, action, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
    }
}
