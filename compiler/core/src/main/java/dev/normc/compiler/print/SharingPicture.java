package dev.normc.compiler.print;

import dev.normc.compiler.tensor.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which elements share a value, drawn: a letter is an element, equal letters share.
 *
 * <pre>
 * N  C | H, W
 * 0  0 | a a ..
 *    1 | b b ..
 * 1  0 | a a ..
 *    1 | b b ..
 * .. ..
 * </pre>
 *
 * <p>Axes stand in the order of iteration, outermost first; neighbours that do the same are one column.
 */
public final class SharingPicture {
    private static final int MOST_ROWS = 8;
    private static final int SHOWN = 2;
    private static final String MORE = "..";

    /** Neighbouring axes along which values are all shared or all different. */
    private record Run(String name, boolean isShared, long extent) {

        private boolean isLonger() {
            return extent < 0 || extent > SHOWN;
        }

        private int shown() {
            return extent < 0 || extent > SHOWN ? SHOWN : (int) extent;
        }
    }

    private SharingPicture() {}

    /**
     * Draws it.
     *
     * @param axes of the elements, outermost first
     * @param shared names of those along which a value is shared
     * @return a line each; none where there is nothing to see: no two elements, or more rows than a reader takes in
     */
    public static List<String> lines(List<Axis> axes, Set<String> shared) {
        List<Run> runs = runs(axes, shared);
        int outer = runs.size() - 1;
        long rows =
                runs.stream().limit(Math.max(outer, 0)).mapToLong(Run::shown).reduce(1, (a, b) -> a * b);
        if (runs.isEmpty() || rows == 0 || rows > MOST_ROWS || runs.get(outer).shown() == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(row(
                runs,
                runs.stream().limit(outer).map(Run::name).toList(),
                runs.get(outer).name()));
        List<Integer> before = List.of();
        for (int row = 0; row < rows; row++) {
            List<Integer> at = indices(runs, row);
            lines.add(row(runs, labels(at, before), letters(runs, at)));
            before = at;
        }
        if (runs.stream().limit(outer).anyMatch(Run::isLonger)) {
            List<String> more = runs.stream()
                    .limit(outer)
                    .map(run -> run.isLonger() ? MORE : "")
                    .toList();
            lines.add(row(runs, more, "").replaceAll("[ |]+$", ""));
        }
        return lines;
    }

    private static List<Run> runs(List<Axis> axes, Set<String> shared) {
        List<Run> runs = new ArrayList<>();
        for (Axis axis : axes) {
            boolean isShared = shared.contains(axis.name());
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).isShared() == isShared) {
                Run run = runs.get(last);
                boolean dynamic = run.extent() < 0 || axis.isDynamic();
                long extent = dynamic ? Axis.DYNAMIC : Math.min(run.extent() * axis.extent(), Integer.MAX_VALUE);
                runs.set(last, new Run(run.name() + ", " + axis.name(), isShared, extent));
            } else {
                runs.add(new Run(axis.name(), isShared, axis.extent()));
            }
        }
        return runs;
    }

    /** The position of a row in each run but the innermost. */
    private static List<Integer> indices(List<Run> runs, int row) {
        List<Integer> at = new ArrayList<>();
        int rest = row;
        for (int i = runs.size() - 2; i >= 0; i--) {
            at.add(0, rest % runs.get(i).shown());
            rest /= runs.get(i).shown();
        }
        return at;
    }

    /** Positions that differ from those of the row above, and what is inside them. */
    private static List<String> labels(List<Integer> at, List<Integer> before) {
        List<String> labels = new ArrayList<>();
        boolean isNew = false;
        for (int i = 0; i < at.size(); i++) {
            isNew |= before.isEmpty() || !at.get(i).equals(before.get(i));
            labels.add(isNew ? Integer.toString(at.get(i)) : "");
        }
        return labels;
    }

    private static String letters(List<Run> runs, List<Integer> at) {
        Run inner = runs.get(runs.size() - 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inner.shown(); i++) {
            int letter = 0;
            for (int j = 0; j < runs.size(); j++) {
                int index = j < at.size() ? at.get(j) : i;
                letter = runs.get(j).isShared() ? letter : letter * runs.get(j).shown() + index;
            }
            text.append(i == 0 ? "" : " ").append((char) ('a' + letter));
        }
        return inner.isLonger() ? text.append(' ').append(MORE).toString() : text.toString();
    }

    private static String row(List<Run> runs, List<String> labels, String elements) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            int width = Math.max(MORE.length(), runs.get(i).name().length());
            text.append(labels.get(i)).append(" ".repeat(width - labels.get(i).length() + 1));
        }
        return (text + (labels.isEmpty() ? "" : "| ") + elements).stripTrailing();
    }
}
