package dev.normc.samples.benchmarks;

import java.util.Arrays;

/**
 * What a Java developer writes by hand for rows and for channels-first batches: three loops in float forward, two
 * backward; statistics in float, one thread.
 *
 * <p>All arrays are dense and row-major; {@code scale} is 1/sqrt(var + epsilon).
 */
final class HandWritten {

    private HandWritten() {}

    /** Layer normalization of {@code rows} rows of {@code d} elements, or RMS normalization where not centred. */
    static void rowsForward(
            boolean centred,
            int rows,
            int d,
            float epsilon,
            float[] x,
            float[] gamma,
            float[] beta,
            float[] y,
            float[] mean,
            float[] scale) {
        for (int n = 0; n < rows; n++) {
            int at = n * d;
            float sum = 0;
            for (int i = 0; centred && i < d; i++) {
                sum += x[at + i];
            }
            float mu = sum / d;
            float squares = 0;
            for (int i = 0; i < d; i++) {
                float c = x[at + i] - mu;
                squares += c * c;
            }
            float r = (float) (1 / Math.sqrt(squares / d + epsilon));
            if (centred) {
                for (int i = 0; i < d; i++) {
                    y[at + i] = (x[at + i] - mu) * r * gamma[i] + beta[i];
                }
            } else {
                for (int i = 0; i < d; i++) {
                    y[at + i] = x[at + i] * r * gamma[i];
                }
            }
            mean[n] = mu;
            scale[n] = r;
        }
    }

    /** Gradients of {@link #rowsForward}. */
    static void rowsBackward(
            boolean centred,
            int rows,
            int d,
            float[] x,
            float[] gamma,
            float[] dy,
            float[] mean,
            float[] scale,
            float[] dx,
            float[] dgamma,
            float[] dbeta) {
        Arrays.fill(dgamma, 0);
        Arrays.fill(dbeta, 0);
        for (int n = 0; n < rows; n++) {
            int at = n * d;
            float mu = mean[n];
            float r = scale[n];
            float sum = 0;
            float product = 0;
            for (int i = 0; i < d; i++) {
                float hat = (x[at + i] - mu) * r;
                float u = dy[at + i] * gamma[i];
                sum += u;
                product += u * hat;
                dgamma[i] += dy[at + i] * hat;
                if (centred) {
                    dbeta[i] += dy[at + i];
                }
            }
            float meanU = centred ? sum / d : 0;
            float meanProduct = product / d;
            for (int i = 0; i < d; i++) {
                float hat = (x[at + i] - mu) * r;
                dx[at + i] = r * (dy[at + i] * gamma[i] - meanU - hat * meanProduct);
            }
        }
    }

    /** Batch normalization of {@code [n, channels, space]}. */
    static void batchForward(
            int n,
            int channels,
            int space,
            float epsilon,
            float[] x,
            float[] gamma,
            float[] beta,
            float[] y,
            float[] mean,
            float[] scale) {
        for (int c = 0; c < channels; c++) {
            float sum = 0;
            for (int k = 0; k < n; k++) {
                int at = (k * channels + c) * space;
                for (int i = 0; i < space; i++) {
                    sum += x[at + i];
                }
            }
            float mu = sum / (n * space);
            float squares = 0;
            for (int k = 0; k < n; k++) {
                int at = (k * channels + c) * space;
                for (int i = 0; i < space; i++) {
                    float d = x[at + i] - mu;
                    squares += d * d;
                }
            }
            float r = (float) (1 / Math.sqrt(squares / (n * space) + epsilon));
            for (int k = 0; k < n; k++) {
                int at = (k * channels + c) * space;
                for (int i = 0; i < space; i++) {
                    y[at + i] = (x[at + i] - mu) * r * gamma[c] + beta[c];
                }
            }
            mean[c] = mu;
            scale[c] = r;
        }
    }

    /** Gradients of {@link #batchForward}. */
    static void batchBackward(
            int n,
            int channels,
            int space,
            float[] x,
            float[] gamma,
            float[] dy,
            float[] mean,
            float[] scale,
            float[] dx,
            float[] dgamma,
            float[] dbeta) {
        for (int c = 0; c < channels; c++) {
            float mu = mean[c];
            float r = scale[c];
            float sum = 0;
            float product = 0;
            for (int k = 0; k < n; k++) {
                int at = (k * channels + c) * space;
                for (int i = 0; i < space; i++) {
                    sum += dy[at + i];
                    product += dy[at + i] * (x[at + i] - mu) * r;
                }
            }
            dbeta[c] = sum;
            dgamma[c] = product;
            float g = gamma[c] * r;
            float meanDy = sum / (n * space);
            float meanProduct = product / (n * space);
            for (int k = 0; k < n; k++) {
                int at = (k * channels + c) * space;
                for (int i = 0; i < space; i++) {
                    dx[at + i] = g * (dy[at + i] - meanDy - (x[at + i] - mu) * r * meanProduct);
                }
            }
        }
    }
}
