package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The axis along which an entry is cut into ranges that can be computed apart.
 *
 * <p>Best is an axis that everything keeps: nothing meets across it. Where there is none, the outermost axis will do: what is
 * summed along it is collected in chunks, and the chunks combined in order. Where such sums are read along the same axis
 * again, as for a batch norm of rows, each nest of loops along it is a stage, and the tasks of an entry wait for each other
 * between two.
 *
 * @param chunked whether sums run along it
 * @param staged whether there are several stages
 * @param block iterations of a range at least, and what its beginning is a multiple of
 */
record Split(int axis, boolean chunked, boolean staged, int block) {
    /** An axis with fewer positions is taken only where none has more. */
    private static final int ENOUGH = 16;

    static Optional<Split> of(TensorProgram program, List<Task> tasks, Region root, Schedule schedule) {
        List<Integer> independent = new ArrayList<>();
        // Ranges of the innermost axis would be columns: short runs all over memory.
        for (int axis = 0; axis < program.axes().size() - 1; axis++) {
            if (isIndependent(program, tasks, axis)) {
                independent.add(axis);
            }
        }
        Optional<Integer> first = independent.stream()
                .filter(axis -> extent(program, axis) >= ENOUGH)
                .findFirst()
                .or(() -> independent.stream().max(Comparator.comparing(axis -> extent(program, axis))));
        return first.map(axis -> new Split(axis, false, false, 1)).or(() -> chunked(program, root, schedule));
    }

    private static int extent(TensorProgram program, int axis) {
        return program.axes().get(axis).isDynamic()
                ? ENOUGH - 1
                : program.axes().get(axis).extent();
    }

    private static boolean isIndependent(TensorProgram program, List<Task> tasks, int axis) {
        boolean whole = tasks.stream()
                .allMatch(task -> task.kind() == Task.Kind.KEEP
                        || task.space().contains(axis) && !task.over().contains(axis));
        return whole && extent(program, axis) > 1 && !isViewed(program, axis);
    }

    private static boolean isViewed(TensorProgram program, int axis) {
        return program.values().stream()
                .anyMatch(expr -> expr instanceof TensorExpr.View view && (view.from() == axis || view.to() == axis));
    }

    /** The axis of all nests, around everything that has it, where sums along it are long enough to be worth it. */
    private static Optional<Split> chunked(TensorProgram program, Region root, Schedule schedule) {
        List<Region.Phase> nests = root.phases().stream()
                .filter(phase -> phase.kind() == Region.Kind.NEST)
                .toList();
        if (nests.isEmpty()) {
            return Optional.empty();
        }
        int axis = nests.get(0).axis();
        boolean elsewhere = root.phases().stream()
                .filter(phase -> phase.kind() != Region.Kind.NEST || phase.axis() != axis)
                .flatMap(phase -> phase.tasks().stream())
                .anyMatch(task -> task.space().contains(axis));
        List<Task> sums = nests.stream()
                .flatMap(phase -> phase.tasks().stream())
                .filter(task -> task.isReduction() && task.firstReduced() == axis)
                .toList();
        boolean summed = !sums.isEmpty();
        boolean fixedColumns = sums.stream().noneMatch(task -> task.kept().positions().stream()
                .anyMatch(kept -> program.axes().get(kept).isDynamic()));
        int block = block(program, sums, axis, schedule);
        boolean isLong =
                program.axes().get(axis).isDynamic() || program.axes().get(axis).extent() > block;
        return axis == 0 && summed && fixedColumns && !elsewhere && isLong && !isViewed(program, axis)
                ? Optional.of(new Split(axis, true, nests.size() > 1, block))
                : Optional.empty();
    }

    /** Iterations in which every sum takes in a block of rows: a chunk is long beside the addition of its sums to others. */
    private static int block(TensorProgram program, List<Task> sums, int axis, Schedule schedule) {
        long rows = sums.stream()
                .mapToLong(task -> task.over().positions().stream()
                        .filter(reduced -> reduced != axis)
                        .mapToLong(reduced -> program.axes().get(reduced).extent())
                        .reduce(1, (a, b) -> a * b))
                .min()
                .orElse(1);
        return (int) Math.max(1, (schedule.rowBlock() + rows - 1) / Math.max(1, rows));
    }
}
