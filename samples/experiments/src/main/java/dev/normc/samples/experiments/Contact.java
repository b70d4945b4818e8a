package dev.normc.samples.experiments;

import dev.normc.samples.experiments.network.Samples;
import java.awt.image.BufferedImage;

/** Many small images in one. */
final class Contact {
    private static final int COLUMNS = 12;
    private static final int ZOOM = 5;
    private static final int GAP = 4;

    private Contact() {}

    /** Draws square images of one channel, -1 white and 2 black. */
    static void sheet(Report report, String name, Samples samples, int side) {
        int cell = side * ZOOM + GAP;
        int count = samples.labels().length;
        BufferedImage image = new BufferedImage(
                COLUMNS * cell + GAP, (count + COLUMNS - 1) / COLUMNS * cell + GAP, BufferedImage.TYPE_BYTE_GRAY);
        for (int n = 0; n < count; n++) {
            for (int i = 0; i < side * side; i++) {
                int grey = (int) Math.max(0, Math.min(255, (2 - samples.x()[n * side * side + i]) / 3 * 255));
                int left = GAP + n % COLUMNS * cell + i % side * ZOOM;
                int top = GAP + n / COLUMNS * cell + i / side * ZOOM;
                for (int dot = 0; dot < ZOOM * ZOOM; dot++) {
                    image.setRGB(left + dot % ZOOM, top + dot / ZOOM, grey * 0x010101);
                }
            }
        }
        report.picture(name, image);
    }
}
