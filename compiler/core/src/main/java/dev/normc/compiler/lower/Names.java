package dev.normc.compiler.lower;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Gives out names that no buffer, offset or other local has. */
final class Names {
    private final Set<String> taken = new HashSet<>();

    void reserve(String name) {
        taken.add(name);
    }

    /** The wanted name, with a number behind it where it is taken. */
    String fresh(String wanted) {
        String base = SourceVersion.isKeyword(wanted) ? wanted + "Value" : wanted;
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + i;
        }
        return name;
    }
}
