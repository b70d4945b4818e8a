package dev.normc.compiler.emit;

import java.util.ArrayList;
import java.util.List;

/** Text for comments, which is all of our own making: nothing in it can end a comment or escape it. */
final class Comments {
    private static final int WIDTH = 100;
    private static final List<String> MARKUP = List.of("<pre>", "</pre>", "<p>");

    private Comments() {}

    /** One line; it may begin with markup. */
    static String safe(String line) {
        String markup = MARKUP.stream().filter(line::startsWith).findFirst().orElse("");
        StringBuilder text = new StringBuilder();
        line.substring(markup.length())
                .chars()
                .map(c -> c >= ' ' && c < 0x7F && c != '\\' && c != '@' ? c : '?')
                .forEach(c -> text.append((char) c));
        String harmless = text.toString()
                .replace("*/", "* /")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return markup + harmless;
    }

    /** A sentence in lines of a usual width, cut at blanks. */
    static List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : safe(sentence).split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
