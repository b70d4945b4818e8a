package dev.normc.compiler.print;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.PassGroups;
import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.loop.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A loop program as text: a statement a line, {@code n} the extent of the dynamic axis. */
public final class LoopPrinter {
    private final LoopProgram program;
    private final List<String> lines = new ArrayList<>();

    private LoopPrinter(LoopProgram program) {
        this.program = program;
    }

    /** The whole program. */
    public static List<String> lines(LoopProgram program) {
        LoopPrinter printer = new LoopPrinter(program);
        printer.program();
        return printer.lines;
    }

    private void program() {
        Count bytes = Traffic.grown(program, traffic -> traffic.bytesRead() + traffic.bytesWritten());
        lines.add("== " + program.entry().method() + ": " + PassGroups.sweeps(program) + " sweeps, " + count(bytes)
                + " bytes, workspace of " + count(program.workspace()) + " f64");
        program.range()
                .ifPresent(range -> lines.add("ranges of " + range.axis() + ", of " + count(range.extent())
                        + ", at multiples of " + range.block()
                        + (range.chunked() ? " and of its chunks, combined in order" : "")
                        + (range.stages().size() > 1 ? ", in " + range.stages().size() + " stages" : "")));
        for (LoopProgram.Buffer buffer : program.buffers()) {
            lines.add(buffer.role().name().toLowerCase(Locale.ROOT) + " " + buffer.name() + ": "
                    + buffer.type().spelling() + " x " + count(buffer.elements())
                    + (buffer.base().equals(Count.ZERO) ? "" : " from " + count(buffer.base())));
        }
        for (LoopProgram.Routine routine : program.routines()) {
            List<String> parameters = new ArrayList<>(routine.positions());
            parameters.addAll(routine.values());
            lines.add("routine " + routine.name() + "(" + String.join(", ", parameters) + ")"
                    + (routine.purpose().isEmpty() ? "" : "    // " + routine.purpose()));
            body(1, routine.body());
        }
    }

    private void body(int depth, List<Statement> statements) {
        statements.forEach(statement -> statement(depth, statement));
    }

    private void add(int depth, String line) {
        lines.add("  ".repeat(depth) + line);
    }

    /** A statement this printer does not know shows as its record, which is text too. */
    private void statement(int depth, Statement statement) {
        if (statement instanceof Statement.For loop) {
            String to = !loop.until().isEmpty()
                    ? loop.until()
                    : loop.span() == 0
                            ? count(loop.to())
                            : "min(" + loop.from() + " + " + loop.span() + ", " + count(loop.to()) + ")";
            add(
                    depth,
                    loop.kind().name().toLowerCase(Locale.ROOT) + " for " + loop.variable() + " from "
                            + orZero(loop.from()) + " to " + to + " step " + loop.step());
            body(depth + 1, loop.body());
        } else if (statement instanceof Statement.Grouped grouped) {
            add(depth, "groups of " + grouped.rows() + " from " + grouped.variable());
            body(depth + 1, grouped.group());
            add(depth, "and those left");
            statement(depth + 1, grouped.single());
        } else if (statement instanceof Statement.Elementary elementary) {
            add(
                    depth,
                    program.buffers().get(elementary.buffer()).name() + " = "
                            + elementary.op().spelling() + " of its elements"
                            + elementary
                                    .exponent()
                                    .map(exponent -> " and " + exponent)
                                    .orElse(""));
        } else if (statement instanceof Statement.Offset offset) {
            add(depth, "position " + offset.name() + " = " + offset.variable() + " + " + offset.by());
        } else if (statement instanceof Statement.Lanes loop) {
            List<String> accumulators = loop.accumulators().stream()
                    .map(accumulator -> accumulator.name() + " by "
                            + accumulator.reducer().name().toLowerCase(Locale.ROOT))
                    .toList();
            add(
                    depth,
                    "lanes " + (loop.narrow() ? "in f32 " : "") + "for " + loop.variable() + " from "
                            + orZero(loop.from()) + " to "
                            + (loop.until().isEmpty() ? count(loop.to()) : loop.until())
                            + (loop.span() == 0 ? "" : ", at most " + loop.span())
                            + (accumulators.isEmpty() ? "" : ", " + String.join(", ", accumulators)));
            body(depth + 1, loop.body());
        } else if (statement instanceof Statement.Let let) {
            add(depth, "let " + let.name() + " = " + scalar(let.value()));
        } else if (statement instanceof Statement.Set set) {
            add(depth, (set.declares() ? "var " : "") + place(set.place()) + " = " + scalar(set.value()));
        } else if (statement instanceof Statement.Store store) {
            add(depth, element(store.buffer(), store.index()) + " = " + scalar(store.value()));
        } else if (statement instanceof Statement.Accumulate accumulate) {
            add(
                    depth,
                    place(accumulate.place()) + " "
                            + accumulate.reducer().name().toLowerCase(Locale.ROOT) + "= " + scalar(accumulate.value()));
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            add(depth, "lane " + accumulate.accumulator() + " += " + scalar(accumulate.value()));
        } else if (statement instanceof Statement.AddExactly add) {
            String error = add.valueError()
                    .map(value -> " with error " + scalar(value))
                    .orElse("");
            add(depth, "(" + place(add.sum()) + ", " + place(add.error()) + ") += " + scalar(add.value()) + error);
        } else if (statement instanceof Statement.Settle settle) {
            add(depth, "settle (" + place(settle.sum()) + ", " + place(settle.error()) + ")");
        } else if (statement instanceof Statement.Call call) {
            add(depth, "call " + call.routine());
        } else {
            add(depth, statement.toString());
        }
    }

    private static String orZero(String from) {
        return from.isEmpty() ? "0" : from;
    }

    private String place(Place place) {
        return place instanceof Place.Element element
                ? element(element.buffer(), element.index())
                : ((Place.Variable) place).name();
    }

    private String element(int buffer, Index index) {
        return program.buffers().get(buffer).name() + "[" + index(index) + "]";
    }

    private static String index(Index index) {
        List<String> terms = index.terms().stream()
                .map(term -> term.stride().equals(Count.of(1))
                        ? term.variable()
                        : count(term.stride()) + "*" + term.variable())
                .toList();
        return terms.isEmpty() ? "0" : String.join(" + ", terms);
    }

    /** A scalar this printer does not know shows as its record. */
    private String scalar(Scalar scalar) {
        if (scalar instanceof Scalar.Number number) {
            return Double.toString(number.value());
        }
        if (scalar instanceof Scalar.Local local) {
            return local.name();
        }
        if (scalar instanceof Scalar.Load load) {
            return element(load.buffer(), load.index());
        }
        if (scalar instanceof Scalar.Shifted shifted) {
            List<String> moves = shifted.moves().stream()
                    .map(move -> String.format(Locale.ROOT, "%s%+d", move.variable(), move.shift()))
                    .toList();
            return "shifted(" + scalar(shifted.load()) + ", " + String.join(", ", moves) + ")";
        }
        if (scalar instanceof Scalar.Position position) {
            return position.variable();
        }
        if (scalar instanceof Scalar.Elements elements) {
            return count(elements.count());
        }
        if (scalar instanceof Scalar.Apply apply) {
            List<String> operands = apply.operands().stream().map(this::scalar).toList();
            String spelling = apply.op().spelling();
            boolean infix = operands.size() == 2 && !Character.isLetter(spelling.charAt(0));
            return infix
                    ? "(" + operands.get(0) + " " + spelling + " " + operands.get(1) + ")"
                    : spelling + "(" + String.join(", ", operands) + ")";
        }
        if (scalar instanceof Scalar.Quotient quotient) {
            return "(" + scalar(quotient.sum()) + " + " + scalar(quotient.error()) + ") / " + scalar(quotient.count());
        }
        return scalar.toString();
    }

    private static String count(Count count) {
        if (count.isFixed()) {
            return Long.toString(count.fixed());
        }
        String perDynamic = count.perDynamic() == 1 ? "n" : count.perDynamic() + "*n";
        return count.fixed() == 0 ? perDynamic : "(" + count.fixed() + " + " + perDynamic + ")";
    }
}
