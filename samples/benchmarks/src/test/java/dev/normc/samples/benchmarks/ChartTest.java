package dev.normc.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    private static final int SKY_BLUE = 0xFF56B4E9;
    private static final int DARK_BLUE = 0xFF0072B2;

    @TempDir
    private Path folder;

    @Test
    void aBarIsDrawnForWhatWasMeasuredAndNoneForWhatWasNot() throws IOException {
        Cell cell = new Cell(Direction.FORWARD, 1, Memory.COLD);
        List<Sample> samples = List.of(new Sample(cell, "ours", 0, 3000), new Sample(cell, "other", 0, 2000));
        Map<Workload, Measured> results = new LinkedHashMap<>();
        results.put(Workload.of(Norm.LAYER, 512, 1024), measured(samples));
        results.put(Workload.of(Norm.RMS, 2048, 96), measured(List.of()));
        new Chart(results).write(folder.resolve("ratios.png"));
        BufferedImage image = ImageIO.read(folder.resolve("ratios.png").toFile());
        assertThat(pixels(image, SKY_BLUE)).isGreaterThan(1000);
        assertThat(pixels(image, DARK_BLUE)).isZero();
    }

    private static Measured measured(List<Sample> samples) {
        return new Measured(Map.of("ours", "1", "other", "2"), List.of(), List.of(), samples);
    }

    private static long pixels(BufferedImage image, int colour) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == colour ? 1 : 0;
            }
        }
        return count;
    }
}
