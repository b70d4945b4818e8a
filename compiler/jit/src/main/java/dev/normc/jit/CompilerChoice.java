package dev.normc.jit;

import java.util.Arrays;
import java.util.Locale;

/** Which source compiler turns kernels into classes; the property {@code normc.compiler} chooses. */
public enum CompilerChoice {
    /** Janino. */
    JANINO,
    /** The compiler of the running JDK. */
    JAVAC,
    /** Janino, which starts sooner. */
    AUTO;

    /** The property that chooses. */
    public static final String PROPERTY = "normc.compiler";

    /**
     * The choice of the property; {@link #AUTO} where it is not set.
     *
     * @throws IllegalArgumentException naming the property and what it takes
     */
    public static CompilerChoice ofProperty() {
        String value = System.getProperty(PROPERTY, "auto");
        return Arrays.stream(values())
                .filter(choice -> choice.spelling().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(PROPERTY + "=" + value + ": takes janino, javac or auto"));
    }

    /** As the property spells it: {@code janino}, {@code javac} or {@code auto}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    SourceCompiler compiler() {
        return switch (this) {
            case JANINO, AUTO -> new JaninoCompiler();
            case JAVAC -> JavacCompiler.ofThisJdk();
        };
    }
}
