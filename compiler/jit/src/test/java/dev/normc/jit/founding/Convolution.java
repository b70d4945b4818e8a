package dev.normc.jit.founding;

/**
 * A two-dimensional convolution or transposed convolution without padding, as its definition sums it.
 *
 * @param in channels of the input {@code [batch, in, height, width]}
 * @param out channels of the output
 * @param groups which in and out channels are cut into
 * @param transposed whether the weight is {@code [in, out / groups, kernelHeight, kernelWidth]} and scatters, or
 *     {@code [out, in / groups, kernelHeight, kernelWidth]} and gathers
 */
record Convolution(
        int batch,
        int in,
        int out,
        int height,
        int width,
        int kernelHeight,
        int kernelWidth,
        int groups,
        int stride,
        boolean transposed) {

    int outHeight() {
        return transposed ? (height - 1) * stride + kernelHeight : (height - kernelHeight) / stride + 1;
    }

    int outWidth() {
        return transposed ? (width - 1) * stride + kernelWidth : (width - kernelWidth) / stride + 1;
    }

    int[] weightShape() {
        return transposed
                ? new int[] {in, out / groups, kernelHeight, kernelWidth}
                : new int[] {out, in / groups, kernelHeight, kernelWidth};
    }

    int weights() {
        return in * out / groups * kernelHeight * kernelWidth;
    }

    /** {@code [batch, out, outHeight, outWidth]}. */
    double[] of(double[] x, double[] weight, double[] bias) {
        double[] y = new double[batch * out * outHeight() * outWidth()];
        for (int i = 0; i < y.length; i++) {
            y[i] = bias[i / outWidth() / outHeight() % out];
        }
        for (int n = 0; n < batch; n++) {
            for (int o = 0; o < out; o++) {
                int group = o / (out / groups);
                for (int c = group * in / groups; c < (group + 1) * in / groups; c++) {
                    addChannel(y, x, weight, n, o, c);
                }
            }
        }
        return y;
    }

    private void addChannel(double[] y, double[] x, double[] weight, int n, int o, int c) {
        int outInGroup = o % (out / groups);
        int inInGroup = c % (in / groups);
        int matrix = transposed ? c * (out / groups) + outInGroup : o * (in / groups) + inInGroup;
        int rows = transposed ? height : outHeight();
        int columns = transposed ? width : outWidth();
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < columns; s++) {
                for (int k = 0; k < kernelHeight * kernelWidth; k++) {
                    int farRow = r * stride + k / kernelWidth;
                    int farColumn = s * stride + k % kernelWidth;
                    int xRow = transposed ? r : farRow;
                    int xColumn = transposed ? s : farColumn;
                    int yRow = transposed ? farRow : r;
                    int yColumn = transposed ? farColumn : s;
                    y[((n * out + o) * outHeight() + yRow) * outWidth() + yColumn] +=
                            x[((n * in + c) * height + xRow) * width + xColumn]
                                    * weight[matrix * kernelHeight * kernelWidth + k];
                }
            }
        }
    }
}
