package dev.normc.jit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Random damage to texts. */
final class Mutations {
    private static final Pattern TOKEN = Pattern.compile("\\s+|\\w+|\\.\\.|[<>=!]=|->|.", Pattern.DOTALL);
    private static final List<String> WORDS = List.of(
            "norm",
            "input",
            "mask",
            "param",
            "state",
            "update",
            "init",
            "output",
            "reduce",
            "group",
            "subtract",
            "divide",
            "epsilon",
            "affine",
            "track",
            "decay",
            "momentum",
            "unbiased",
            "cumulative",
            "from",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            ",",
            ";",
            "..",
            "=",
            "==",
            "->",
            "*",
            "^",
            "-",
            "1e999",
            "1e-400",
            "0",
            "-1",
            "2147483647",
            "N",
            "C",
            "Zz",
            "where",
            "stop",
            "index",
            "size",
            "standardize",
            "shift",
            "rename",
            "gauss_mean",
            "var",
            "max",
            "\u0000",
            "é",
            "\u202e",
            "///",
            "//",
            "\n");

    private final Draw draw;

    Mutations(Draw draw) {
        this.draw = draw;
    }

    /** One to four changes of a text; pieces of the other may get into it. */
    String of(String text, String other) {
        String result = text;
        int changes = draw.between(1, 4);
        for (int i = 0; i < changes && !result.isEmpty(); i++) {
            result = switch (draw.below(5)) {
                case 0 -> flipped(result);
                case 1 -> spliced(result, other);
                default -> changedTokens(result);
            };
        }
        return result;
    }

    private String flipped(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[draw.below(bytes.length)] ^= (byte) (1 << draw.below(8));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String spliced(String text, String other) {
        int from = draw.below(other.length());
        int to = Math.min(other.length(), from + draw.between(1, 60));
        int at = draw.below(text.length());
        int end = draw.oneIn(2) ? at : Math.min(text.length(), at + draw.between(1, 40));
        return text.substring(0, at) + other.substring(from, to) + text.substring(end);
    }

    private String changedTokens(String text) {
        List<String> tokens = new ArrayList<>(
                TOKEN.matcher(text).results().map(MatchResult::group).toList());
        int at = draw.below(tokens.size());
        int other = draw.below(tokens.size());
        switch (draw.below(5)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(other, tokens.get(at));
            case 2 -> tokens.set(at, tokens.set(other, tokens.get(at)));
            case 3 -> tokens.set(at, tokens.get(other));
            default -> tokens.set(at, draw.of(WORDS));
        }
        return String.join("", tokens);
    }
}
