package dev.normc.compiler.lower;

import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;

/** How the reduction of a task combines. */
record TensorReducer(Reducer reducer) {

    TensorReducer(TensorProgram program, Task task) {
        this(((TensorExpr.Reduce) program.values().get(task.value())).reducer());
    }

    boolean isSum() {
        return reducer == Reducer.SUM;
    }
}
