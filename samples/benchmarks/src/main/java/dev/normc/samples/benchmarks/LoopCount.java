package dev.normc.samples.benchmarks;

import dev.normc.compiler.loop.Chunks;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How much the loops of an entry compute in one call; no axis is open. */
final class LoopCount {
    /**
     * A transcendental function.
     *
     * @param exponent of a power; what the program has, or 1.5 where that varies from element to element
     */
    record Elementary(Op op, double exponent) {
        private static final double VARYING = 1.5;
    }

    /** A loop around a statement; {@code part} is the variable of the one around it that cuts it, or empty. */
    private record Level(String variable, long trips, String part) {}

    private final Map<String, LoopProgram.Routine> routines;
    private final Map<Elementary, Long> calls = new LinkedHashMap<>();
    private long flop;
    private long iterations;

    /** Counts. */
    LoopCount(LoopProgram program) {
        routines = program.routines().stream()
                .collect(Collectors.toMap(LoopProgram.Routine::name, Function.identity(), (one, other) -> one));
        walk(program.routines().get(0).body(), List.of());
    }

    /** Calls of every transcendental function. */
    Map<Elementary, Long> calls() {
        return calls;
    }

    /** Additions, subtractions, multiplications, divisions and square roots; a term of a sum is one addition. */
    long flop() {
        return flop;
    }

    /** How often the statement runs that runs most often. */
    long iterations() {
        return iterations;
    }

    /**
     * Calls that a program cannot do without if every value of it is computed once and no axis is open: what the
     * stores need, over the extents of its axes.
     */
    static Map<Elementary, Long> necessary(TensorProgram program) {
        Set<Integer> needed = new HashSet<>();
        program.stores().forEach(store -> needed.add(store.value()));
        Map<Elementary, Long> calls = new LinkedHashMap<>();
        for (int value = program.values().size() - 1; value >= 0; value--) {
            if (!needed.contains(value)) {
                continue;
            }
            TensorExpr expression = program.values().get(value);
            needed.addAll(expression.operands());
            if (expression instanceof TensorExpr.Map map && isElementary(map.op())) {
                long times = 1;
                for (int axis : program.sets().get(value).positions()) {
                    times *= program.axes().get(axis).extent();
                }
                double exponent = map.op() == Op.POWER
                                && program.values().get(map.operands().get(1)) instanceof TensorExpr.Constant constant
                        ? constant.value()
                        : Elementary.VARYING;
                calls.merge(elementary(map.op(), exponent), times, Long::sum);
            }
        }
        return calls;
    }

    private static boolean isElementary(Op op) {
        return switch (op) {
            case EXP, EXPM1, LOG, TANH, SIGMOID, SOFTPLUS, ERF, POWER -> true;
            default -> false;
        };
    }

    private static Elementary elementary(Op op, double exponent) {
        return new Elementary(op, op == Op.POWER ? exponent : 0);
    }

    private void walk(List<Statement> body, List<Level> nest) {
        for (Statement statement : body) {
            if (statement instanceof Statement.Call call) {
                walk(routines.get(call.routine()).body(), nest);
            } else if (statement instanceof Statement.Grouped grouped) {
                walk(List.of(grouped.single()), nest);
            } else if (statement instanceof Statement.For loop) {
                walk(loop.body(), into(nest, loop.variable(), trips(loop), loop.from()));
            } else if (statement instanceof Statement.Lanes loop) {
                walk(loop.body(), into(nest, loop.variable(), loop.to().fixed(), loop.from()));
            } else if (statement instanceof Statement.Elementary function) {
                long times = times(into(nest, "", function.to().fixed(), function.from()));
                called(function.op(), function.exponent().orElse(Elementary.VARYING), times);
            } else {
                count(statement, times(nest));
            }
        }
    }

    private static long trips(Statement.For loop) {
        long extent = loop.to().fixed();
        long step = loop.kind() == Statement.Kind.CHUNKS
                ? dev.normc.runtime.math.Chunks.length((int) extent, loop.step())
                : loop.step();
        return (extent + step - 1) / step;
    }

    private static List<Level> into(List<Level> nest, String variable, long trips, String from) {
        String part = nest.stream()
                .map(Level::variable)
                .filter(outer -> from.equals(outer) || from.equals(Chunks.begin(outer)))
                .findFirst()
                .orElse("");
        List<Level> more = new ArrayList<>(nest);
        more.add(new Level(variable, trips, part));
        return more;
    }

    /** Over all parts of a loop that is cut. */
    private static long times(List<Level> nest) {
        Set<String> cutting = nest.stream().map(Level::part).collect(Collectors.toSet());
        return nest.stream()
                .filter(level -> level.variable().isEmpty() || !cutting.contains(level.variable()))
                .mapToLong(Level::trips)
                .reduce(1, (one, other) -> one * other);
    }

    private void count(Statement statement, long times) {
        iterations = Math.max(iterations, times);
        if (statement instanceof Statement.Let let) {
            count(let.value(), times);
        } else if (statement instanceof Statement.Set set) {
            count(set.value(), times);
        } else if (statement instanceof Statement.Store store) {
            count(store.value(), times);
        } else if (statement instanceof Statement.Accumulate accumulate) {
            flop += times;
            count(accumulate.value(), times);
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            flop += times;
            count(accumulate.value(), times);
        } else if (statement instanceof Statement.AddExactly add) {
            flop += times;
            count(add.value(), times);
        }
    }

    private void count(Scalar scalar, long times) {
        if (!(scalar instanceof Scalar.Apply apply)) {
            return;
        }
        switch (apply.op()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, SQRT -> flop += times;
            case TOTAL -> flop += times * (apply.operands().size() - 1);
            case EXP, EXPM1, LOG, TANH, SIGMOID, SOFTPLUS, ERF -> called(apply.op(), 0, times);
            case POWER ->
                called(
                        Op.POWER,
                        apply.operands().get(1) instanceof Scalar.Number number ? number.value() : Elementary.VARYING,
                        times);
            case NEGATE, ABS, SIGN, MIN, MAX, LESS, LESS_EQUAL, EQUAL, NOT_EQUAL, WHERE, KEEP, DROP -> {}
        }
        apply.operands().forEach(operand -> count(operand, times));
    }

    private void called(Op op, double exponent, long times) {
        calls.merge(elementary(op, exponent), times, Long::sum);
    }
}
