package dev.normc.compiler.verify;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.List;

/** What every tensor program must satisfy. */
public final class TensorVerifier {
    private static final List<Rule> RULES = List.of(
            new Rule("operands come first", TensorVerifier::operandsComeFirst),
            new Rule("axes are those of the operands", TensorVerifier::axesFit),
            new Rule("only present axes are reduced", TensorVerifier::reducedAxesArePresent),
            new Rule("comparisons are conditions only", TensorVerifier::comparisonsAreConditions),
            new Rule("a view is of what stands in memory", TensorVerifier::viewsFit),
            new Rule("comparisons are not stored", TensorVerifier::comparisonsAreNotStored),
            new Rule("a store has the axes of its value", TensorVerifier::storesFit));

    private TensorVerifier() {}

    /** Says whether a value of a program is legal. */
    private interface Check {
        boolean holds(TensorProgram program, int value);
    }

    private record Rule(String name, Check check) {}

    /** The rules that a program breaks, each with the value; empty for a legal one. */
    public static List<String> violations(TensorProgram program) {
        List<String> found = new ArrayList<>();
        for (Rule rule : RULES) {
            for (int value = 0; value < program.values().size(); value++) {
                if (!rule.check().holds(program, value)) {
                    found.add(rule.name() + ": %" + value + " = "
                            + program.values().get(value));
                }
            }
        }
        return found;
    }

    /**
     * Checks a program after a pass.
     *
     * @throws IllegalStateException naming the pass and what it broke
     */
    public static void verify(String pass, TensorProgram program) {
        List<String> found = violations(program);
        if (!found.isEmpty()) {
            throw new IllegalStateException("after " + pass + ": " + String.join("; ", found));
        }
    }

    private static boolean operandsComeFirst(TensorProgram program, int value) {
        return program.values().get(value).operands().stream().allMatch(operand -> operand >= 0 && operand < value);
    }

    private static boolean axesFit(TensorProgram program, int value) {
        TensorExpr expr = program.values().get(value);
        AxisSet expected = AxisSet.NONE;
        for (int operand : expr.operands()) {
            expected = expected.union(program.sets().get(operand));
        }
        if (expr instanceof TensorExpr.Input input) {
            expected = program.buffers().get(input.buffer()).set();
        } else if (expr instanceof TensorExpr.Index index) {
            expected = AxisSet.of(index.axis());
        } else if (expr instanceof TensorExpr.Reduce reduce) {
            expected = expected.minus(reduce.over());
        } else if (expr instanceof TensorExpr.View view) {
            expected = expected.minus(AxisSet.of(view.from())).union(AxisSet.of(view.to()));
        }
        return expected.equals(program.sets().get(value));
    }

    private static boolean reducedAxesArePresent(TensorProgram program, int value) {
        return !(program.values().get(value) instanceof TensorExpr.Reduce reduce)
                || !reduce.over().isEmpty()
                        && program.sets().get(reduce.operand()).containsAll(reduce.over());
    }

    private static boolean comparisonsAreConditions(TensorProgram program, int value) {
        if (!(program.values().get(value) instanceof TensorExpr.Map map)) {
            return true;
        }
        boolean selects = map.op() == Op.WHERE || map.op().isSelection();
        for (int i = selects ? 1 : 0; i < map.operands().size(); i++) {
            if (program.values().get(map.operands().get(i)) instanceof TensorExpr.Map operand
                    && operand.op().isComparison()) {
                return false;
            }
        }
        return true;
    }

    private static boolean viewsFit(TensorProgram program, int value) {
        if (!(program.values().get(value) instanceof TensorExpr.View view)) {
            return true;
        }
        TensorExpr operand = program.values().get(view.operand());
        AxisSet set = program.sets().get(view.operand());
        boolean inMemory = operand instanceof TensorExpr.Input
                || operand instanceof TensorExpr.Reduce
                || operand instanceof TensorExpr.View;
        return inMemory && set.contains(view.from()) && (view.from() == view.to() || !set.contains(view.to()));
    }

    private static boolean comparisonsAreNotStored(TensorProgram program, int value) {
        return !(program.values().get(value) instanceof TensorExpr.Map map
                        && map.op().isComparison())
                || program.stores().stream().noneMatch(store -> store.value() == value);
    }

    private static boolean storesFit(TensorProgram program, int value) {
        return program.stores().stream().filter(store -> store.value() == value).allMatch(store -> program.buffers()
                .get(store.buffer())
                .set()
                .containsAll(program.sets().get(value)));
    }
}
