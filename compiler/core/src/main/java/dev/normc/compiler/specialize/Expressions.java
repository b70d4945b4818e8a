package dev.normc.compiler.specialize;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.typed.TypedExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Typed expressions to values of one shape. */
class Expressions implements TypedExpr.Cases<Integer> {
    private final ProgramBuilder builder;
    private final Function<Set<String>, AxisSet> axes;
    private final Map<String, Double> constants;
    private final Function<String, Integer> names;
    private final Functions functions;
    private final Statistics statistics;

    /**
     * @param axes from atoms to the axes of the program
     * @param constants values of the norm's constants
     * @param names the value of a tensor or an equation
     */
    Expressions(
            ProgramBuilder builder,
            Function<Set<String>, AxisSet> axes,
            Map<String, Double> constants,
            Function<String, Integer> names) {
        this.builder = builder;
        this.axes = axes;
        this.constants = constants;
        this.names = names;
        this.functions = new Functions(builder);
        this.statistics = new Statistics(builder);
    }

    int build(TypedExpr expr) {
        return expr.match(this);
    }

    @Override
    public Integer number(TypedExpr.Number node) {
        return builder.constant(node.value());
    }

    @Override
    public Integer constant(TypedExpr.Constant node) {
        return builder.constant(constants.get(node.name()));
    }

    @Override
    public Integer reference(TypedExpr.Reference node) {
        return names.apply(node.name());
    }

    @Override
    public Integer apply(TypedExpr.Apply node) {
        // A loop: a chain of a thousand terms is a thousand levels, and a stream would take ten frames for each.
        List<Integer> arguments = new ArrayList<>();
        for (TypedExpr argument : node.arguments()) {
            arguments.add(build(argument));
        }
        return functions.apply(node.function(), arguments);
    }

    @Override
    public Integer reduction(TypedExpr.Reduction node) {
        return statistics.apply(
                node.statistic(),
                build(node.operand()),
                axes.apply(node.over()),
                node.weight().map(this::weight));
    }

    @Override
    public Integer standardize(TypedExpr.Standardize node) {
        return statistics.standardize(
                build(node.operand()), axes.apply(node.over()), node.weight().map(this::weight), build(node.epsilon()));
    }

    /** A weight has no gradient. */
    private int weight(TypedExpr weight) {
        return builder.stop(build(weight));
    }

    @Override
    public Integer size(TypedExpr.Size node) {
        return builder.size(axes.apply(node.over()));
    }

    @Override
    public Integer index(TypedExpr.Index node) {
        int position = -1;
        for (String factor : node.factors()) {
            AxisSet axis = axes.apply(Set.of(factor));
            int here = builder.index(axis.positions().get(0));
            position = position < 0
                    ? here
                    : builder.map(Op.ADD, builder.map(Op.MULTIPLY, position, builder.size(axis)), here);
        }
        return position;
    }

    @Override
    public Integer stop(TypedExpr.Stop node) {
        return builder.stop(build(node.operand()));
    }

    @Override
    public Integer view(TypedExpr.View node) {
        int from = axes.apply(Set.of(node.from())).positions().get(0);
        int to = axes.apply(Set.of(node.to())).positions().get(0);
        double shift = node.shift()
                .map(by -> builder.constantOf(build(by)).orElseThrow())
                .orElse(0.0);
        return builder.view(build(node.operand()), from, to, (int) shift);
    }

    @Override
    public Integer gauss(TypedExpr.Gauss node) {
        DoubleUnaryOperator operand = z -> {
            ProgramBuilder scratch = new ProgramBuilder(List.of(), List.of());
            Map<String, Double> known = new HashMap<>(constants);
            known.put(node.variable(), z);
            int value = new Expressions(scratch, axes, known, names).build(node.operand());
            return scratch.constantOf(value).orElse(Double.NaN);
        };
        double mean = NormalIntegral.mean(operand);
        return builder.constant(node.deviation() ? NormalIntegral.deviation(operand, mean) : mean);
    }
}
