package dev.normc.compiler.tensor;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import java.util.List;

/**
 * One value of a program, for one shape. Operands are the numbers of earlier values.
 *
 * <p>A value varies along a set of axes; an operation on two values varies along the union. That is all the
 * broadcasting there is.
 */
public sealed interface TensorExpr {

    /** The values this one needs. */
    List<Integer> operands();

    /** Calls the case for this node. */
    <R> R match(Cases<R> cases);

    /** The elements of a buffer, by its index in the program. */
    record Input(int buffer) implements TensorExpr {
        @Override
        public List<Integer> operands() {
            return List.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.input(this);
        }
    }

    /** A number; equal bits are equal constants, so that -0.0 stays apart from 0.0. */
    record Constant(double value) implements TensorExpr {
        @Override
        public List<Integer> operands() {
            return List.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.constant(this);
        }
    }

    /** The number of elements along some axes; kept apart from constants so that a dynamic extent changes nothing. */
    record Size(AxisSet over) implements TensorExpr {
        @Override
        public List<Integer> operands() {
            return List.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.size(this);
        }
    }

    /** The position along an axis, from 0. */
    record Index(int axis) implements TensorExpr {
        @Override
        public List<Integer> operands() {
            return List.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.index(this);
        }
    }

    /** A pointwise operation. */
    record Map(Op op, List<Integer> operands) implements TensorExpr {
        public Map {
            operands = List.copyOf(operands);
            if (op.arity() >= 0 && op.arity() != operands.size()) {
                throw new IllegalArgumentException(op + " of " + operands.size() + " operands");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.map(this);
        }
    }

    /** The combination of all elements along some axes, every one of which the operand has. */
    record Reduce(Reducer reducer, int operand, AxisSet over) implements TensorExpr {
        @Override
        public List<Integer> operands() {
            return List.of(operand);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reduce(this);
        }
    }

    /** The operand's value; no gradient passes. */
    record Stop(int operand) implements TensorExpr {
        @Override
        public List<Integer> operands() {
            return List.of(operand);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stop(this);
        }
    }

    /**
     * The operand at other positions: along {@code from}, at the position along {@code to} plus a shift; 0 where that is
     * outside. The operand is an input, a reduction or another such view.
     */
    record View(int operand, int from, int to, int shift) implements TensorExpr {
        @Override
        public List<Integer> operands() {
            return List.of(operand);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.view(this);
        }
    }

    /** One method per node: a new node does not compile until every pass says what it means. */
    interface Cases<R> {
        R input(Input node);

        R constant(Constant node);

        R size(Size node);

        R index(Index node);

        R map(Map node);

        R reduce(Reduce node);

        R stop(Stop node);

        R view(View node);
    }
}
