package dev.normc.samples.experiments;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** Where an experiment says what it found: text to a stream, pictures to a folder, progress to a terminal only. */
final class Report {
    private static final int DOTS_PER_INCH = 96;

    private final PrintStream text;
    private final Path folder;
    private final boolean terminal = System.console() != null;

    Report(PrintStream text, Path folder) {
        System.setProperty("java.awt.headless", "true");
        this.text = text;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("`" + folder + "`: cannot be made", e);
        }
    }

    /** Standard output and the folder of the first argument, or {@code target/experiments}. */
    static Report of(String[] arguments) {
        return new Report(System.out, Path.of(arguments.length > 0 ? arguments[0] : "target/experiments"));
    }

    void title(String title) {
        text.printf("%n== %s ==%n", title);
    }

    void say(String format, Object... values) {
        text.printf(Locale.ROOT, format + "%n", values);
    }

    /** Cells in columns as wide as their widest, the first to the left, the others to the right. */
    void table(List<String> header, List<List<String>> rows) {
        text.println();
        int[] widths = new int[header.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = header.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        line(header, widths);
        rows.forEach(row -> line(row, widths));
        text.println();
    }

    private void line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String pad = " ".repeat(widths[column] - cells.get(column).length());
            line.append(column == 0 ? cells.get(0) + pad : "  " + pad + cells.get(column));
        }
        text.println(line.toString().stripTrailing());
    }

    /** One line on a terminal that the next one replaces; nothing in a pipe. */
    void progress(String what) {
        if (terminal) {
            System.err.printf("\r%-70s\r", what);
            System.err.flush();
        }
    }

    void picture(String name, Chart<?, ?> chart) {
        Path file = folder.resolve(name + ".png");
        try {
            BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG, DOTS_PER_INCH);
        } catch (IOException e) {
            throw new UncheckedIOException("`" + file + "`: cannot be written", e);
        }
        progress("");
        text.println("picture: " + file);
    }

    void picture(String name, BufferedImage image) {
        Path file = folder.resolve(name + ".png");
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("`" + file + "`: cannot be written", e);
        }
        text.println("picture: " + file);
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
