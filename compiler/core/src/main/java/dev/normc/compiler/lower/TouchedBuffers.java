package dev.normc.compiler.lower;

import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Leaves out the buffers that an entry neither reads nor writes: a forward has no {@code dy}. */
final class TouchedBuffers {

    private TouchedBuffers() {}

    static TensorProgram only(TensorProgram program) {
        Set<Integer> touched = new TreeSet<>();
        program.stores().forEach(store -> touched.add(store.buffer()));
        for (TensorExpr expr : program.values()) {
            if (expr instanceof TensorExpr.Input input) {
                touched.add(input.buffer());
            }
        }
        List<Integer> kept = new ArrayList<>(touched);
        List<TensorProgram.Buffer> buffers =
                kept.stream().map(buffer -> program.buffers().get(buffer)).toList();
        List<TensorExpr> values = program.values().stream()
                .map(expr -> expr instanceof TensorExpr.Input input
                        ? new TensorExpr.Input(kept.indexOf(input.buffer()))
                        : expr)
                .toList();
        List<TensorProgram.Store> stores = program.stores().stream()
                .map(store -> new TensorProgram.Store(kept.indexOf(store.buffer()), store.value()))
                .toList();
        return new TensorProgram(program.axes(), buffers, values, program.sets(), stores, program.labels());
    }
}
