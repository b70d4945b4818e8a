package dev.normc.samples.distributed;

import dev.normc.runtime.Moments;
import java.util.List;
import java.util.Locale;

/** What both jobs print: the same numbers, whatever the engine. */
public final class Report {
    /** A data set in uneven blocks, some of them empty. */
    public static final RowData IMAGES = RowData.images(4000, 0, 2500, 1, 3499, 0, 6000);
    /** A batch in uneven blocks, some of them empty. */
    public static final RowData BATCH = RowData.activations(300, 1, 0, 211, 0, 512);

    private final StringBuilder text = new StringBuilder();

    /** @param engine what runs, and where */
    public Report(String engine) {
        line(engine);
    }

    /** Adds the statistics of {@link #IMAGES}. */
    public void statistics(Moments moments) {
        line("");
        line("Data set: %,d images in %d blocks", IMAGES.rows(), IMAGES.blocks());
        line("%-14s %16s %22s %22s", "channel", "count [elements]", "mean [1]", "standard deviation [1]");
        double[] variance = moments.variance();
        for (int i = 0; i < variance.length; i++) {
            line("%-14d %,16.0f %22.15g %22.15g", i, moments.count(), moments.mean()[i], Math.sqrt(variance[i]));
        }
    }

    /** Adds how far scaled {@link #IMAGES} are from those of one machine. */
    public void images(Block scaled) {
        line("");
        line("Scaled data set, beside the undivided kernel on one machine");
        line(Comparison.HEADING);
        line("%s", Comparison.of("y", ImageScaling.onOneMachine(IMAGES.whole()).x(), scaled.x()));
    }

    /** Adds how far a step with {@link #BATCH} is from that of one machine. */
    public void step(List<Comparison> comparisons) {
        line("");
        line("Synchronized batch norm: %,d rows in %d blocks, beside one machine", BATCH.rows(), BATCH.blocks());
        line(Comparison.HEADING);
        comparisons.forEach(comparison -> line("%s", comparison));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
