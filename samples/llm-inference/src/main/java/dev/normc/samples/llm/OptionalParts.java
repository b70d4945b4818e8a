package dev.normc.samples.llm;

import java.util.Optional;

/** Classes that this program has on some JVMs only: those with the module of vectors, those with memory segments. */
public final class OptionalParts {
    static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** The width for which the pom has vector kernels generated. */
    private static final int VECTOR_BITS = 256;

    private static final int FIRST_WITH_SEGMENTS = 22;

    private OptionalParts() {}

    /** Vectors by hand, where the JVM has the module and the machine vectors of the width of the kernels. */
    public static Optional<HandVectors> vectors() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return Optional.empty();
        }
        return made("vectors.FusedLoops", HandVectors.class).filter(loops -> loops.machineBits() >= VECTOR_BITS);
    }

    /** The workloads over memory segments, where the JVM that runs this has them and the one that built it had. */
    static Optional<WorkloadSource> segments() {
        return Runtime.version().feature() < FIRST_WITH_SEGMENTS
                ? Optional.empty()
                : made("segments.SegmentWorkloads", WorkloadSource.class);
    }

    private static <T> Optional<T> made(String name, Class<T> type) {
        try {
            Class<?> found = Class.forName(OptionalParts.class.getPackageName() + "." + name);
            return Optional.of(type.cast(found.getDeclaredConstructor().newInstance()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be made", e);
        }
    }
}
