package dev.normc.jit;

/** A class file that is not what a kernel compiles to. */
final class RefusedClassException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the class and what is wrong with it.
     *
     * @param entry which part of the class file, and what it says
     */
    RefusedClassException(String className, String entry) {
        super("error[N0901]: the class `" + className + "` is refused: " + entry
                + "; no kernel compiles to that: it is a defect of normc, or something changed the class");
    }

    /** Names the class that the JVM does not take: its format, its bytecodes, or what it does when it is initialized. */
    RefusedClassException(String className, LinkageError refusal) {
        this(className, "the JVM throws " + refusal.getClass().getSimpleName());
        initCause(refusal);
    }
}
