package dev.normc.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How large buffers must be to be out of all caches. */
public final class LastLevelCache {
    private static final Path SIZE = Path.of("/sys/devices/system/cpu/cpu0/cache/index3/size");
    private static final int TIMES = 4;
    private static final long LEAST_BYTES = 256L << 20;

    private LastLevelCache() {}

    /** Four times the last-level cache where Linux tells its size, and 256 MiB at least. */
    public static long coldBytes() {
        try {
            String size = Files.readString(SIZE).strip();
            return size.matches("[0-9]{1,9}K")
                    ? Math.max(LEAST_BYTES, TIMES * (Long.parseLong(size.substring(0, size.length() - 1)) << 10))
                    : LEAST_BYTES;
        } catch (IOException elsewhere) {
            return LEAST_BYTES;
        }
    }
}
