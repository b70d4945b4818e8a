package dev.normc.compiler.parse;

import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;

/** Control and direction characters are refused even in comments: they make a text look like another one. */
final class HiddenCharacters {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private HiddenCharacters() {}

    static void report(String text, Diagnostics diagnostics) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (isHidden(point)) {
                diagnostics.error(
                        ErrorCode.N0102,
                        new Span(i, i + Character.charCount(point)),
                        String.format("the character U+%04X has no meaning here", point),
                        "invisible",
                        "delete it");
            }
        }
    }

    /** Whether a character steers a terminal or an editor instead of being seen. */
    static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\t' && point != '\n' && point != '\r';
            case Character.FORMAT -> point != BYTE_ORDER_MARK;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
