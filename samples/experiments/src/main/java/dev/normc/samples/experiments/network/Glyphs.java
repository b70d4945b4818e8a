package dev.normc.samples.experiments.network;

import java.util.SplittableRandom;

/** Small images of six digits that are easily confused, drawn turned, moved, in any contrast and with noise. */
public final class Glyphs {
    /** Height and width of an image in pixels. */
    public static final int SIDE = 12;

    private static final int WIDTH = 5;
    private static final int HEIGHT = 7;
    private static final String[] BITMAPS = {
        ".###. #...# ....# ..##. .#... #.... #####",
        ".###. #...# ....# ..##. ....# #...# .###.",
        "##### #.... ####. ....# ....# #...# .###.",
        ".###. #.... #.... ####. #...# #...# .###.",
        ".###. #...# #...# .###. #...# #...# .###.",
        ".###. #...# #...# .#### ....# ....# .###."
    };

    private Glyphs() {}

    /** Images of {@link #SIDE} by {@link #SIDE} pixels, one channel, as many of each digit. */
    public static Samples draw(int count, double noise, SplittableRandom random) {
        float[] x = new float[count * SIDE * SIDE];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = n % BITMAPS.length;
            double angle = random.nextDouble(-0.3, 0.3);
            double size = random.nextDouble(1.1, 1.5);
            double down = random.nextDouble(-1, 1);
            double right = random.nextDouble(-1, 1);
            double ink = random.nextDouble(1, 3);
            double paper = random.nextDouble(-1, 0);
            for (int i = 0; i < SIDE * SIDE; i++) {
                double row = (i / SIDE - (SIDE - 1) / 2.0 - down) / size;
                double column = (i % SIDE - (SIDE - 1) / 2.0 - right) / size;
                double r = Math.cos(angle) * row + Math.sin(angle) * column + (HEIGHT - 1) / 2.0;
                double c = Math.cos(angle) * column - Math.sin(angle) * row + (WIDTH - 1) / 2.0;
                double value = paper + ink * between(BITMAPS[labels[n]], r, c) + noise * random.nextGaussian();
                x[n * SIDE * SIDE + i] = (float) value;
            }
        }
        return new Samples(x, labels, SIDE * SIDE, BITMAPS.length);
    }

    /** Bilinear interpolation between the dots of a bitmap. */
    private static double between(String bitmap, double row, double column) {
        int r = (int) Math.floor(row);
        int c = (int) Math.floor(column);
        double below = row - r;
        double right = column - c;
        return (1 - below) * ((1 - right) * dot(bitmap, r, c) + right * dot(bitmap, r, c + 1))
                + below * ((1 - right) * dot(bitmap, r + 1, c) + right * dot(bitmap, r + 1, c + 1));
    }

    private static double dot(String bitmap, int row, int column) {
        boolean inside = row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH;
        return inside && bitmap.charAt(row * (WIDTH + 1) + column) == '#' ? 1 : 0;
    }
}
