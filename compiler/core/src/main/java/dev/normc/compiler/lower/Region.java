package dev.normc.compiler.lower;

import java.util.ArrayList;
import java.util.List;

/**
 * What is done at one position of some bound axes: phases, one after the other.
 *
 * @param bound the axes whose loops are around it, outermost first
 */
record Region(List<Integer> bound, List<Phase> phases) {
    Region {
        bound = List.copyOf(bound);
        phases = List.copyOf(phases);
    }

    /** How a phase runs. */
    enum Kind {
        /** Once. */
        POINT,
        /** A loop over the last axis of its tasks. */
        LEAF,
        /** A loop around a region. */
        NEST
    }

    /**
     * A step of a region.
     *
     * @param axis the loop's axis; negative for a point
     * @param body the region inside a nest; empty otherwise
     */
    record Phase(Kind kind, int axis, List<Task> tasks, List<Region> body) {
        Phase {
            tasks = List.copyOf(tasks);
            body = List.copyOf(body);
        }
    }

    /** The regions inside, this one first. */
    List<Region> all() {
        List<Region> all = new ArrayList<>(List.of(this));
        phases.forEach(phase -> phase.body().forEach(inner -> all.addAll(inner.all())));
        return all;
    }
}
