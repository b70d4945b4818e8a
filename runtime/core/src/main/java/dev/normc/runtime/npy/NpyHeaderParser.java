package dev.normc.runtime.npy;

import dev.normc.runtime.DataType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the header dictionary, a Python literal with the keys {@code descr}, {@code fortran_order} and {@code shape} in
 * any order and spacing.
 *
 * <p>The grammar is regular but for the brackets of a structured type, which are counted: no input nests the Java stack.
 */
final class NpyHeaderParser {
    private static final int QUOTED_LENGTH = 80;
    private static final char END = '\0';

    private final Path file;
    private final String text;
    private int position;

    private String descriptor = "";
    private boolean structured;
    private boolean fortranOrder;
    private List<Integer> shape = List.of();

    NpyHeaderParser(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * The header, when it is one of an array we can hold.
     *
     * @throws NpyException naming the file if the dictionary is malformed or describes another kind of array
     */
    NpyHeader parse() {
        dictionary();
        DataType type = type().orElseThrow(this::otherType);
        if (fortranOrder) {
            throw fault("is in Fortran order, needs C order; convert with np.ascontiguousarray(x)");
        }
        try {
            return new NpyHeader(type, shape);
        } catch (IllegalArgumentException impossible) {
            throw fault(shortened(impossible.getMessage()));
        }
    }

    private void dictionary() {
        Set<String> missing = new HashSet<>(Set.of("descr", "fortran_order", "shape"));
        expect('{');
        while (peek() != '}') {
            String key = string();
            if (!missing.remove(key)) {
                throw malformed("key " + quoted(key) + " is unknown or repeated");
            }
            expect(':');
            value(key);
            if (peek() != '}') {
                expect(',');
            }
        }
        expect('}');
        if (peek() != END || position < text.length()) {
            throw unexpected("the end");
        }
        if (!missing.isEmpty()) {
            throw malformed(
                    "no key " + quoted(missing.stream().sorted().findFirst().orElseThrow()));
        }
    }

    private void value(String key) {
        switch (key) {
            case "descr" -> descriptor();
            case "fortran_order" -> fortranOrder = truth();
            default -> shape = tuple();
        }
    }

    private void descriptor() {
        char first = peek();
        structured = first == '[' || first == '(';
        descriptor = structured ? brackets() : string();
    }

    private boolean truth() {
        peek();
        for (String word : List.of("True", "False")) {
            if (text.startsWith(word, position)) {
                position += word.length();
                return word.equals("True");
            }
        }
        throw unexpected("True or False");
    }

    private List<Integer> tuple() {
        List<Integer> extents = new ArrayList<>();
        boolean comma = true;
        expect('(');
        while (peek() != ')') {
            if (!comma) {
                throw unexpected("`,`");
            }
            extents.add(extent());
            comma = peek() == ',';
            if (comma) {
                position++;
            }
        }
        expect(')');
        if (extents.size() == 1 && !comma) {
            throw malformed("the shape is a number, not a tuple");
        }
        return extents;
    }

    private int extent() {
        int start = position;
        if (peek() == '-') {
            position++;
        }
        int digits = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (position == digits) {
            throw unexpected("an extent");
        }
        String number = text.substring(start, position).strip();
        if (number.startsWith("-")) {
            throw fault("negative extent " + shortened(number));
        }
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException large) {
            throw fault("extent " + shortened(number) + " is too large");
        }
    }

    /** The content of a quoted string; escapes stay as they are written, no key or type we read has any. */
    private String string() {
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw unexpected("a quoted string");
        }
        int start = position + 1;
        skipString(quote);
        return text.substring(start, position - 1);
    }

    /** The text from an opening bracket to the one that closes it. */
    private String brackets() {
        int start = position;
        int depth = 0;
        do {
            char next = peek();
            if (next == END) {
                throw unexpected("a closing bracket");
            }
            if (next == '\'' || next == '"') {
                skipString(next);
                continue;
            }
            depth += switch (next) {
                case '[', '(', '{' -> 1;
                case ']', ')', '}' -> -1;
                default -> 0;
            };
            position++;
        } while (depth > 0);
        return text.substring(start, position);
    }

    private void skipString(char quote) {
        int start = position++;
        while (position < text.length() && text.charAt(position) != quote) {
            position += text.charAt(position) == '\\' ? 2 : 1;
        }
        if (position >= text.length()) {
            throw malformed("string without end at character " + start);
        }
        position++;
    }

    /** The next character that is not a blank, {@link #END} behind the last. */
    private char peek() {
        while (position < text.length() && " \t\r\n\f".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : END;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected("`" + wanted + "`");
        }
        position++;
    }

    private Optional<DataType> type() {
        for (DataType type : List.of(DataType.F32, DataType.F64)) {
            if (!structured && descriptor.equals(NpyHeader.descriptor(type))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private NpyException otherType() {
        String closest = descriptor.endsWith("f8") ? "<f8" : "<f4";
        String advice = structured ? "save each field as its own array" : "convert with x.astype('" + closest + "')";
        return fault("holds " + quoted(descriptor) + ", needs `<f4` or `<f8`; " + advice);
    }

    private NpyException unexpected(String wanted) {
        return malformed("expected " + wanted + " at character " + position);
    }

    private NpyException malformed(String what) {
        return fault("malformed header dictionary, " + what);
    }

    private NpyException fault(String what) {
        return new NpyException(file, what);
    }

    private static String quoted(String part) {
        return "`" + shortened(part) + "`";
    }

    /** A part of the header as a terminal may show it: printable ASCII, not long. */
    private static String shortened(String part) {
        String start = part.length() <= QUOTED_LENGTH ? part : part.substring(0, QUOTED_LENGTH) + "...";
        return start.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
