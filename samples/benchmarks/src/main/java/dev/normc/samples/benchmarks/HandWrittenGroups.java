package dev.normc.samples.benchmarks;

import java.util.Arrays;

/**
 * What a Java developer writes by hand for groups of channels and for channels-last batches; as {@link HandWritten}.
 *
 * <p>Instance normalization is group normalization of groups of one channel.
 */
final class HandWrittenGroups {

    private HandWrittenGroups() {}

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

    /** Batch normalization of {@code rows} rows of {@code channels} elements; rows are walked in memory order. */
    static void lastForward(
            int rows,
            int channels,
            float epsilon,
            float[] x,
            float[] gamma,
            float[] beta,
            float[] y,
            float[] mean,
            float[] scale) {
        Arrays.fill(mean, 0);
        Arrays.fill(scale, 0);
        for (int n = 0; n < rows; n++) {
            for (int c = 0; c < channels; c++) {
                mean[c] += x[n * channels + c];
            }
        }
        for (int c = 0; c < channels; c++) {
            mean[c] /= rows;
        }
        for (int n = 0; n < rows; n++) {
            for (int c = 0; c < channels; c++) {
                float d = x[n * channels + c] - mean[c];
                scale[c] += d * d;
            }
        }
        for (int c = 0; c < channels; c++) {
            scale[c] = (float) (1 / Math.sqrt(scale[c] / rows + epsilon));
        }
        for (int n = 0; n < rows; n++) {
            for (int c = 0; c < channels; c++) {
                y[n * channels + c] = (x[n * channels + c] - mean[c]) * scale[c] * gamma[c] + beta[c];
            }
        }
    }

    /** Gradients of {@link #lastForward}. */
    static void lastBackward(
            int rows,
            int channels,
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
            for (int c = 0; c < channels; c++) {
                dbeta[c] += dy[n * channels + c];
                dgamma[c] += dy[n * channels + c] * (x[n * channels + c] - mean[c]) * scale[c];
            }
        }
        for (int n = 0; n < rows; n++) {
            for (int c = 0; c < channels; c++) {
                float hat = (x[n * channels + c] - mean[c]) * scale[c];
                dx[n * channels + c] =
                        gamma[c] * scale[c] * (dy[n * channels + c] - dbeta[c] / rows - hat * dgamma[c] / rows);
            }
        }
    }
}
