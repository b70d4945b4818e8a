package dev.normc.compiler.shard;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Cuts forward and backward at the reductions over an axis that is split over shards: each shard computes its part, the
 * parts are merged, each shard goes on with what was merged.
 *
 * <p>Statistics are means and variances, which merge as {@code (n, mean, M2)} (Chan, Golub &amp; LeVeque, 1979); the sums
 * of the backward are added.
 */
public final class ShardedPrograms {
    private final TensorProgram forward;
    private final TensorProgram backward;
    private final int axis;
    private final List<Group> groups = new ArrayList<>();

    /** A mean, and the variance about it where there is one; values of the forward, -1 for none. */
    private record Group(int mean, int variance, AxisSet over) {}

    /** Why statistics cannot be merged, for people. */
    public static final class NotMergeableException extends Exception {
        private static final long serialVersionUID = 1L;

        private NotMergeableException(String reason) {
            super(reason);
        }
    }

    private ShardedPrograms(TensorProgram forward, TensorProgram backward, int axis) {
        this.forward = forward;
        this.backward = backward;
        this.axis = axis;
    }

    /**
     * The programs of shards along the dynamic axis, or the outermost one that could be.
     *
     * @param free the axes that may be dynamic
     * @throws NotMergeableException if a statistic over that axis does not merge
     */
    public static ShardedPrograms of(TensorProgram forward, TensorProgram backward, AxisSet free)
            throws NotMergeableException {
        if (free.isEmpty()) {
            throw new NotMergeableException("no axis is outermost in every input and in no param");
        }
        int axis = forward.dynamicAxis().orElse(free.positions().get(0));
        ShardedPrograms shards = new ShardedPrograms(forward, backward, axis);
        shards.group();
        shards.requireOneLevel();
        return shards;
    }

    private boolean isCut(TensorExpr expr) {
        return expr instanceof TensorExpr.Reduce reduce && reduce.over().contains(axis);
    }

    private void group() throws NotMergeableException {
        Map<Integer, Integer> means = new HashMap<>();
        for (int i = 0; i < forward.values().size(); i++) {
            if (forward.values().get(i) instanceof TensorExpr.Map map
                    && map.op() == Op.DIVIDE
                    && isCut(forward.values().get(map.operands().get(0)))
                    && forward.values().get(map.operands().get(1)) instanceof TensorExpr.Size size
                    && size.over().equals(over(map.operands().get(0)))) {
                means.put(map.operands().get(0), i);
            }
        }
        for (int i = 0; i < forward.values().size(); i++) {
            if (!isCut(forward.values().get(i))) {
                continue;
            }
            TensorExpr.Reduce reduce = (TensorExpr.Reduce) forward.values().get(i);
            if (reduce.reducer() != Reducer.SUM || !means.containsKey(i)) {
                throw new NotMergeableException("it takes a statistic other than a mean or a variance");
            }
            int centre = centre(reduce, means);
            int at = centre < 0 ? -1 : groupOf(centre);
            if (at >= 0 && groups.get(at).variance() < 0) {
                groups.set(at, new Group(centre, means.get(i), reduce.over()));
            } else if (dependsOnCut(forward, reduce.operand(), new HashSet<>())) {
                throw new NotMergeableException("it takes a statistic of a statistic");
            } else {
                groups.add(new Group(means.get(i), -1, reduce.over()));
            }
        }
        if (groups.isEmpty()) {
            throw new NotMergeableException("nothing is reduced over its outermost axis");
        }
    }

    private AxisSet over(int reduce) {
        return ((TensorExpr.Reduce) forward.values().get(reduce)).over();
    }

    private int groupOf(int mean) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).mean() == mean) {
                return i;
            }
        }
        return -1;
    }

    /** The mean m for a sum of {@code (e - m)^2} where m is the mean of e over the same axes; -1 for any other sum. */
    private int centre(TensorExpr.Reduce reduce, Map<Integer, Integer> means) {
        if (forward.values().get(reduce.operand()) instanceof TensorExpr.Map square
                && square.op() == Op.MULTIPLY
                && square.operands().get(0).equals(square.operands().get(1))
                && forward.values().get(square.operands().get(0)) instanceof TensorExpr.Map difference
                && difference.op() == Op.SUBTRACT) {
            int mean = difference.operands().get(1);
            for (Map.Entry<Integer, Integer> entry : means.entrySet()) {
                TensorExpr.Reduce sum = (TensorExpr.Reduce) forward.values().get(entry.getKey());
                if (entry.getValue() == mean
                        && sum.over().equals(reduce.over())
                        && sum.operand() == difference.operands().get(0)) {
                    return mean;
                }
            }
        }
        return -1;
    }

    private boolean dependsOnCut(TensorProgram program, int value, Set<Integer> seen) {
        TensorExpr expr = program.values().get(value);
        return isCut(expr)
                || seen.add(value)
                        && expr.operands().stream().anyMatch(operand -> dependsOnCut(program, operand, seen));
    }

    private void requireOneLevel() throws NotMergeableException {
        for (TensorExpr expr : backward.values()) {
            if (isCut(expr)) {
                TensorExpr.Reduce reduce = (TensorExpr.Reduce) expr;
                if (reduce.reducer() != Reducer.SUM || dependsOnCut(backward, reduce.operand(), new HashSet<>())) {
                    throw new NotMergeableException("its gradient takes a sum of a sum");
                }
            }
            if (expr instanceof TensorExpr.Size size && size.over().contains(axis)) {
                requireCount(size.over());
            }
        }
        for (TensorExpr expr : forward.values()) {
            if (expr instanceof TensorExpr.Size size && size.over().contains(axis)) {
                requireCount(size.over());
            }
        }
    }

    private void requireCount(AxisSet over) throws NotMergeableException {
        if (groups.stream().noneMatch(group -> group.over().equals(over))) {
            throw new NotMergeableException("it counts elements over which it takes no statistic");
        }
    }

    /** Stores the statistics of a shard. */
    public TensorProgram partial() {
        ProgramBuilder builder = ProgramBuilder.from(forward.withStores(List.of()));
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            builder.store(buffer(builder, count(i), AxisSet.NONE), builder.size(group.over()));
            builder.store(buffer(builder, name(i, "mean"), builder.set(group.mean())), group.mean());
            if (group.variance() >= 0) {
                int sum = forward.values().get(group.variance()).operands().get(0);
                builder.store(buffer(builder, name(i, "m2"), builder.set(sum)), sum);
            }
        }
        return builder.build();
    }

    /** The forward, with statistics and counts read from their buffers. */
    public TensorProgram finish() {
        ProgramBuilder builder = new ProgramBuilder(forward.axes(), forward.buffers());
        Map<Integer, Integer> replaced = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            int count = builder.input(buffer(builder, count(i), AxisSet.NONE));
            AxisSet set = forward.sets().get(group.mean());
            replaced.put(group.mean(), builder.input(buffer(builder, name(i, "mean"), set)));
            if (group.variance() >= 0) {
                int m2 = builder.input(buffer(builder, name(i, "m2"), set));
                replaced.put(group.variance(), builder.map(Op.DIVIDE, m2, count));
            }
        }
        return rebuilt(forward, builder, replaced::get, forward.stores());
    }

    /** Stores the sums of a shard. */
    public TensorProgram backwardPartial() {
        ProgramBuilder builder = new ProgramBuilder(backward.axes(), backward.buffers());
        Map<Integer, Integer> sums = new HashMap<>();
        int[] numbers = copied(backward, builder, value -> null);
        for (int value : cutSums()) {
            sums.put(value, buffer(builder, sum(sums.size()), backward.sets().get(value)));
            builder.store(sums.get(value), numbers[value]);
        }
        return builder.build();
    }

    /** The backward, with sums and counts read from their buffers. */
    public TensorProgram backwardFinish() {
        ProgramBuilder builder = new ProgramBuilder(backward.axes(), backward.buffers());
        Map<Integer, Integer> replaced = new HashMap<>();
        for (int value : cutSums()) {
            replaced.put(
                    value,
                    builder.input(buffer(
                            builder, sum(replaced.size()), backward.sets().get(value))));
        }
        return rebuilt(backward, builder, replaced::get, backward.stores());
    }

    private List<Integer> cutSums() {
        List<Integer> sums = new ArrayList<>();
        for (int i = 0; i < backward.values().size(); i++) {
            if (isCut(backward.values().get(i))) {
                sums.add(i);
            }
        }
        return sums;
    }

    private TensorProgram rebuilt(
            TensorProgram program,
            ProgramBuilder builder,
            IntFunction<Integer> replaced,
            List<TensorProgram.Store> stores) {
        int[] numbers = copied(program, builder, replaced);
        stores.forEach(store -> builder.store(store.buffer(), numbers[store.value()]));
        return builder.build();
    }

    private int[] copied(TensorProgram program, ProgramBuilder builder, IntFunction<Integer> replaced) {
        int[] numbers = new int[program.values().size()];
        for (int i = 0; i < numbers.length; i++) {
            Integer known = replaced.apply(i);
            if (known != null) {
                numbers[i] = known;
            } else if (program.values().get(i) instanceof TensorExpr.Size size
                    && size.over().contains(axis)) {
                numbers[i] = builder.input(buffer(builder, count(groupOver(size.over())), AxisSet.NONE));
            } else {
                numbers[i] = builder.copy(program.values().get(i), numbers);
            }
            String label = program.labels().get(i);
            if (label != null) {
                builder.label(numbers[i], label);
            }
        }
        return numbers;
    }

    private int groupOver(AxisSet over) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).over().equals(over)) {
                return i;
            }
        }
        throw new IllegalStateException("a count without a statistic");
    }

    /** The buffer of that name, new where there is none yet. */
    private static int buffer(ProgramBuilder builder, String name, AxisSet set) {
        TensorProgram program = builder.build();
        for (int i = 0; i < program.buffers().size(); i++) {
            if (program.buffers().get(i).name().equals(name)) {
                return i;
            }
        }
        return builder.buffer(new TensorProgram.Buffer(name, BufferRole.STATISTIC, set.positions(), DataType.F64));
    }

    private static String count(int group) {
        return name(group, "count");
    }

    private static String name(int group, String what) {
        return "shard" + (group + 1) + "_" + what;
    }

    private static String sum(int number) {
        return "shard_sum" + (number + 1);
    }
}
