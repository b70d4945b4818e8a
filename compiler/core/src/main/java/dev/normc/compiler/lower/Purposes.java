package dev.normc.compiler.lower;

import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.Formula;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says in plain words what a part of an entry computes. */
final class Purposes {
    /** Operations that a reader takes in at a glance; what is longer is not spelled out. */
    private static final int LONGEST_FORMULA = 12;

    private static final int MOST_PHRASES = 6;

    private final TensorProgram program;
    private final List<LoopProgram.Buffer> buffers;
    private final Map<String, Integer> owners;
    private final Map<String, String> axes;
    private final Subjects subjects;
    private final Formula formula;
    private int operations;

    /**
     * @param buffers those of the loop program, the program's own first
     * @param owners the value that a local variable or a workspace buffer belongs to
     * @param axes the axis of each loop variable
     */
    Purposes(
            TensorProgram program,
            List<LoopProgram.Buffer> buffers,
            Map<String, Integer> owners,
            Map<String, String> axes) {
        this.program = program;
        this.buffers = buffers;
        this.owners = owners;
        this.axes = axes;
        this.subjects = new Subjects(program);
        this.formula = new Formula(program, this::name, this::list);
    }

    /**
     * What some statements are for.
     *
     * @param text a sentence
     * @param subjects the names of the specification that they compute, or help to
     */
    record Purpose(RoutineName name, String text, List<String> subjects) {}

    /** What the whole of an entry leaves behind. */
    Purpose ofEntry(List<Statement> statements) {
        Set<Integer> stored = Effects.of(statements, buffers, owners).stored();
        List<String> names = names(stored);
        return new Purpose(new RoutineName(), sentence("", writes(stored)), names);
    }

    /**
     * What a part of it does.
     *
     * @param positions loop variables around it
     */
    Purpose of(List<Statement> statements, List<String> positions) {
        Effects effects = Effects.of(statements, buffers, owners);
        RoutineName name = new RoutineName();
        Set<String> named = new LinkedHashSet<>();
        List<String> phrases = new ArrayList<>();
        Optional<Effects.Action> last = Optional.empty();
        for (Map.Entry<Integer, Effects.Action> effect : effects.values().entrySet()) {
            int value = effect.getKey();
            Set<String> wanted = isInput(value) ? Set.of() : subjects.of(value);
            name.does(effect.getValue(), subjects.areStatistics(wanted), isInput(value) ? names(value) : wanted);
            named.addAll(wanted);
            boolean again = last.equals(Optional.of(effect.getValue()));
            String verb = again ? "" : verb(effect.getValue()) + " ";
            phrases.add(verb + object(value, effect.getValue(), wanted));
            last = Optional.of(effect.getValue());
        }
        List<String> said = shortened(phrases);
        said.addAll(writes(effects.stored()));
        List<String> written = names(effects.stored());
        effects.stored().stream()
                .filter(buffer -> buffers.get(buffer).role() != BufferRole.SAVED)
                .forEach(buffer -> name.writes(buffers.get(buffer).name()));
        named.addAll(written);
        List<String> around =
                positions.stream().filter(axes::containsKey).map(axes::get).toList();
        String start = around.isEmpty() ? "" : "for one " + String.join(", ", around) + ": ";
        return new Purpose(name, sentence(start, said), List.copyOf(named));
    }

    private static List<String> shortened(List<String> phrases) {
        List<String> first = new ArrayList<>(phrases.subList(0, Math.min(MOST_PHRASES, phrases.size())));
        if (phrases.size() > first.size()) {
            first.add("and " + (phrases.size() - first.size()) + " more");
        }
        return first;
    }

    private static String sentence(String start, List<String> phrases) {
        String text = start + (phrases.isEmpty() ? "prepares what comes next" : String.join("; ", phrases));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static String verb(Effects.Action action) {
        return switch (action) {
            case START -> "starts";
            case SETTLE -> "rounds";
            case KEEP -> "keeps";
            case COLLECT -> "collects";
        };
    }

    private String object(int value, Effects.Action action, Set<String> wanted) {
        if (action == Effects.Action.KEEP) {
            return Optional.ofNullable(program.labels().get(value))
                    .or(() -> defined(value))
                    .map(text -> isInput(value) ? text + " in f64" : text)
                    .orElse("what later loops share");
        }
        TensorExpr.Reduce reduce = (TensorExpr.Reduce) program.values().get(value);
        String kind =
                switch (reduce.reducer()) {
                    case SUM -> "sum";
                    case MAX -> "maximum";
                    case MIN -> "minimum";
                };
        boolean sum = reduce.reducer() == Reducer.SUM;
        String operand = text(reduce.operand()).map(text -> " of " + text).orElse("");
        String rest = action == Effects.Action.SETTLE && sum ? " and keeps what rounding took" : "";
        return "the " + kind + operand + " along " + list(reduce.over())
                + (wanted.isEmpty() ? "" : " for " + String.join(" and ", wanted)) + rest;
    }

    private List<String> writes(Set<Integer> stored) {
        List<Integer> states = stored.stream().filter(this::isState).toList();
        List<Integer> others =
                stored.stream().filter(buffer -> !isState(buffer)).toList();
        List<String> phrases = new ArrayList<>();
        if (!others.isEmpty()) {
            phrases.add("writes " + String.join(", ", names(others)));
        }
        if (!states.isEmpty()) {
            phrases.add("updates " + String.join(", ", names(states)));
        }
        return phrases;
    }

    private boolean isState(int buffer) {
        return buffers.get(buffer).role() == BufferRole.STATE;
    }

    private List<String> names(Iterable<Integer> stored) {
        List<String> names = new ArrayList<>();
        stored.forEach(buffer -> names.add(buffers.get(buffer).name()));
        return names;
    }

    private Set<String> names(int input) {
        return Set.of(formula.definition(input));
    }

    private boolean isInput(int value) {
        return program.values().get(value) instanceof TensorExpr.Input;
    }

    private String list(AxisSet set) {
        return String.join(
                ", ",
                set.positions().stream()
                        .map(axis -> program.axes().get(axis).name())
                        .toList());
    }

    /** A value by its name or as a formula; empty where that is long. */
    private Optional<String> text(int value) {
        operations = 0;
        String text = formula.text(value);
        return operations > LONGEST_FORMULA ? Optional.empty() : Optional.of(text);
    }

    private Optional<String> defined(int value) {
        operations = 0;
        String text = formula.definition(value);
        return operations > LONGEST_FORMULA ? Optional.empty() : Optional.of(text);
    }

    /** The name of a value in the specification; beyond a length, anything, as the formula is not used. */
    private Optional<String> name(int value) {
        if (operations++ > LONGEST_FORMULA) {
            return Optional.of("");
        }
        return Optional.ofNullable(program.labels().get(value));
    }
}
