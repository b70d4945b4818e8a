package dev.normc.compiler.check;

import java.util.Collection;
import java.util.Optional;

/** The nearest known name to a misspelled one. */
public final class Suggestion {

    private Suggestion() {}

    /** A hint that asks for the nearest name, or lists what there is. */
    static String hint(String wrong, Collection<String> known, String what) {
        Optional<String> near = nearest(wrong, known);
        if (near.isPresent()) {
            return "did you mean `" + near.get() + "`?";
        }
        if (known.isEmpty()) {
            return "there are no " + what;
        }
        return "there " + (known.size() == 1 ? "is only " : "are ") + "`" + String.join("`, `", known) + "`";
    }

    /** The known name that is near enough to be meant; names that differ in case alone are nearest. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        String best = null;
        int least = wrong.length() / 3 + 1; // A name of one letter is near nothing but its other case.
        for (String candidate : known) {
            int distance = candidate.equalsIgnoreCase(wrong) ? 0 : distance(wrong, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
