package dev.normc.compiler.loop;

import dev.normc.compiler.op.Op;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A binary64 expression inside a loop nest. */
public sealed interface Scalar {

    /** A literal. */
    record Number(double value) implements Scalar {}

    /** A local variable. */
    record Local(String name) implements Scalar {}

    /** An element of a buffer, widened to binary64. */
    record Load(int buffer, Index index) implements Scalar {}

    /**
     * An element some places further along loop variables, 0 where that is outside an axis.
     *
     * @param load the element at the variables' own positions
     * @param moves the one nearest to the element first: what it moves may itself be read at another place
     */
    record Shifted(Load load, List<Move> moves) implements Scalar {
        public Shifted {
            moves = List.copyOf(moves);
        }

        /** How far every move is from its variable, with the moves after it: the position that must be inside. */
        public List<Integer> shifts() {
            Integer[] shifts = new Integer[moves.size()];
            Map<String, Integer> along = new HashMap<>();
            for (int i = shifts.length - 1; i >= 0; i--) {
                shifts[i] = along.merge(moves.get(i).variable(), moves.get(i).shift(), Integer::sum);
            }
            return List.of(shifts);
        }
    }

    /**
     * How far along one loop variable.
     *
     * @param extent of the axis
     * @param stride from one position of the variable to the next, in elements
     */
    record Move(String variable, int shift, Count extent, Count stride) {
        /** The same along another variable. */
        public Move along(String other) {
            return new Move(other, shift, extent, stride);
        }
    }

    /** A loop variable as a number. */
    record Position(String variable) implements Scalar {}

    /** A number of elements. */
    record Elements(Count count) implements Scalar {}

    /** A pointwise operation; no total is left here. */
    record Apply(Op op, List<Scalar> operands) implements Scalar {
        public Apply {
            operands = List.copyOf(operands);
        }
    }

    /** A sum, kept as a value and its rounding error, over a count: rounded once. */
    record Quotient(Scalar sum, Scalar error, Scalar count) implements Scalar {}

    /** What rounding took from such a quotient. */
    record QuotientRest(Quotient quotient) implements Scalar {}
}
