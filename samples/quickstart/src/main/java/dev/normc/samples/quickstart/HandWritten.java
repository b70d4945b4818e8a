package dev.normc.samples.quickstart;

import java.util.Arrays;

/**
 * What a Java developer writes by hand: three loops in float forward, two backward; statistics in float.
 *
 * <p>All arrays are dense and row-major.
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
            for (int i = 0; i < d; i++) {
                y[at + i] = (x[at + i] - mu) * r * gamma[i] + beta[i];
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
                dbeta[i] += dy[at + i];
            }
            float meanU = centred ? sum / d : 0;
            float meanProduct = product / d;
            for (int i = 0; i < d; i++) {
                float hat = (x[at + i] - mu) * r;
                dx[at + i] = r * (dy[at + i] * gamma[i] - meanU - hat * meanProduct);
            }
        }
    }

    /** Batch normalization of {@code [n, c, space]}; instance normalization is {@code [1, n*c, space]}. */
    static void channelsForward(
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
            float g = gamma[c % gamma.length];
            float b = beta[c % gamma.length];
            for (int k = 0; k < n; k++) {
                int at = (k * channels + c) * space;
                for (int i = 0; i < space; i++) {
                    y[at + i] = (x[at + i] - mu) * r * g + b;
                }
            }
            mean[c] = mu;
            scale[c] = r;
        }
    }

    /** Gradients of {@link #channelsForward}. */
    static void channelsBackward(
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
        Arrays.fill(dgamma, 0);
        Arrays.fill(dbeta, 0);
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
            dbeta[c % gamma.length] += sum;
            dgamma[c % gamma.length] += product;
            float g = gamma[c % gamma.length] * r;
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

    /** Group normalization of {@code [n, groups, channels a group, space]}. */
    static void groupsForward(
            int n,
            int groups,
            int channels,
            int space,
            float epsilon,
            float[] x,
            float[] gamma,
            float[] beta,
            float[] y,
            float[] mean,
            float[] scale) {
        int size = channels * space;
        for (int s = 0; s < n * groups; s++) {
            int at = s * size;
            float sum = 0;
            for (int i = at; i < at + size; i++) {
                sum += x[i];
            }
            float mu = sum / size;
            float squares = 0;
            for (int i = at; i < at + size; i++) {
                float d = x[i] - mu;
                squares += d * d;
            }
            float r = (float) (1 / Math.sqrt(squares / size + epsilon));
            for (int c = 0; c < channels; c++) {
                float g = gamma[s % groups * channels + c];
                float b = beta[s % groups * channels + c];
                for (int i = at + c * space; i < at + (c + 1) * space; i++) {
                    y[i] = (x[i] - mu) * r * g + b;
                }
            }
            mean[s] = mu;
            scale[s] = r;
        }
    }

    /** Gradients of {@link #groupsForward}. */
    static void groupsBackward(
            int n,
            int groups,
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
        Arrays.fill(dgamma, 0);
        Arrays.fill(dbeta, 0);
        int size = channels * space;
        for (int s = 0; s < n * groups; s++) {
            int at = s * size;
            float mu = mean[s];
            float r = scale[s];
            float sum = 0;
            float product = 0;
            for (int c = 0; c < channels; c++) {
                int channel = s % groups * channels + c;
                float shift = 0;
                float slope = 0;
                for (int i = at + c * space; i < at + (c + 1) * space; i++) {
                    shift += dy[i];
                    slope += dy[i] * (x[i] - mu) * r;
                }
                dbeta[channel] += shift;
                dgamma[channel] += slope;
                sum += gamma[channel] * shift;
                product += gamma[channel] * slope;
            }
            float meanU = sum / size;
            float meanProduct = product / size;
            for (int c = 0; c < channels; c++) {
                float g = gamma[s % groups * channels + c];
                for (int i = at + c * space; i < at + (c + 1) * space; i++) {
                    dx[i] = r * (dy[i] * g - meanU - (x[i] - mu) * r * meanProduct);
                }
            }
        }
    }
}
