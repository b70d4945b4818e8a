package dev.normc.compiler.print;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.Formula;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A derived gradient as mathematics: shared parts under short names, saved statistics under the names of theirs. */
public final class GradientPrinter {
    private final TensorProgram program;
    private final Formula formula;
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, List<String>> products;

    private GradientPrinter(TypedNorm typed, TensorProgram program) {
        this.program = program;
        this.products = typed.axes().products();
        this.formula = new Formula(program, this::name, set -> axes(program, set));
        program.buffers().forEach(buffer -> taken.add(buffer.name()));
        typed.equations().forEach(equation -> taken.add(equation.name()));
    }

    /**
     * The gradient of every input and param.
     *
     * @param forward what the forward entry computes, for what it saves
     * @param backward what the backward entry computes
     * @return a definition a line, in an order in which each needs only earlier ones
     */
    public static List<String> lines(TypedNorm typed, TensorProgram forward, TensorProgram backward) {
        return new GradientPrinter(typed, backward).print(forward);
    }

    private List<String> print(TensorProgram forward) {
        saved(forward);
        List<String> gradients = new ArrayList<>();
        for (TensorProgram.Store store : program.stores()) {
            String name = program.buffers().get(store.buffer()).name();
            gradients.add(name + " = " + formula.text(store.value()));
        }
        lines.addAll(gradients);
        return lines;
    }

    /** What the forward entry saved and the specification has no name for. */
    private void saved(TensorProgram forward) {
        Set<String> needed = new HashSet<>();
        for (int i = 0; i < program.values().size(); i++) {
            if (role(i) == BufferRole.SAVED && !program.labels().containsKey(i)) {
                needed.add(formula.definition(i));
            }
        }
        Map<Integer, String> known = new HashMap<>(forward.labels());
        Formula definitions =
                new Formula(forward, value -> Optional.ofNullable(known.get(value)), set -> axes(forward, set));
        forward.stores().stream()
                .sorted((a, b) -> Integer.compare(a.value(), b.value()))
                .forEach(store -> {
                    String name = forward.buffers().get(store.buffer()).name();
                    if (needed.contains(name)) {
                        boolean state = forward.values().get(store.value()) instanceof TensorExpr.Input;
                        String what = definitions.definition(store.value());
                        lines.add(name + " = " + what + (state ? " before the update" : ""));
                        known.put(store.value(), name);
                    }
                });
    }

    /** The name that a shared part gets when it is met first; its definition then stands before its users. */
    private Optional<String> name(int value) {
        if (!names.containsKey(value) && formula.uses(value) > 1 && deservesName(value)) {
            String definition = formula.definition(value);
            String chosen = fresh(wanted(value));
            names.put(value, chosen);
            lines.add(chosen + " = " + definition);
        }
        return Optional.ofNullable(names.get(value));
    }

    private boolean deservesName(int value) {
        return program.values().get(value) instanceof TensorExpr.Map map
                        && !map.op().isComparison()
                || program.values().get(value) instanceof TensorExpr.Reduce;
    }

    /** The letters the field uses: s for a scale, r for its reciprocal, c for centred, u for the scaled cotangent. */
    private String wanted(int value) {
        if (program.values().get(value) instanceof TensorExpr.Map map) {
            int first = map.operands().get(0);
            if (map.op() == Op.SQRT) {
                return "s";
            }
            if (map.op() == Op.DIVIDE && program.values().get(first) instanceof TensorExpr.Constant) {
                return "r";
            }
            if (map.op() == Op.SUBTRACT && program.values().get(first) instanceof TensorExpr.Input) {
                return "c";
            }
            boolean scaled = map.op() == Op.MULTIPLY
                    && role(first) == BufferRole.PARAM
                    && role(map.operands().get(1)) == BufferRole.COTANGENT;
            return scaled ? "u" : "t";
        }
        return "sum";
    }

    private BufferRole role(int value) {
        return program.values().get(value) instanceof TensorExpr.Input input
                ? program.buffers().get(input.buffer()).role()
                : BufferRole.WORKSPACE;
    }

    private String fresh(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    /** A list of axes, complete products under their own name. */
    private String axes(TensorProgram of, AxisSet set) {
        List<String> parts = new ArrayList<>(
                set.positions().stream().map(axis -> of.axes().get(axis).name()).toList());
        products.forEach((whole, factors) -> {
            if (parts.containsAll(factors)) {
                parts.set(parts.indexOf(factors.get(0)), whole);
                parts.removeAll(factors);
            }
        });
        return String.join(", ", parts);
    }
}
