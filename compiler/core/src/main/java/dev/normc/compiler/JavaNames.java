package dev.normc.compiler;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Which names a generated class may have: Java's, on every file system, and nobody else's. */
public final class JavaNames {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int LONGEST = 200;
    private static final Set<String> RESTRICTED = Set.of("var", "record", "yield", "sealed", "permits");
    private static final Pattern DEVICE = Pattern.compile("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]");
    private static final List<String> KEPT = List.of("java", "javax", "jdk", "sun", "dev.normc.runtime");

    private JavaNames() {}

    /** Why a qualified name cannot be one of a class; empty if it can. */
    public static Optional<String> fault(String qualified) {
        if (qualified.length() > LONGEST) {
            return Optional.of("a name of more than " + LONGEST + " characters");
        }
        for (String segment : qualified.split("\\.", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                return Optional.of(
                        segment.isEmpty()
                                ? "a part of the name is empty"
                                : "`" + segment + "` is not made of letters, digits and underscores");
            }
            if (SourceVersion.isKeyword(segment, SourceVersion.RELEASE_17)) {
                return Optional.of("`" + segment + "` is a word of Java");
            }
            if (DEVICE.matcher(segment).matches()) {
                return Optional.of("`" + segment + "` is a device on Windows, not a file");
            }
        }
        for (String kept : KEPT) {
            if (qualified.startsWith(kept + ".")) {
                return Optional.of("the package `" + kept + "` is not yours");
            }
        }
        String simple = simple(qualified);
        if (RESTRICTED.contains(simple)) {
            return Optional.of("`" + simple + "` is a word of Java");
        }
        return isInJavaLang(simple) ? Optional.of("it hides `java.lang." + simple + "`") : Optional.empty();
    }

    /** The file of a class below a source folder. */
    public static String file(String qualified) {
        return qualified.replace('.', '/') + ".java";
    }

    /** What a qualified name ends with. */
    public static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    /** What is wrong with several classes in one folder, by the class that has no place in it. */
    public static Map<String, String> collisions(Collection<String> classes) {
        Map<String, String> taken = new HashMap<>();
        Map<String, String> faults = new HashMap<>();
        for (String name : classes) {
            for (int end = name.indexOf('.'); end >= 0; end = name.indexOf('.', end + 1)) {
                clash(taken, name.substring(0, end), "package").ifPresent(fault -> faults.put(name, fault));
            }
            boolean twice = ("class " + name).equals(taken.get(name.toLowerCase(Locale.ROOT)));
            Optional<String> fault = twice ? Optional.of("two kernels are of this class") : clash(taken, name, "class");
            fault.ifPresent(text -> faults.put(name, text));
        }
        return faults;
    }

    /** Claims a place; says who has it already, where that is another. */
    private static Optional<String> clash(Map<String, String> taken, String name, String kind) {
        String self = kind + " " + name;
        String other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), self);
        if (other == null || other.equals(self)) {
            return Optional.empty();
        }
        String why = other.startsWith(kind) ? "differ in case alone" : "need one file and one folder of that name";
        return Optional.of("`" + self + "` and `" + other + "` " + why);
    }

    private static boolean isInJavaLang(String simple) {
        try {
            Class.forName("java.lang." + simple, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError other) {
            return false; // NoClassDefFoundError where the file system does not tell cases apart
        }
    }
}
