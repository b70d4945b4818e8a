package dev.normc.cli;

import dev.normc.compiler.loop.Count;
import java.util.List;
import java.util.Locale;

/** Numbers of bytes for a person. */
final class ByteText {
    private static final long KIBI = 1024;
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");

    private ByteText() {}

    /** With what comes for each index of an open axis. */
    static String of(Count count, String openAxis) {
        if (count.isFixed()) {
            return of(count.fixed());
        }
        String each = of(count.perDynamic()) + " for each " + openAxis;
        return count.fixed() == 0 ? each : of(count.fixed()) + " + " + each;
    }

    /** Exact, and rounded where that is easier to read. */
    static String of(long bytes) {
        String exact = String.format(Locale.ROOT, "%,d bytes", bytes);
        return bytes < 10 * KIBI ? exact : exact + " (" + rounded(bytes) + ")";
    }

    /** {@code 640 bytes} or {@code 93.8 KiB}. */
    static String rounded(long bytes) {
        if (bytes < KIBI) {
            return bytes + " bytes";
        }
        double scaled = bytes;
        int unit = -1;
        while (scaled >= KIBI && unit < UNITS.size() - 1) {
            scaled /= KIBI;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", scaled, UNITS.get(unit));
    }
}
