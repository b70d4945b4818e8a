package dev.normc.compiler.loop;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import java.util.List;
import java.util.Optional;

/** One step of a loop nest. */
public sealed interface Statement {

    /** Declares a local that never changes. */
    record Let(String name, Scalar value) implements Statement {}

    /** Sets a running value; a variable is declared by its first one. */
    record Set(Place place, Scalar value, boolean declares) implements Statement {}

    /** Writes an element, rounded once to the buffer's type. */
    record Store(int buffer, Index index, Scalar value) implements Statement {}

    /** Combines a value into a running one, plainly. */
    record Accumulate(Place place, Reducer reducer, Scalar value) implements Statement {}

    /**
     * Adds a value to a running sum that is kept as a value and its rounding error (TwoSum; Knuth, TAOCP 2, 4.2.2).
     *
     * @param valueError rounding error that comes with the value
     */
    record AddExactly(Place sum, Place error, Scalar value, Optional<Scalar> valueError) implements Statement {}

    /** Makes the sum the nearest number to sum + error, and the error what is left. */
    record Settle(Place sum, Place error) implements Statement {}

    /** How the iterations of a loop may be carried out. */
    enum Kind {
        /** In order. */
        SERIAL,
        /** In blocks of a fixed size, each iteration a block. */
        BLOCKS,
        /**
         * In the chunks of {@link Chunks}: {@code step} is the least number of iterations in one, the variable counts
         * chunks, and the locals {@link Chunks#begin} and {@link Chunks#end} hold where each begins and ends.
         */
        CHUNKS
    }

    /**
     * {@code for (variable = from; variable < min(from + span, to); variable += step)}.
     *
     * @param from a local; empty for 0
     * @param until a local that ends the loop instead; empty where {@code span} and {@code to} do
     */
    record For(
            String variable, String from, String until, Count to, int step, int span, Kind kind, List<Statement> body)
            implements Statement {
        public For {
            body = List.copyOf(body);
        }

        /** All of an axis, one by one. */
        public static For whole(String variable, Count to, List<Statement> body) {
            return new For(variable, "", "", to, 1, 0, Kind.SERIAL, body);
        }

        /** Those between two locals, one by one. */
        public static For between(String variable, String from, String until, Count to, List<Statement> body) {
            return new For(variable, from, until, to, 1, 0, Kind.SERIAL, body);
        }

        /** The same loop around other statements. */
        public For with(List<Statement> other) {
            return new For(variable, from, until, to, step, span, kind, other);
        }
    }

    /**
     * A loop over rows, some at a time.
     *
     * @param variable the first row of a group
     * @param rows in a group
     * @param group what is done with a whole group
     * @param single the loop over one row at a time, for those that are left
     */
    record Grouped(String variable, int rows, List<Statement> group, For single) implements Statement {
        public Grouped {
            group = List.copyOf(group);
        }
    }

    /** Declares a position some places behind another. */
    record Offset(String name, String variable, int by) implements Statement {}

    /**
     * A lane accumulator of a {@link Lanes} loop: element i of the span goes to accumulator i mod lanes.
     *
     * @param name of the local that holds the combined value after the loop
     * @param error of the local that holds its rounding error; empty where sums are plain
     */
    record Accumulator(String name, Reducer reducer, Optional<String> error) {}

    /**
     * A loop along the innermost axis whose iterations are independent but for accumulators.
     *
     * @param from variable of the enclosing block loop, or of where a range begins; empty for a whole span
     * @param until the local where a range ends; empty for all else
     * @param span iterations at most; the loop ends at {@code to}
     * @param laneBuffer workspace for the accumulators where the body is too large to be written once for each lane
     * @param stage workspace that keeps what the loop computes until another rounds it; empty for a direct loop
     * @param inVectors whether its method has room for hardware vectors, and it runs often enough for them to pay: they
     *     crawl until they are compiled
     * @param narrow whether its body computes in f32
     */
    record Lanes(
            String variable,
            String from,
            String until,
            Count to,
            int span,
            List<Accumulator> accumulators,
            Optional<Integer> laneBuffer,
            Optional<Integer> stage,
            boolean inVectors,
            boolean narrow,
            List<Statement> body)
            implements Statement {
        public Lanes {
            accumulators = List.copyOf(accumulators);
            body = List.copyOf(body);
        }

        /** The same without hardware vectors. */
        public Lanes inPlainJava() {
            return new Lanes(variable, from, until, to, span, accumulators, laneBuffer, stage, false, narrow, body);
        }

        /** The same with room for its accumulators in the workspace. */
        public Lanes withLaneBuffer(int buffer) {
            return new Lanes(
                    variable, from, until, to, span, accumulators, Optional.of(buffer), stage, inVectors, narrow, body);
        }
    }

    /**
     * Replaces a stretch of the workspace, from the buffer's first element on, by a function of it.
     *
     * @param exponent of {@link Op#POWER}; empty for functions of one argument
     * @param from where the stretch begins along the loop; empty for a whole span
     * @param span elements at most; the stretch ends at {@code to}
     */
    record Elementary(Op op, int buffer, Optional<Double> exponent, String from, Count to, int span)
            implements Statement {}

    /** Adds a value to a lane accumulator; only inside {@link Lanes}. */
    record LaneAccumulate(String accumulator, Scalar value) implements Statement {}

    /** Runs a routine of the same program. */
    record Call(String routine) implements Statement {}
}
