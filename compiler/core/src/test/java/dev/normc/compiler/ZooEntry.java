package dev.normc.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the documentation of a norm of the zoo says, part by part, and what its text uses of the language.
 *
 * @param text the specification without its documentation
 */
record ZooEntry(String name, String summary, String formula, String paper, String near, String trap, String text) {
    private static final String DOCUMENTATION = "/// ";
    private static final Pattern PART = Pattern.compile(
            "(?<summary>.*) Formula: (?<formula>.*) Paper: (?<paper>.*) Near: (?<near>.*) Trap: (?<trap>.*)");

    /** A part of the language, and the text that shows it is used. */
    private static final List<Map.Entry<String, String>> FEATURES = List.of(
            Map.entry("card", "(?m)^ *reduce "),
            Map.entry("several inputs", "input [^\\n]*\\], "),
            Map.entry("several outputs", "(?s)output .*output "),
            Map.entry("groups", "= \\w+\\*\\w+|\\bgroup "),
            Map.entry("mask", "(?m)^ *mask "),
            Map.entry("weights", "\\[[^]]*; "),
            Map.entry("positions", "\\bindex\\["),
            Map.entry("running statistics", "\\btrack "),
            Map.entry("state", "(?m)^ *state "),
            Map.entry("stop", "\\bstop\\("),
            Map.entry("windows", "\\bshift\\[\\w+\\]\\("),
            Map.entry("contraction", "\\brename\\["),
            Map.entry("moments", "\\bgauss_"),
            Map.entry("initial values from data", "(?m)^ *init "));

    static ZooEntry of(String name) {
        List<String> lines = Zoo.source(name).text().lines().toList();
        String documentation = lines.stream()
                .filter(line -> line.startsWith(DOCUMENTATION))
                .map(line -> line.substring(DOCUMENTATION.length()).strip())
                .collect(Collectors.joining(" "));
        String text = lines.stream()
                .filter(line -> !line.startsWith(DOCUMENTATION))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        var parts = PART.matcher(documentation);
        if (!parts.matches()) {
            throw new IllegalStateException(
                    name + ": `///` lines say Formula:, Paper:, Near: and Trap:, in this order");
        }
        return new ZooEntry(
                name,
                parts.group("summary"),
                parts.group("formula"),
                parts.group("paper"),
                parts.group("near"),
                parts.group("trap"),
                text);
    }

    /** What the norm uses of the language, beside params and statistics. */
    List<String> features() {
        List<String> used = new ArrayList<>();
        FEATURES.forEach(feature -> {
            if (Pattern.compile(feature.getValue()).matcher(text).find()) {
                used.add(feature.getKey());
            }
        });
        return used;
    }
}
