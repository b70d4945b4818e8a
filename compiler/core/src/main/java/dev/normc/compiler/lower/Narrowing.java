package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Op;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.List;

/**
 * Which loops along the innermost axis compute in f32 under {@link dev.normc.runtime.Numerics#FAST}: long ones that read and
 * write f32 only, with operations that f32 has. What they sum and what they take from outside is f64.
 */
final class Narrowing {
    /** Steps of all accumulators; what is shorter gains less than widening and combining more of them costs. */
    private static final int LEAST_STEPS = 8;

    private final Schedule schedule;
    private final CodeSize sizes;
    private final List<LoopProgram.Buffer> buffers;

    Narrowing(Schedule schedule, List<LoopProgram.Buffer> buffers) {
        this.schedule = schedule;
        this.sizes = new CodeSize(schedule, buffers);
        this.buffers = buffers;
    }

    /** Whether a loop does. */
    boolean suits(List<Statement> body, Count extent, boolean accumulates) {
        return schedule.fast()
                && !extent.isAtMost((accumulates ? LEAST_STEPS : 1L) * schedule.lanes(true) - 1)
                && body.stream().allMatch(this::suits)
                && pays()
                && (!accumulates || sizes.fitsNarrowLanes(body));
    }

    /** Plain Java that converts in vectors is measured to be as fast in f64, and with sums faster. */
    private boolean pays() {
        return schedule.isVector() || !schedule.vectorConversions();
    }

    private boolean suits(Statement statement) {
        if (statement instanceof Statement.Let let) {
            return suits(let.value());
        }
        if (statement instanceof Statement.Store store) {
            return isNarrow(store.buffer()) && suits(store.value());
        }
        return statement instanceof Statement.LaneAccumulate accumulate && suits(accumulate.value());
    }

    private boolean suits(Scalar scalar) {
        if (scalar instanceof Scalar.Load load) {
            return isNarrow(load.buffer());
        }
        return scalar instanceof Scalar.Number
                || scalar instanceof Scalar.Local
                || scalar instanceof Scalar.Elements
                || scalar instanceof Scalar.Apply apply
                        && suits(apply.op())
                        && apply.operands().stream().allMatch(this::suits);
    }

    private static boolean suits(Op op) {
        return switch (op) {
            case NEGATE, ADD, SUBTRACT, MULTIPLY, DIVIDE, SQRT, ABS, MIN, MAX -> true;
            case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL, WHERE, KEEP, DROP -> true;
            case SIGN, EXP, EXPM1, LOG, TANH, SIGMOID, SOFTPLUS, ERF, POWER, TOTAL -> false;
        };
    }

    private boolean isNarrow(int buffer) {
        LoopProgram.Buffer declared = buffers.get(buffer);
        return declared.role() != BufferRole.WORKSPACE && declared.type() == DataType.F32;
    }
}
