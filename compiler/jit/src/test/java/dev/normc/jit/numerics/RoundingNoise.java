package dev.normc.jit.numerics;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A program in which the result of every operation that rounds is off by a random relative amount below {@link #SIZE}.
 *
 * <p>How far its results lie from those of the program itself tells what rounding may do to them, whatever cancels on the
 * way (Parker, Monte Carlo arithmetic, 1997). The terms of a sum are off too, so that a sum that cancels counts.
 */
final class RoundingNoise {
    /** Far above the rounding of binary64, far below what changes a slope. */
    static final double SIZE = 0x1p-30;

    private static final Set<Op> EXACT = Set.of(
            Op.NEGATE,
            Op.ABS,
            Op.SIGN,
            Op.MIN,
            Op.MAX,
            Op.LESS,
            Op.LESS_EQUAL,
            Op.EQUAL,
            Op.NOT_EQUAL,
            Op.WHERE,
            Op.KEEP,
            Op.DROP);

    private final TensorProgram source;
    private final List<TensorProgram.Buffer> buffers;
    private final List<TensorExpr> exprs = new ArrayList<>();
    private final List<AxisSet> sets = new ArrayList<>();
    private final Map<String, double[]> factors = new HashMap<>();
    private final SplittableRandom random;

    private RoundingNoise(TensorProgram source, long seed) {
        this.source = source;
        this.buffers = new ArrayList<>(source.buffers());
        this.random = new SplittableRandom(seed);
    }

    /** What a program of fixed extents and the factors for its values are. */
    record Noisy(TensorProgram program, Map<String, double[]> factors) {}

    static Noisy add(TensorProgram program, long seed) {
        RoundingNoise noise = new RoundingNoise(program, seed);
        return new Noisy(noise.program(), noise.factors);
    }

    private TensorProgram program() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < source.values().size(); i++) {
            numbers.add(value(i, numbers));
        }
        List<TensorProgram.Store> stores = source.stores().stream()
                .map(store -> new TensorProgram.Store(store.buffer(), numbers.get(store.value())))
                .toList();
        return new TensorProgram(source.axes(), buffers, exprs, sets, stores, Map.of());
    }

    private int value(int number, List<Integer> numbers) {
        TensorExpr expr = source.values().get(number);
        AxisSet set = source.sets().get(number);
        if (expr instanceof TensorExpr.Map map) {
            int plain = emit(
                    new TensorExpr.Map(
                            map.op(), map.operands().stream().map(numbers::get).toList()),
                    set);
            return EXACT.contains(map.op()) ? plain : noisy(plain, set);
        }
        if (expr instanceof TensorExpr.Reduce reduce) {
            int operand = numbers.get(reduce.operand());
            boolean sum = reduce.reducer() == Reducer.SUM;
            int terms = sum ? noisy(operand, source.sets().get(reduce.operand())) : operand;
            return emit(new TensorExpr.Reduce(reduce.reducer(), terms, reduce.over()), set);
        }
        if (expr instanceof TensorExpr.Stop stop) {
            return emit(new TensorExpr.Stop(numbers.get(stop.operand())), set);
        }
        if (expr instanceof TensorExpr.View view) {
            return emit(new TensorExpr.View(numbers.get(view.operand()), view.from(), view.to(), view.shift()), set);
        }
        return emit(expr, set);
    }

    private int noisy(int value, AxisSet set) {
        String name = "noise_" + exprs.size();
        List<Integer> layout = set.positions();
        buffers.add(new TensorProgram.Buffer(name, BufferRole.MASK, layout, DataType.F64));
        int elements = 1;
        for (int axis : layout) {
            Axis extent = source.axes().get(axis);
            elements *= extent.extent();
        }
        factors.put(
                name, random.doubles(elements, -SIZE, SIZE).map(off -> 1 + off).toArray());
        int factor = emit(new TensorExpr.Input(buffers.size() - 1), set);
        return emit(new TensorExpr.Map(Op.MULTIPLY, List.of(value, factor)), set);
    }

    private int emit(TensorExpr expr, AxisSet set) {
        exprs.add(expr);
        sets.add(set);
        return exprs.size() - 1;
    }
}
