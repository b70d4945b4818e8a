package dev.normc.jit.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A random norm in the form of a card. */
final class RandomCard {
    private final Draw draw;
    private final RandomAxes axes;

    private RandomCard(Draw draw) {
        this.draw = draw;
        this.axes = new RandomAxes(draw);
    }

    static RandomNorm of(Draw draw) {
        return new RandomCard(draw).norm();
    }

    private RandomNorm norm() {
        List<String> all = axes.declared();
        // A group has two factors, G and the channels inside it.
        boolean group = axes.factors().size() == 2;
        List<String> clauses = new ArrayList<>();
        clauses.add("input " + axes.tensor("x", all, axes.factors().size() > 2));
        List<String> reduced = draw.some(all, 1);
        clauses.add("reduce " + String.join(", ", reduced));
        if (group) {
            clauses.add("group C into G");
        }
        String scale = divisor(clauses);
        boolean masked = draw.oneIn(4);
        if (masked) {
            clauses.add("mask " + axes.tensor("m", draw.some(all, 1), false));
        }
        affine(clauses, group);
        if (reduced.contains(all.get(0)) && draw.oneIn(2)) {
            clauses.add("track " + draw.of("decay 0.9", "decay 0.75", "cumulative")
                    + (scale.equals("std") && !masked && canBeUnbiased(reduced, group) ? " unbiased" : ""));
        }
        String header = group ? "(G = 2, eps = 1e-4)" : "(eps = 1e-4)";
        String text = "norm " + RandomNorm.NAME + header + " {\n    " + String.join("\n    ", draw.shuffled(clauses))
                + "\n}\n";
        Set<String> used = axes.atoms(all);
        return new RandomNorm(text, shape(axes.small(used), group), shape(axes.large(used), group));
    }

    private boolean canBeUnbiased(List<String> reduced, boolean group) {
        Set<String> over = new LinkedHashSet<>(axes.atoms(reduced));
        if (group) {
            over.remove("G");
        }
        return axes.leastElements(over) > 1 && draw.oneIn(2);
    }

    /** Adds what is subtracted and divided by; the scale, or nothing. */
    private String divisor(List<String> clauses) {
        String scale = draw.of("", "", "std", "rms", "mad", "l1", "l2", "max", "none");
        boolean centred = scale.equals("none") || draw.oneIn(2) && !scale.isEmpty();
        if (centred) {
            clauses.add("subtract mean");
        }
        if (!scale.equals("none")) {
            clauses.add("epsilon " + draw.of("1e-5", "1e-3", "eps", "eps * 2"));
        }
        if (!scale.isEmpty() && !scale.equals("none")) {
            clauses.add("divide " + scale);
        }
        return scale.isEmpty() ? "std" : scale;
    }

    private void affine(List<String> clauses, boolean group) {
        List<String> choices = new ArrayList<>(axes.declared());
        if (group && draw.oneIn(3)) {
            choices.remove(RandomAxes.PRODUCT);
            choices.add("G");
        }
        List<String> parts = new ArrayList<>();
        if (!draw.oneIn(3)) {
            parts.add("scale " + axes.tensor("gamma", draw.some(choices, 0), false) + draw.of("", " = 0.5"));
        }
        if (!draw.oneIn(3)) {
            parts.add("shift " + axes.tensor("beta", draw.some(choices, 0), false) + draw.of("", " = 0.5"));
        }
        if (!parts.isEmpty()) {
            clauses.add("affine " + String.join(", ", parts));
        }
    }

    /** The factor inside a group has no name of its own in a card: the whole is bound. */
    private static String shape(String factored, boolean group) {
        if (!group) {
            return factored;
        }
        List<String> parts = new ArrayList<>();
        int whole = 1;
        for (String part : factored.split(", ")) {
            int extent = Integer.parseInt(part.substring(part.indexOf('=') + 1));
            boolean inner = part.startsWith("K=");
            if (inner || part.startsWith("G=")) {
                whole *= extent;
            }
            if (!inner) {
                parts.add(part);
            }
        }
        parts.add(RandomAxes.PRODUCT + "=" + whole);
        return String.join(", ", parts);
    }
}
