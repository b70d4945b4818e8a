package dev.normc.compiler.differentiate;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a program with gradients into a forward and a backward half.
 *
 * <p>Reductions are the only values worth saving between the halves; pointwise values are computed again. A state that
 * the forward updates is saved as it was before.
 */
public final class SavedStatistics {
    private final TensorProgram joint;
    private final Set<Integer> forward;
    private final Set<Integer> saved = new LinkedHashSet<>();
    private final Set<String> names = new HashSet<>();

    private SavedStatistics(TensorProgram joint) {
        this.joint = joint;
        this.forward = reachable(joint, forwardStores());
        joint.buffers().forEach(buffer -> names.add(buffer.name()));
    }

    /**
     * Both halves; each has all buffers of both.
     *
     * @param states for each state that the backward needs as it was before the forward changed it, where it is saved
     */
    public record Halves(TensorProgram forward, TensorProgram backward, Map<String, TensorProgram.Buffer> states) {

        /** A program of gradients with such states read from where they are saved. */
        public TensorProgram withSavedStates(TensorProgram gradients) {
            ProgramBuilder builder = new ProgramBuilder(gradients.axes(), gradients.buffers());
            int[] numbers = new int[gradients.values().size()];
            for (int i = 0; i < numbers.length; i++) {
                TensorExpr expr = gradients.values().get(i);
                TensorProgram.Buffer saved = expr instanceof TensorExpr.Input input
                        ? states.get(gradients.buffers().get(input.buffer()).name())
                        : null;
                numbers[i] = saved == null ? builder.copy(expr, numbers) : builder.input(builder.buffer(saved));
                String label = gradients.labels().get(i);
                if (label != null) {
                    builder.label(numbers[i], label);
                }
            }
            gradients.stores().forEach(store -> builder.store(store.buffer(), numbers[store.value()]));
            return builder.build();
        }
    }

    /** Cuts a simplified program whose stores are outputs, states and gradients. */
    public static Halves split(TensorProgram joint) {
        return new SavedStatistics(joint).run(Set.of());
    }

    /**
     * The same for two programs that run after the forward: states that the second one reads are saved, too.
     *
     * @param second of the second derivative
     */
    public static Halves split(TensorProgram joint, TensorProgram second) {
        Set<String> states = new LinkedHashSet<>();
        for (TensorExpr expr : second.values()) {
            if (expr instanceof TensorExpr.Input input
                    && second.buffers().get(input.buffer()).role() == BufferRole.STATE) {
                states.add(second.buffers().get(input.buffer()).name());
            }
        }
        return new SavedStatistics(joint).run(states);
    }

    /** @param read states that are needed as they were before the forward */
    private Halves run(Set<String> read) {
        List<TensorProgram.Store> gradients = joint.stores().stream()
                .filter(store -> role(store) == BufferRole.GRADIENT)
                .toList();
        Set<Integer> seen = new HashSet<>();
        gradients.forEach(store -> choose(store.value(), seen));
        ProgramBuilder first = ProgramBuilder.from(joint.withStores(List.of()));
        for (String state : read) {
            int buffer = joint.buffer(state);
            int value = joint.values().indexOf(new TensorExpr.Input(buffer));
            if (value >= 0 && isChanged(buffer)) {
                saved.add(value);
            }
        }
        List<TensorProgram.Buffer> buffers = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        Map<String, TensorProgram.Buffer> states = new HashMap<>();
        for (int value : saved) {
            AxisSet set = joint.sets().get(value);
            TensorProgram.Buffer buffer =
                    new TensorProgram.Buffer(name(value), BufferRole.SAVED, set.positions(), DataType.F64);
            buffers.add(buffer);
            targets.add(first.buffer(buffer));
            first.store(targets.get(targets.size() - 1), value);
            if (joint.values().get(value) instanceof TensorExpr.Input input) {
                states.put(joint.buffers().get(input.buffer()).name(), buffer);
            }
        }
        forwardStores().forEach(store -> first.store(store.buffer(), store.value()));
        return new Halves(first.build(), backward(gradients, buffers), states);
    }

    /** The gradients, with each saved value read from its buffer. */
    private TensorProgram backward(List<TensorProgram.Store> gradients, List<TensorProgram.Buffer> buffers) {
        ProgramBuilder builder = new ProgramBuilder(joint.axes(), joint.buffers());
        List<Integer> slots = buffers.stream().map(builder::buffer).toList();
        List<Integer> order = new ArrayList<>(saved);
        int[] numbers = new int[joint.values().size()];
        Set<Integer> needed = reachable(joint, gradients);
        for (int i = 0; i < numbers.length; i++) {
            if (order.contains(i)) {
                numbers[i] = builder.input(slots.get(order.indexOf(i)));
            } else if (needed.contains(i)) {
                numbers[i] = builder.copy(joint.values().get(i), numbers);
            }
            String label = joint.labels().get(i);
            if (label != null && needed.contains(i)) {
                builder.label(numbers[i], label);
            }
        }
        gradients.forEach(store -> builder.store(store.buffer(), numbers[store.value()]));
        return builder.build();
    }

    private List<TensorProgram.Store> forwardStores() {
        return joint.stores().stream()
                .filter(store -> role(store) != BufferRole.GRADIENT)
                .toList();
    }

    private BufferRole role(TensorProgram.Store store) {
        return joint.buffers().get(store.buffer()).role();
    }

    private void choose(int value, Set<Integer> seen) {
        if (!seen.add(value)) {
            return;
        }
        TensorExpr expr = joint.values().get(value);
        boolean changedState = expr instanceof TensorExpr.Input input && isChanged(input.buffer());
        if (changedState || forward.contains(value) && isStatistic(value)) {
            saved.add(value);
            return;
        }
        expr.operands().forEach(operand -> choose(operand, seen));
    }

    private boolean isChanged(int buffer) {
        return joint.buffers().get(buffer).role() == BufferRole.STATE
                && joint.stores().stream().anyMatch(store -> store.buffer() == buffer);
    }

    /** A reduction, a mean, or a value of several reductions and nothing else; never a truth value. */
    private boolean isStatistic(int value) {
        Set<Integer> leaves = new HashSet<>();
        return !isComparison(value)
                && leaves(value, leaves, new HashSet<>())
                && (isMeanOrReduction(value) || leaves.size() > 1);
    }

    private boolean isComparison(int value) {
        return joint.values().get(value) instanceof TensorExpr.Map map
                && map.op().isComparison();
    }

    /** A reduction, or one divided by counts. */
    private boolean isMeanOrReduction(int value) {
        TensorExpr expr = joint.values().get(value);
        return expr instanceof TensorExpr.Reduce
                || expr instanceof TensorExpr.Map map
                        && map.op() == Op.DIVIDE
                        && joint.values().get(map.operands().get(0)) instanceof TensorExpr.Reduce
                        && leaves(map.operands().get(1), new HashSet<>(), new HashSet<>());
    }

    /** Collects the reductions below a value; false if anything else that varies is below it. */
    private boolean leaves(int value, Set<Integer> leaves, Set<Integer> seen) {
        if (!seen.add(value)) {
            return true; // said already, if not
        }
        TensorExpr expr = joint.values().get(value);
        if (isMeanOrReduction(value)) {
            leaves.add(value);
            return true;
        }
        if (expr instanceof TensorExpr.Input || expr instanceof TensorExpr.Index || expr instanceof TensorExpr.View) {
            return false;
        }
        boolean only = true;
        for (int operand : expr.operands()) {
            only &= leaves(operand, leaves, seen);
        }
        return only;
    }

    private String name(int value) {
        String base = joint.labels().get(value);
        if (base == null && joint.values().get(value) instanceof TensorExpr.Input input) {
            base = joint.buffers().get(input.buffer()).name();
        }
        String name = base == null ? "saved_1" : "saved_" + base;
        for (int i = 2; !names.add(name); i++) {
            name = (base == null ? "saved_" : "saved_" + base + "_") + i;
        }
        return name;
    }

    private static Set<Integer> reachable(TensorProgram program, List<TensorProgram.Store> stores) {
        Set<Integer> reached = new HashSet<>();
        stores.forEach(store -> reached.add(store.value()));
        for (int i = program.values().size() - 1; i >= 0; i--) {
            if (reached.contains(i)) {
                reached.addAll(program.values().get(i).operands());
            }
        }
        return reached;
    }
}
