package dev.normc.compiler.lower;

import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges adjacent axes that every value and buffer treats alike: {@code [N, C, H, W]} with H and W reduced together is
 * {@code [N, C, HW]}.
 *
 * <p>An axis that may be dynamic is never merged, so that the summation tree is the same whether it is or not.
 */
final class MergedAxes {
    private final TensorProgram program;
    private final AxisSet free;

    private MergedAxes(TensorProgram program, AxisSet free) {
        this.program = program;
        this.free = free;
    }

    static TensorProgram merge(TensorProgram program, AxisSet free) {
        return new MergedAxes(program, free).merge();
    }

    private TensorProgram merge() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int axis = 0; axis < program.axes().size(); axis++) {
            List<Integer> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && canMerge(last.get(last.size() - 1), axis)) {
                last.add(axis);
            } else {
                groups.add(new ArrayList<>(List.of(axis)));
            }
        }
        List<Axis> axes = new ArrayList<>();
        for (List<Integer> group : groups) {
            StringBuilder name = new StringBuilder();
            long extent = 1;
            for (int axis : group) {
                name.append(program.axes().get(axis).name());
                extent *= program.axes().get(axis).extent();
            }
            axes.add(new Axis(name.toString(), (int) extent));
        }
        return rebuilt(groups, axes);
    }

    private boolean canMerge(int outer, int inner) {
        if (free.contains(outer) || free.contains(inner)) {
            return false;
        }
        long extent = (long) program.axes().get(outer).extent()
                * program.axes().get(inner).extent();
        if (extent > Integer.MAX_VALUE) {
            return false;
        }
        Set<Integer> used = new HashSet<>();
        program.stores().forEach(store -> used.add(store.buffer()));
        for (int i = 0; i < program.values().size(); i++) {
            TensorExpr expr = program.values().get(i);
            if (!together(program.sets().get(i), outer, inner)) {
                return false;
            }
            if (expr instanceof TensorExpr.Reduce reduce && !together(reduce.over(), outer, inner)
                    || expr instanceof TensorExpr.Size size && !together(size.over(), outer, inner)
                    || expr instanceof TensorExpr.Index index && (index.axis() == outer || index.axis() == inner)
                    || expr instanceof TensorExpr.View view
                            && !AxisSet.of(List.of(view.from(), view.to()))
                                    .isDisjoint(AxisSet.of(List.of(outer, inner)))) {
                return false;
            }
            if (expr instanceof TensorExpr.Input input) {
                used.add(input.buffer());
            }
        }
        for (int buffer : used) {
            List<Integer> layout = program.buffers().get(buffer).layout();
            int at = layout.indexOf(outer);
            boolean adjacent = at >= 0 && at + 1 < layout.size() && layout.get(at + 1) == inner;
            if (!adjacent && (at >= 0 || layout.contains(inner))) {
                return false;
            }
        }
        return true;
    }

    private static boolean together(AxisSet set, int a, int b) {
        return set.contains(a) == set.contains(b);
    }

    private TensorProgram rebuilt(List<List<Integer>> groups, List<Axis> axes) {
        int[] groupOf = new int[program.axes().size()];
        for (int group = 0; group < groups.size(); group++) {
            for (int axis : groups.get(group)) {
                groupOf[axis] = group;
            }
        }
        List<TensorProgram.Buffer> buffers = program.buffers().stream()
                .map(buffer -> new TensorProgram.Buffer(
                        buffer.name(),
                        buffer.role(),
                        buffer.layout().stream()
                                .map(axis -> groupOf[axis])
                                .distinct()
                                .toList(),
                        buffer.type()))
                .toList();
        ProgramBuilder builder = new ProgramBuilder(axes, buffers);
        int[] numbers = new int[program.values().size()];
        for (int i = 0; i < numbers.length; i++) {
            TensorExpr expr = program.values().get(i);
            if (expr instanceof TensorExpr.Reduce reduce) {
                numbers[i] =
                        builder.reduce(reduce.reducer(), numbers[reduce.operand()], merged(reduce.over(), groupOf));
            } else if (expr instanceof TensorExpr.Size size) {
                numbers[i] = builder.size(merged(size.over(), groupOf));
            } else if (expr instanceof TensorExpr.Index index) {
                numbers[i] = builder.index(groupOf[index.axis()]);
            } else if (expr instanceof TensorExpr.View view) {
                numbers[i] =
                        builder.view(numbers[view.operand()], groupOf[view.from()], groupOf[view.to()], view.shift());
            } else {
                numbers[i] = builder.copy(expr, numbers);
            }
            String label = program.labels().get(i);
            if (label != null) {
                builder.label(numbers[i], label);
            }
        }
        program.stores().forEach(store -> builder.store(store.buffer(), numbers[store.value()]));
        return builder.build();
    }

    private static AxisSet merged(AxisSet set, int[] groupOf) {
        return AxisSet.of(set.positions().stream().map(axis -> groupOf[axis]).toList());
    }
}
