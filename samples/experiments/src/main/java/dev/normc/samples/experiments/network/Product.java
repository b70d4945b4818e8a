package dev.normc.samples.experiments.network;

/** Products of {@code x[n, inputs]} and weights {@code w[outputs, inputs]}. */
record Product(int inputs, int outputs) {

    /** {@code y = x w^T + b}; {@code b} may be all zeros. */
    float[] forward(float[] x, float[] w, float[] b) {
        int count = x.length / inputs;
        float[] columns = new float[w.length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                columns[i * outputs + o] = w[o * inputs + i];
            }
        }
        float[] y = new float[count * outputs];
        for (int n = 0; n < count; n++) {
            System.arraycopy(b, 0, y, n * outputs, outputs);
            for (int i = 0; i < inputs; i++) {
                add(x[n * inputs + i], columns, i * outputs, y, n * outputs, outputs);
            }
        }
        return y;
    }

    /** {@code dx = dy w}. */
    float[] inputGradient(float[] dy, float[] w) {
        int count = dy.length / outputs;
        float[] dx = new float[count * inputs];
        for (int n = 0; n < count; n++) {
            for (int o = 0; o < outputs; o++) {
                add(dy[n * outputs + o], w, o * inputs, dx, n * inputs, inputs);
            }
        }
        return dx;
    }

    /** {@code dw += dy^T x}, {@code db += sum of dy}. */
    void addWeightGradient(float[] dy, float[] x, float[] dw, float[] db) {
        int count = dy.length / outputs;
        for (int n = 0; n < count; n++) {
            for (int o = 0; o < outputs; o++) {
                add(dy[n * outputs + o], x, n * inputs, dw, o * inputs, inputs);
                db[o] += dy[n * outputs + o];
            }
        }
    }

    private static void add(float factor, float[] from, int at, float[] to, int start, int count) {
        if (factor == 0) {
            return; // behind a ReLU half of them are
        }
        for (int k = 0; k < count; k++) {
            to[start + k] += factor * from[at + k];
        }
    }
}
