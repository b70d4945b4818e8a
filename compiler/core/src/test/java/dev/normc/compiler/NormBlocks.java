package dev.normc.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced {@code norm} blocks of a Markdown text. */
final class NormBlocks {
    private static final Pattern BLOCK = Pattern.compile("^```norm\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private NormBlocks() {}

    /** The text of each block, in order. */
    static List<String> of(String markdown) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(markdown);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }
}
