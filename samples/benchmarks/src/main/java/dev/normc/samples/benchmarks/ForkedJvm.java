package dev.normc.samples.benchmarks;

import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;

/** The flags of a process that measures; the same for ours and for the peers. */
final class ForkedJvm {
    private static final String VECTOR = "jdk.incubator.vector";
    private static final long BESIDE_BUFFERS = 1L << 30;
    private static final int NATIVE_ACCESS_WARNS = 22;
    private static final int UNSAFE_WARNS = 23;

    private ForkedJvm() {}

    static List<String> flags(Workload workload, int sets) {
        long arrays = 4L * Float.BYTES * workload.elements() * (sets + 1);
        long mebibytes = (2 * arrays + BESIDE_BUFFERS) >> 20;
        List<String> flags =
                new ArrayList<>(List.of("-Xms" + mebibytes + "m", "-Xmx" + mebibytes + "m", "-XX:+UseParallelGC"));
        if (System.getProperty("os.name").equals("Linux")) {
            flags.add("-XX:+UseTransparentHugePages");
        }
        if (ModuleFinder.ofSystem().find(VECTOR).isPresent()) {
            flags.addAll(List.of("--add-modules", VECTOR));
        }
        flags.addAll(quiet());
        return flags;
    }

    /** Allows what JMH and the peers do and later JDKs warn of. */
    static List<String> quiet() {
        List<String> flags = new ArrayList<>();
        int feature = Runtime.version().feature();
        if (feature >= NATIVE_ACCESS_WARNS) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        if (feature >= UNSAFE_WARNS) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }
}
