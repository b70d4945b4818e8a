package dev.normc.samples.experiments.network;

/**
 * The 3 by 3 neighbourhoods of every pixel, 0 outside: a convolution is this and a product.
 *
 * @param side height and width of the image, {@code x[n, side, side, channels]}
 * @param stride distance of the pixels that are kept; {@code y[n, side / stride, side / stride, 9 channels]}
 */
record Patches(int side, int channels, int stride) implements Block {

    @Override
    public float[] forward(float[] x, boolean training) {
        float[] y = new float[x.length * 9 / (stride * stride)];
        copy(x, y, true);
        return y;
    }

    @Override
    public float[] backward(float[] dy) {
        float[] dx = new float[dy.length / 9 * stride * stride];
        copy(dx, dy, false);
        return dx;
    }

    private void copy(float[] image, float[] patches, boolean forward) {
        int count = image.length / (side * side * channels);
        int at = 0;
        for (int n = 0; n < count; n++) {
            for (int row = 0; row < side; row += stride) {
                for (int column = 0; column < side; column += stride) {
                    for (int k = 0; k < 9; k++, at += channels) {
                        int r = row + k / 3 - 1;
                        int c = column + k % 3 - 1;
                        if (r >= 0 && r < side && c >= 0 && c < side) {
                            pixel(image, ((n * side + r) * side + c) * channels, patches, at, forward);
                        }
                    }
                }
            }
        }
    }

    private void pixel(float[] image, int from, float[] patches, int at, boolean forward) {
        for (int channel = 0; channel < channels; channel++) {
            if (forward) {
                patches[at + channel] = image[from + channel];
            } else {
                image[from + channel] += patches[at + channel];
            }
        }
    }
}
