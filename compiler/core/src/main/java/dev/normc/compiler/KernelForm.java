package dev.normc.compiler;

import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What the class of a kernel is called and which entries it offers; neither changes what an entry computes.
 *
 * @param header the first line of the text, a comment; printable ASCII without a backslash
 * @param className the simple name; empty for one made of the norm and its shape
 * @param entries those that the class has; empty for all that are derived
 */
public record KernelForm(Optional<String> header, String packageName, Optional<String> className, Set<Entry> entries) {

    /** No header, a name of our own, every entry. */
    public static final KernelForm DEFAULT =
            new KernelForm(Optional.empty(), "dev.normc.generated", Optional.empty(), Set.of());

    /** What an entry reads that only another one of the class can have written. */
    private static final Map<Entry, Entry> NEEDED = Map.of(
            Entry.BACKWARD, Entry.FORWARD,
            Entry.BACKWARD2, Entry.FORWARD,
            Entry.FINISH, Entry.PARTIAL,
            Entry.BACKWARD_PARTIAL, Entry.FINISH,
            Entry.BACKWARD_FINISH, Entry.BACKWARD_PARTIAL);

    /**
     * The words of a form, checked.
     *
     * @throws IllegalArgumentException if a name is not one in Java, the header could end its line, or an entry is there
     *     without the one whose results it reads, or with one that no class has together with it
     */
    public KernelForm {
        header.ifPresent(KernelForm::requireComment);
        requireName(packageName, "[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
        className.ifPresent(name -> requireName(name, "[A-Za-z_][A-Za-z0-9_]*"));
        JavaNames.fault(packageName + "." + className.orElse("Kernel")).ifPresent(why -> {
            throw new IllegalArgumentException("`" + packageName
                    + className.map(name -> "." + name).orElse("") + "` names no class of yours: " + why);
        });
        entries = Set.copyOf(entries);
        for (Entry entry : entries) {
            Entry needed = NEEDED.get(entry);
            if (needed != null && !entries.contains(needed)) {
                throw new IllegalArgumentException(
                        "entry `" + entry.method() + "` needs `" + needed.method() + "`, whose results it reads");
            }
        }
        if (isOfShards(entries) && isOfSecondOrder(entries)) {
            throw new IllegalArgumentException("entries of shards and of the second derivative: they are two classes");
        }
    }

    /**
     * The entry of that method.
     *
     * @throws IllegalArgumentException listing those there are, if there is none
     */
    public static Entry entry(String method) {
        return Arrays.stream(Entry.values())
                .filter(entry -> entry.method().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no entry `" + method + "`: write some of "
                        + Arrays.stream(Entry.values())
                                .map(entry -> "`" + entry.method() + "`")
                                .collect(Collectors.joining(", "))));
    }

    boolean isOfShards() {
        return isOfShards(entries);
    }

    boolean isOfSecondOrder() {
        return isOfSecondOrder(entries);
    }

    private static boolean isOfShards(Set<Entry> entries) {
        return entries.stream().anyMatch(Entry::isOfShard);
    }

    private static boolean isOfSecondOrder(Set<Entry> entries) {
        return entries.contains(Entry.BACKWARD2) || entries.contains(Entry.BACKWARD_FROZEN2);
    }

    /** The derived programs that the class offers. */
    <T> Map<Entry, T> chosen(Map<Entry, T> derived) {
        Set<Entry> wanted = entries.isEmpty() ? derived.keySet() : EnumSet.copyOf(entries);
        if (!derived.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException("entries "
                    + wanted.stream()
                            .filter(entry -> !derived.containsKey(entry))
                            .map(entry -> "`" + entry.method() + "`")
                            .collect(Collectors.joining(", "))
                    + " are not derived for this order and program");
        }
        return derived.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void requireComment(String line) {
        if (!line.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\')) {
            throw new IllegalArgumentException("a header is one line of printable ASCII without a backslash");
        }
    }

    private static void requireName(String name, String pattern) {
        if (!name.matches(pattern) || !SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
            throw new IllegalArgumentException("`" + name + "` names no package or class");
        }
    }
}
