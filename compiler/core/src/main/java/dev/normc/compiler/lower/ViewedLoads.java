package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Elements that are read at other positions than the loops'. */
final class ViewedLoads {
    private final TensorProgram program;
    private final Function<List<Integer>, Index> index;
    private final Scope scope;

    ViewedLoads(TensorProgram program, Function<List<Integer>, Index> index, Scope scope) {
        this.program = program;
        this.index = index;
        this.scope = scope;
    }

    /** What a view reads here; its operand is complete. */
    Scalar of(TensorExpr.View view) {
        List<Scalar.Move> moves = new ArrayList<>();
        Scalar.Load load = load(view, moves);
        return moves.isEmpty() ? load : new Scalar.Shifted(load, moves);
    }

    private Scalar.Load load(TensorExpr.View view, List<Scalar.Move> moves) {
        TensorExpr operand = program.values().get(view.operand());
        Scalar.Load load;
        if (operand instanceof TensorExpr.Input input) {
            load = new Scalar.Load(
                    input.buffer(),
                    index.apply(program.buffers().get(input.buffer()).layout()));
        } else if (operand instanceof TensorExpr.View inner) {
            load = load(inner, moves);
        } else {
            load = (Scalar.Load) scope.findOutside(view.operand())
                    .orElseThrow(() -> new IllegalStateException(
                            "reduction %" + view.operand() + " is viewed before it is complete"));
        }
        String from = variable(view.from());
        String to = variable(view.to());
        moves.replaceAll(move -> move.variable().equals(from) ? move.along(to) : move);
        if (view.shift() != 0) {
            moves.add(new Scalar.Move(
                    to,
                    view.shift(),
                    Workspace.elements(program, List.of(view.from())),
                    load.index().stride(from)));
        }
        return new Scalar.Load(load.buffer(), load.index().renamed(from, to));
    }

    private String variable(int axis) {
        return index.apply(List.of(axis)).terms().get(0).variable();
    }
}
