package dev.normc.compiler.specialize;

import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code N=32, C=64, eps=1e-3}, {@code 32,64,56,56} or {@code 32,64, eps=1e-3}. */
final class ShapeText {
    private static final int LONGEST = 10_000;
    private static final Pattern NAMED = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)\\s*=\\s*(\\S+)\\s*");
    private static final Pattern PLAIN = Pattern.compile("\\s*(\\S+)\\s*");
    /** What stands for an extent that is bound at each call. */
    static final String DYNAMIC = "?";

    private ShapeText() {}

    /**
     * One entry.
     *
     * @param name empty for a positional one
     */
    record Entry(String name, String value, Span span) {
        boolean isDynamic() {
            return value.equals(DYNAMIC);
        }
    }

    static List<Entry> parse(SourceFile shape, Diagnostics diagnostics) {
        List<Entry> entries = new ArrayList<>();
        String text = shape.text();
        if (text.isBlank()) {
            return entries;
        }
        if (text.length() > LONGEST) {
            diagnostics.error(ErrorCode.N0301, Span.NONE, "a shape of " + text.length() + " characters", "too long");
            return entries;
        }
        Set<String> names = new HashSet<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            String part = text.substring(start, end);
            Matcher named = NAMED.matcher(part);
            Matcher plain = PLAIN.matcher(part);
            if (named.matches()) {
                Span span = new Span(start + named.start(1), start + named.end(2));
                entries.add(new Entry(named.group(1), named.group(2), span));
                if (!names.add(named.group(1))) {
                    diagnostics.error(ErrorCode.N0301, span, "`" + named.group(1) + "` is bound twice", "");
                }
            } else if (plain.matches() && plain.group(1).matches("\\?|[0-9]+")) {
                entries.add(new Entry("", plain.group(1), new Span(start + plain.start(1), start + plain.end(1))));
            } else {
                int from = start + part.length() - part.stripLeading().length();
                diagnostics.error(
                        ErrorCode.N0301,
                        new Span(from, from + part.strip().length()),
                        part.isBlank() ? "an entry of a shape is empty" : "`" + part.strip() + "` binds nothing",
                        "",
                        "a shape reads `N=32, C=64` or `32,64`");
            }
            start = end + 1;
        }
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).name().isEmpty() && !entries.get(i - 1).name().isEmpty()) {
                diagnostics.error(
                        ErrorCode.N0301,
                        entries.get(i).span(),
                        "`" + entries.get(i).value() + "` has no name",
                        "the one before it has",
                        "name it; extents without names come first");
                break;
            }
        }
        return entries;
    }
}
