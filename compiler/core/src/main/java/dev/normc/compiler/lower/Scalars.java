package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Builds the expressions inside loops; what is used twice, or is the same for a whole inner loop, gets a name. */
final class Scalars {
    /** Operations in one expression at most: a reader follows it, and source compilers do not recurse too deep. */
    private static final int LARGEST_EXPRESSION = 24;

    private final TensorProgram program;
    private final Function<List<Integer>, Index> index;
    private final Names names;
    private final boolean exact;
    private Map<Integer, Integer> uses = new HashMap<>();

    /** @param exact whether every sum has its rounding error, as for f64 storage */
    Scalars(TensorProgram program, Function<List<Integer>, Index> index, Names names, boolean exact) {
        this.program = program;
        this.exact = exact;
        this.index = index;
        this.names = names;
    }

    /** A good name for a value. */
    String hint(int value) {
        String label = program.labels().get(value);
        if (label != null) {
            return label + "Value";
        }
        if (program.values().get(value) instanceof TensorExpr.Input input) {
            return program.buffers().get(input.buffer()).name() + "At";
        }
        return program.values().get(value) instanceof TensorExpr.Reduce ? "sum" : "t";
    }

    /** Names, before a loop, what its tasks need and does not change in it. */
    void hoist(Region.Phase phase, AxisSet bound, Scope scope, List<Statement> out) {
        countUses(phase);
        Set<Integer> seen = new HashSet<>();
        for (Task task : phase.tasks()) {
            if (phase.kind() == Region.Kind.POINT) {
                continue;
            }
            hoist(task.root(), definesRoot(task), bound, scope, seen, out);
        }
    }

    private static boolean definesRoot(Task task) {
        return task.kind() == Task.Kind.KEEP;
    }

    private void hoist(int value, boolean inside, AxisSet bound, Scope scope, Set<Integer> seen, List<Statement> out) {
        if (!seen.add(value) || scope.isLocal(value)) {
            return;
        }
        TensorExpr expr = program.values().get(value);
        boolean pending = expr instanceof TensorExpr.Reduce && scope.find(value).isEmpty()
                || expr instanceof TensorExpr.View && !isReady(value, scope);
        if (pending || expr instanceof TensorExpr.Constant || expr instanceof TensorExpr.Size) {
            return;
        }
        boolean comparison = expr instanceof TensorExpr.Map map && map.op().isComparison();
        boolean known = scope.find(value).isPresent() || !(expr instanceof TensorExpr.Reduce);
        boolean invariant = bound.containsAll(program.sets().get(value)) && isReady(value, scope);
        if (!inside && invariant && known && !comparison && !(expr instanceof TensorExpr.Index)) {
            name(value, scope, out);
            return;
        }
        if (scope.find(value).isEmpty() && !(expr instanceof TensorExpr.View)) {
            expr.operands().forEach(operand -> hoist(operand, false, bound, scope, seen, out));
        }
    }

    /** Whether every reduction and kept value below is complete here. */
    private boolean isReady(int value, Scope scope) {
        return isReady(value, scope, new HashSet<>());
    }

    private boolean isReady(int value, Scope scope, Set<Integer> seen) {
        if (!seen.add(value) || scope.find(value).isPresent()) {
            return true;
        }
        TensorExpr expr = program.values().get(value);
        if (expr instanceof TensorExpr.View) {
            int source = program.inMemory(value);
            return program.values().get(source) instanceof TensorExpr.Input
                    || scope.findOutside(source).isPresent();
        }
        return !(expr instanceof TensorExpr.Reduce)
                && expr.operands().stream().allMatch(operand -> isReady(operand, scope, seen));
    }

    private Scalar name(int value, Scope scope, List<Statement> out) {
        Scalar scalar = build(value, scope, out);
        if (scalar instanceof Scalar.Local || scalar instanceof Scalar.Number || scalar instanceof Scalar.Elements) {
            scope.define(value, scalar);
            return scalar;
        }
        String name = names.fresh(hint(value));
        out.add(new Statement.Let(name, scalar));
        scope.define(value, new Scalar.Local(name));
        return new Scalar.Local(name);
    }

    /** Counts how often each value is used by the tasks of a loop. */
    void countUses(Region.Phase phase) {
        uses = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        for (Task task : phase.tasks()) {
            count(task.root(), seen);
        }
    }

    private void count(int value, Set<Integer> seen) {
        uses.merge(value, 1, Integer::sum);
        if (seen.add(value)) {
            TensorExpr expr = program.values().get(value);
            if (!(expr instanceof TensorExpr.Reduce || expr instanceof TensorExpr.View)) {
                expr.operands().forEach(operand -> count(operand, seen));
            }
        }
    }

    /** The expression a task computes at one position. */
    Scalar root(Task task, Scope scope, List<Statement> out) {
        if (definesRoot(task) && scope.find(task.value()).isEmpty()) {
            return build(task.root(), scope, out);
        }
        return scalar(task.root(), scope, out);
    }

    private Scalar scalar(int value, Scope scope, List<Statement> out) {
        Optional<Scalar> known = scope.find(value);
        if (known.isPresent() && (scope.isLocal(value) || uses.getOrDefault(value, 0) < 2)) {
            return known.get();
        }
        TensorExpr expr = program.values().get(value);
        boolean trivial = expr instanceof TensorExpr.Constant
                || expr instanceof TensorExpr.Size
                || expr instanceof TensorExpr.Index
                || expr instanceof TensorExpr.Map map && map.op().isComparison();
        if (!trivial && uses.getOrDefault(value, 0) > 1) {
            return name(value, scope, out);
        }
        Scalar scalar = build(value, scope, out);
        if (!trivial && size(scalar) > LARGEST_EXPRESSION) {
            String name = names.fresh(hint(value));
            out.add(new Statement.Let(name, scalar));
            return new Scalar.Local(name);
        }
        return scalar;
    }

    private static int size(Scalar scalar) {
        return scalar instanceof Scalar.Apply apply
                ? 1 + apply.operands().stream().mapToInt(Scalars::size).sum()
                : 1;
    }

    Scalar build(int value, Scope scope, List<Statement> out) {
        Optional<Scalar> known = scope.find(value);
        if (known.isPresent()) {
            return known.get();
        }
        return program.values().get(value).match(new TensorExpr.Cases<Scalar>() {
            @Override
            public Scalar input(TensorExpr.Input node) {
                return new Scalar.Load(
                        node.buffer(),
                        index.apply(program.buffers().get(node.buffer()).layout()));
            }

            @Override
            public Scalar constant(TensorExpr.Constant node) {
                return new Scalar.Number(node.value());
            }

            @Override
            public Scalar size(TensorExpr.Size node) {
                return new Scalar.Elements(
                        Workspace.elements(program, node.over().positions()));
            }

            @Override
            public Scalar index(TensorExpr.Index node) {
                return new Scalar.Position(
                        index.apply(List.of(node.axis())).terms().get(0).variable());
            }

            @Override
            public Scalar map(TensorExpr.Map node) {
                return pointwise(value, node, scope, out);
            }

            @Override
            public Scalar reduce(TensorExpr.Reduce node) {
                throw new IllegalStateException("reduction %" + value + " is read before it is complete");
            }

            @Override
            public Scalar stop(TensorExpr.Stop node) {
                return scalar(node.operand(), scope, out);
            }

            @Override
            public Scalar view(TensorExpr.View node) {
                return new ViewedLoads(program, index, scope).of(node);
            }
        });
    }

    private Scalar pointwise(int value, TensorExpr.Map node, Scope scope, List<Statement> out) {
        List<Scalar> operands = new ArrayList<>();
        int first = node.operands().get(0);
        Optional<Scalar> error = node.op() == Op.DIVIDE ? scope.error(first) : Optional.empty();
        for (int operand : node.operands()) {
            operands.add(scalar(operand, scope, out));
        }
        if (error.isPresent()) {
            Scalar quotient = new Scalar.Quotient(operands.get(0), error.get(), operands.get(1));
            Optional<Scalar> shift = meanShift(value, operands.get(1), scope);
            return shift.map(rest -> subtracted(quotient, rest)).orElse(quotient);
        }
        return new Scalar.Apply(node.op(), operands);
    }

    private static Scalar subtracted(Scalar quotient, Scalar rest) {
        Scalar square = new Scalar.Apply(Op.MULTIPLY, List.of(rest, rest));
        return new Scalar.Apply(Op.SUBTRACT, List.of(quotient, square));
    }

    /** For a variance: how far the rounded mean lies from the mean. */
    private Optional<Scalar> meanShift(int variance, Scalar count, Scope scope) {
        OptionalInt sum = exact ? VarianceShift.sumOfMean(program, variance) : OptionalInt.empty();
        if (sum.isEmpty()) {
            return Optional.empty();
        }
        return scope.find(sum.getAsInt()).flatMap(value -> scope.error(sum.getAsInt())
                .map(error -> new Scalar.QuotientRest(new Scalar.Quotient(value, error, count))));
    }
}
