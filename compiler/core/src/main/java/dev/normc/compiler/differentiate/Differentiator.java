package dev.normc.compiler.differentiate;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverse mode on the tensor IR: the vector-Jacobian product of a program.
 *
 * <p>Values are typed by axis sets, so broadcasting needs no rules: a value with axes A used where axes B live receives
 * {@code sum[B - A]} of what comes back. Contributions to one value are kept as terms of one {@link Op#TOTAL}.
 */
public final class Differentiator {
    private final TensorProgram program;
    private final ProgramBuilder builder;
    private final Derivatives derivatives;
    private final Map<Integer, List<Integer>> terms = new HashMap<>();
    private final Order order;

    private Differentiator(TensorProgram program, ProgramBuilder builder, Order order) {
        this.program = program;
        this.builder = builder;
        this.derivatives = new Derivatives(builder);
        this.order = order;
    }

    /**
     * Which derivative is taken.
     *
     * @param seeds role of the stored buffers that have a cotangent
     * @param wanted roles of the buffers that get a gradient
     * @param prefix of a gradient's name
     */
    private record Order(BufferRole seeds, Set<BufferRole> wanted, String prefix) {}

    private static final Order FIRST = new Order(BufferRole.OUTPUT, Set.of(BufferRole.INPUT, BufferRole.PARAM), "d");

    private static final Order SECOND =
            new Order(BufferRole.GRADIENT, Set.of(BufferRole.INPUT, BufferRole.PARAM, BufferRole.COTANGENT), "g2_");

    /**
     * The gradient of every input and param.
     *
     * @return the program with a cotangent buffer for each output it stores and a gradient buffer, stored, for each input
     *     and param; the stores of the original program come first
     */
    public static TensorProgram differentiate(TensorProgram program) {
        return new Differentiator(program, ProgramBuilder.from(program), FIRST).run();
    }

    /**
     * The gradient of the gradients.
     *
     * @param first what {@link #differentiate} returned
     * @return the program with a cotangent buffer {@code ddx} for each gradient {@code dx}, and as its only stores a
     *     gradient {@code g2_x} for each input, param and cotangent of the first
     */
    public static TensorProgram again(TensorProgram first) {
        ProgramBuilder builder = ProgramBuilder.from(first.withStores(List.of()));
        return new Differentiator(first, builder, SECOND).run();
    }

    private TensorProgram run() {
        for (TensorProgram.Store store : program.stores()) {
            TensorProgram.Buffer output = program.buffers().get(store.buffer());
            if (output.role() == order.seeds()) {
                int cotangent = builder.buffer(new TensorProgram.Buffer(
                        "d" + output.name(), BufferRole.COTANGENT, output.layout(), output.type()));
                receive(store.value(), builder.input(cotangent));
            }
        }
        for (int value = program.values().size() - 1; value >= 0; value--) {
            if (terms.containsKey(value)) {
                propagate(value, total(value));
            }
        }
        for (int i = 0; i < program.buffers().size(); i++) {
            TensorProgram.Buffer source = program.buffers().get(i);
            if (order.wanted().contains(source.role())) {
                int input = builder.input(i);
                int gradient = terms.containsKey(input) ? total(input) : builder.constant(0);
                int target = builder.buffer(new TensorProgram.Buffer(
                        order.prefix() + source.name(), BufferRole.GRADIENT, source.layout(), source.type()));
                builder.store(target, gradient);
            }
        }
        return builder.build();
    }

    private int total(int value) {
        return builder.map(Op.TOTAL, terms.get(value));
    }

    /** Adds a contribution, summed over the axes that the value does not have. */
    private void receive(int value, int contribution) {
        AxisSet extra = builder.set(contribution).minus(builder.set(value));
        terms.computeIfAbsent(value, v -> new ArrayList<>()).add(builder.sum(contribution, extra));
    }

    /** As {@link #receive} for a use in a place with more axes than the contribution shows. */
    private void receiveFrom(int value, int contribution, AxisSet place) {
        AxisSet extra = place.union(builder.set(contribution)).minus(builder.set(value));
        terms.computeIfAbsent(value, v -> new ArrayList<>()).add(builder.sum(contribution, extra));
    }

    private void propagate(int value, int cotangent) {
        builder.expr(value).match(new TensorExpr.Cases<Void>() {
            @Override
            public Void input(TensorExpr.Input node) {
                return null;
            }

            @Override
            public Void constant(TensorExpr.Constant node) {
                return null;
            }

            @Override
            public Void size(TensorExpr.Size node) {
                return null;
            }

            @Override
            public Void index(TensorExpr.Index node) {
                return null;
            }

            @Override
            public Void stop(TensorExpr.Stop node) {
                return null;
            }

            @Override
            public Void view(TensorExpr.View node) {
                receive(node.operand(), builder.view(cotangent, node.to(), node.from(), -node.shift()));
                return null;
            }

            @Override
            public Void map(TensorExpr.Map node) {
                for (int i = 0; i < node.operands().size(); i++) {
                    int operand = node.operands().get(i);
                    if (!isVarying(operand)) {
                        continue;
                    }
                    int contribution = derivatives.contribution(node.op(), node.operands(), i, value, cotangent);
                    if (contribution != Derivatives.NONE) {
                        receiveFrom(operand, contribution, builder.set(value));
                    }
                }
                return null;
            }

            @Override
            public Void reduce(TensorExpr.Reduce node) {
                if (isVarying(node.operand())) {
                    int contribution = node.reducer() == Reducer.SUM ? cotangent : first(node, value, cotangent);
                    receive(node.operand(), contribution);
                }
                return null;
            }
        });
    }

    /** Constants and sizes receive nothing. */
    private boolean isVarying(int value) {
        TensorExpr expr = builder.expr(value);
        return !(expr instanceof TensorExpr.Constant
                || expr instanceof TensorExpr.Size
                || expr instanceof TensorExpr.Index
                || expr instanceof TensorExpr.Stop);
    }

    /** The cotangent of an extreme at the first element, in memory order, that equals it; 0 elsewhere. */
    private int first(TensorExpr.Reduce node, int extreme, int cotangent) {
        List<Integer> axes = node.over().positions();
        int position = builder.index(axes.get(0));
        for (int axis : axes.subList(1, axes.size())) {
            int scaled = builder.map(Op.MULTIPLY, position, builder.size(AxisSet.of(axis)));
            position = builder.map(Op.ADD, scaled, builder.index(axis));
        }
        int equal = builder.map(Op.EQUAL, node.operand(), extreme);
        int candidate = builder.map(Op.WHERE, equal, position, builder.constant(Double.POSITIVE_INFINITY));
        int first = builder.reduce(Reducer.MIN, candidate, node.over());
        int isFirst = builder.map(Op.EQUAL, position, first);
        return builder.map(Op.KEEP, isFirst, cotangent);
    }
}
