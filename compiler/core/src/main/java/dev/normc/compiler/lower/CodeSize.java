package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.loop.VectorFit;
import java.util.List;

/** An upper estimate of bytecodes, so that methods can be kept below what the JIT compiler takes. */
final class CodeSize {
    private static final int LOAD = 9;
    private static final int LOOP = 20;

    private final Schedule schedule;
    private final List<LoopProgram.Buffer> buffers;

    /** @param buffers of the entry, as they are when a size is asked for */
    CodeSize(Schedule schedule, List<LoopProgram.Buffer> buffers) {
        this.schedule = schedule;
        this.buffers = buffers;
    }

    int of(List<Statement> statements) {
        return statements.stream().mapToInt(this::of).sum();
    }

    int of(Statement statement) {
        if (statement instanceof Statement.Let let) {
            return of(let.value()) + 2;
        }
        if (statement instanceof Statement.Set set) {
            return of(set.value()) + LOAD;
        }
        if (statement instanceof Statement.Store store) {
            return of(store.value()) + LOAD + 2;
        }
        if (statement instanceof Statement.Accumulate accumulate) {
            return of(accumulate.value()) + LOAD + 6;
        }
        if (statement instanceof Statement.AddExactly add) {
            return of(add.value()) + 4 * LOAD + 40;
        }
        if (statement instanceof Statement.Settle) {
            return 4 * LOAD + 20;
        }
        if (statement instanceof Statement.For loop) {
            return of(loop.body()) + LOOP;
        }
        if (statement instanceof Statement.Grouped grouped) {
            return of(grouped.group()) + of(grouped.single()) + LOOP;
        }
        if (statement instanceof Statement.Lanes lanes) {
            return lanes(lanes);
        }
        if (statement instanceof Statement.LaneAccumulate accumulate) {
            return of(accumulate.value()) + 30;
        }
        return 40;
    }

    /** Whether a loop body can be written once for each lane, with a tail, in a part of one method. */
    boolean fitsLanes(List<Statement> body, Count extent, boolean whole) {
        return copies(extent, whole) * of(body) <= schedule.methodBytes() * 3 / 5;
    }

    /** The same for a body that computes in f32 and whose tail is a loop. */
    boolean fitsNarrowLanes(List<Statement> body) {
        return narrowLanes(body) <= schedule.methodBytes() * 3 / 5;
    }

    private int narrowLanes(List<Statement> body) {
        return (schedule.lanes(true) + 1) * of(body) + schedule.lanes(true) * 20;
    }

    private long copies(Count extent, boolean whole) {
        int lanes = schedule.lanes();
        boolean even = extent.isFixed() && extent.fixed() % lanes == 0;
        if (!even && (!whole || !extent.isFixed())) {
            return 2L * lanes;
        }
        long steps = extent.fixed() >= lanes ? lanes : 0;
        return steps + extent.fixed() % lanes;
    }

    /** The scalar back end writes the body once for each lane, and the lanes that a tail needs. */
    private int lanes(Statement.Lanes lanes) {
        int body = of(lanes.body());
        VectorFit fit = new VectorFit(lanes, buffers, schedule);
        if (fit.isVector()) {
            return fit.bytes();
        }
        if (lanes.narrow() && !lanes.accumulators().isEmpty()) {
            return narrowLanes(lanes.body()) + 4 * LOOP;
        }
        if (lanes.stage().isPresent()) {
            return body + 6 * LOOP * lanes.body().size();
        }
        if (lanes.accumulators().isEmpty() || lanes.laneBuffer().isPresent()) {
            return body + LOOP;
        }
        return (int) copies(lanes.to(), lanes.from().isEmpty()) * body
                + lanes.accumulators().size() * schedule.lanes() * 20
                + 4 * LOOP;
    }

    private int of(Scalar scalar) {
        if (scalar instanceof Scalar.Load) {
            return LOAD;
        }
        if (scalar instanceof Scalar.Shifted) {
            return 3 * LOAD;
        }
        if (scalar instanceof Scalar.Apply apply) {
            return apply.operands().stream().mapToInt(this::of).sum() + 8;
        }
        if (scalar instanceof Scalar.Quotient quotient) {
            return of(quotient.sum()) + of(quotient.error()) + of(quotient.count()) + 3;
        }
        return scalar instanceof Scalar.QuotientRest rest ? of(rest.quotient()) : 4;
    }
}
