package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes elementary functions out of loops for hardware vectors: a stretch of their arguments is computed into the workspace,
 * replaced by the function's values in one call, and read from there.
 *
 * <p>No bit depends on it.
 */
final class Elementaries {
    /** Elements of a span that is not cut, because its sums keep every rounding error. */
    private static final long LONGEST_WHOLE = 16_384;

    private final Workspace workspace;
    private final Names names;

    Elementaries(Workspace workspace, Names names) {
        this.workspace = workspace;
        this.names = names;
    }

    /** Whether there are such functions in a body and their arguments find room. */
    boolean suits(List<Statement> body, Count extent, boolean uncut) {
        boolean any =
                body.stream().anyMatch(statement -> scalars(statement).stream().anyMatch(this::contains));
        boolean simple = body.stream()
                .allMatch(statement -> statement instanceof Statement.Let
                        || statement instanceof Statement.Store
                        || statement instanceof Statement.Accumulate
                        || statement instanceof Statement.LaneAccumulate);
        return any && simple && (!uncut || extent.isAtMost(LONGEST_WHOLE));
    }

    /** Loops and calls that compute the functions, and the body that reads their values. */
    record Split(List<Statement> before, List<Statement> body) {}

    /**
     * Splits a body.
     *
     * @param from variable of the enclosing block loop; empty for a whole span
     * @param span elements of a block
     */
    Split split(String variable, String from, Count extent, int span, List<Statement> body) {
        long elements = from.isEmpty() ? extent.fixed() : span;
        Index place = new Index(
                from.isEmpty()
                        ? List.of(new Index.Term(variable, Count.of(1)))
                        : List.of(new Index.Term(from, Count.of(-1)), new Index.Term(variable, Count.of(1))));
        List<Statement> before = new ArrayList<>();
        List<Statement> current = body;
        while (true) {
            Set<Scalar.Apply> ready = new LinkedHashSet<>();
            current.forEach(statement -> scalars(statement).forEach(scalar -> ready(scalar, ready)));
            if (ready.isEmpty()) {
                return new Split(before, read(current));
            }
            Map<Scalar, Scalar> values = new LinkedHashMap<>();
            List<Statement> arguments = new ArrayList<>();
            List<Statement> calls = new ArrayList<>();
            Set<String> locals = new LinkedHashSet<>();
            for (Scalar.Apply apply : ready) {
                int buffer = workspace.add(names.fresh("argument"), elements);
                Optional<Double> exponent = exponent(apply);
                arguments.add(
                        new Statement.Store(buffer, place, apply.operands().get(0)));
                calls.add(new Statement.Elementary(apply.op(), buffer, exponent, from, extent, span));
                values.put(apply, new Scalar.Load(buffer, place));
                locals(apply.operands().get(0), locals);
            }
            List<Statement> loop = needed(current, locals, arguments);
            before.add(new Statement.Lanes(
                    variable,
                    from,
                    "",
                    extent,
                    span,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    false,
                    loop));
            before.addAll(calls);
            current = current.stream()
                    .map(statement -> replaced(statement, values))
                    .toList();
        }
    }

    /** The declarations that some locals follow from, renamed, before the statements that read them. */
    private List<Statement> needed(List<Statement> body, Set<String> wanted, List<Statement> readers) {
        Set<String> all = new LinkedHashSet<>(wanted);
        for (int i = body.size() - 1; i >= 0; i--) {
            if (body.get(i) instanceof Statement.Let let && all.contains(let.name())) {
                locals(let.value(), all);
            }
        }
        Map<Scalar, Scalar> renamed = new HashMap<>();
        List<Statement> result = new ArrayList<>();
        for (Statement statement : body) {
            if (statement instanceof Statement.Let let && all.contains(let.name())) {
                String name = names.fresh(let.name());
                result.add(new Statement.Let(name, replaced(let.value(), renamed)));
                renamed.put(new Scalar.Local(let.name()), new Scalar.Local(name));
            }
        }
        readers.forEach(reader -> result.add(replaced(reader, renamed)));
        return result;
    }

    /** A body without the declarations that only arguments needed. */
    private static List<Statement> read(List<Statement> body) {
        Set<String> used = new LinkedHashSet<>();
        List<Statement> result = new ArrayList<>();
        for (int i = body.size() - 1; i >= 0; i--) {
            Statement statement = body.get(i);
            if (!(statement instanceof Statement.Let let) || used.contains(let.name())) {
                scalars(statement).forEach(scalar -> locals(scalar, used));
                result.add(0, statement);
            }
        }
        return result;
    }

    private boolean isElementary(Scalar scalar) {
        if (!(scalar instanceof Scalar.Apply apply)) {
            return false;
        }
        return switch (apply.op()) {
            case EXP, EXPM1, LOG, TANH, SIGMOID, SOFTPLUS, ERF -> true;
            case POWER -> apply.operands().get(1) instanceof Scalar.Number;
            default -> false;
        };
    }

    private static Optional<Double> exponent(Scalar.Apply apply) {
        return apply.op() == Op.POWER
                ? Optional.of(((Scalar.Number) apply.operands().get(1)).value())
                : Optional.empty();
    }

    private boolean contains(Scalar scalar) {
        return isElementary(scalar)
                || scalar instanceof Scalar.Apply apply
                        && apply.operands().stream().anyMatch(this::contains);
    }

    /** The functions whose arguments hold none. */
    private void ready(Scalar scalar, Set<Scalar.Apply> found) {
        if (scalar instanceof Scalar.Apply apply) {
            if (isElementary(apply) && apply.operands().stream().noneMatch(this::contains)) {
                found.add(apply);
            } else {
                apply.operands().forEach(operand -> ready(operand, found));
            }
        }
    }

    private static void locals(Scalar scalar, Set<String> found) {
        if (scalar instanceof Scalar.Local local) {
            found.add(local.name());
        } else if (scalar instanceof Scalar.Apply apply) {
            apply.operands().forEach(operand -> locals(operand, found));
        } else if (scalar instanceof Scalar.Quotient quotient) {
            List.of(quotient.sum(), quotient.error(), quotient.count()).forEach(part -> locals(part, found));
        } else if (scalar instanceof Scalar.QuotientRest rest) {
            locals(rest.quotient(), found);
        }
    }

    private static List<Scalar> scalars(Statement statement) {
        if (statement instanceof Statement.Let let) {
            return List.of(let.value());
        }
        if (statement instanceof Statement.Store store) {
            return List.of(store.value());
        }
        if (statement instanceof Statement.Accumulate accumulate) {
            return List.of(accumulate.value());
        }
        return statement instanceof Statement.LaneAccumulate accumulate ? List.of(accumulate.value()) : List.of();
    }

    private static Statement replaced(Statement statement, Map<Scalar, Scalar> values) {
        if (statement instanceof Statement.Let let) {
            return new Statement.Let(let.name(), replaced(let.value(), values));
        }
        if (statement instanceof Statement.Store store) {
            return new Statement.Store(store.buffer(), store.index(), replaced(store.value(), values));
        }
        if (statement instanceof Statement.Accumulate accumulate) {
            return new Statement.Accumulate(
                    accumulate.place(), accumulate.reducer(), replaced(accumulate.value(), values));
        }
        Statement.LaneAccumulate accumulate = (Statement.LaneAccumulate) statement;
        return new Statement.LaneAccumulate(accumulate.accumulator(), replaced(accumulate.value(), values));
    }

    private static Scalar replaced(Scalar scalar, Map<Scalar, Scalar> values) {
        Scalar known = values.get(scalar);
        if (known != null) {
            return known;
        }
        return scalar instanceof Scalar.Apply apply
                ? new Scalar.Apply(
                        apply.op(),
                        apply.operands().stream()
                                .map(operand -> replaced(operand, values))
                                .toList())
                : scalar;
    }
}
