package dev.normc.samples.quickstart;

/**
 * The loops a Java developer writes by hand: three passes in float, forward and backward.
 *
 * <p>A tensor is {@code [outer, groups, run]}. A statistic belongs to one group of one outer index, or, where {@code
 * batch} is set, to one group over all outer indices. Params are per channel; a group holds {@code run / span} channels of
 * {@code span} elements, or, for layer normalization, one channel for each element.
 */
record HandWritten(int outer, int groups, int run, int span, boolean batch, boolean centred, float epsilon) {

    void forward(float[] x, float[] gamma, float[] beta, float[] y, float[] mean, float[] scale) {
        int statistics = batch ? groups : outer * groups;
        int repeats = batch ? outer : 1;
        int count = repeats * run;
        for (int s = 0; s < statistics; s++) {
            float sum = 0;
            for (int k = 0; k < repeats; k++) {
                int at = (batch ? k * groups + s : s) * run;
                for (int i = 0; i < run; i++) {
                    sum += x[at + i];
                }
            }
            float mu = centred ? sum / count : 0;
            float squares = 0;
            for (int k = 0; k < repeats; k++) {
                int at = (batch ? k * groups + s : s) * run;
                for (int i = 0; i < run; i++) {
                    float d = x[at + i] - mu;
                    squares += d * d;
                }
            }
            float r = (float) (1 / Math.sqrt(squares / count + epsilon));
            mean[s] = mu;
            scale[s] = r;
            for (int k = 0; k < repeats; k++) {
                int at = (batch ? k * groups + s : s) * run;
                for (int c = 0; c < run / span; c++) {
                    int channel = s % groups * (run / span) + c;
                    float g = gamma[channel];
                    float b = beta == null ? 0 : beta[channel];
                    for (int i = at + c * span; i < at + (c + 1) * span; i++) {
                        y[i] = (x[i] - mu) * r * g + b;
                    }
                }
            }
        }
    }

    void backward(
            float[] x, float[] gamma, float[] dy, float[] mean, float[] scale, float[] dx, float[] dgamma, float[] dbeta) {
        java.util.Arrays.fill(dgamma, 0);
        java.util.Arrays.fill(dbeta, 0);
        int statistics = batch ? groups : outer * groups;
        int repeats = batch ? outer : 1;
        int count = repeats * run;
        for (int s = 0; s < statistics; s++) {
            float mu = mean[s];
            float r = scale[s];
            float sum = 0;
            float product = 0;
            for (int k = 0; k < repeats; k++) {
                int at = (batch ? k * groups + s : s) * run;
                for (int c = 0; c < run / span; c++) {
                    int channel = s % groups * (run / span) + c;
                    float g = gamma[channel];
                    for (int i = at + c * span; i < at + (c + 1) * span; i++) {
                        float hat = (x[i] - mu) * r;
                        float u = dy[i] * g;
                        sum += u;
                        product += u * hat;
                        dgamma[channel] += dy[i] * hat;
                        dbeta[channel] += dy[i];
                    }
                }
            }
            float meanU = centred ? sum / count : 0;
            float meanProduct = product / count;
            for (int k = 0; k < repeats; k++) {
                int at = (batch ? k * groups + s : s) * run;
                for (int c = 0; c < run / span; c++) {
                    float g = gamma[s % groups * (run / span) + c];
                    for (int i = at + c * span; i < at + (c + 1) * span; i++) {
                        float hat = (x[i] - mu) * r;
                        dx[i] = r * (dy[i] * g - meanU - hat * meanProduct);
                    }
                }
            }
        }
    }
}
