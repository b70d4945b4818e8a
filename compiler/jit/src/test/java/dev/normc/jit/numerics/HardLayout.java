package dev.normc.jit.numerics;

/**
 * Where the rows of a norm lie in memory: which elements share statistics, and which share params.
 *
 * @param groups how many rows there are
 * @param length elements of one row
 */
record HardLayout(Kind kind, int groups, int length) {

    /** The norms; each but layer and RMS normalization lies in {@code x[N, C, S]}. */
    enum Kind {
        LAYER("norm LayerNorm { input x[N, D] reduce D epsilon 1e-5 affine scale gamma[D], shift beta[D] }"),
        RMS("norm RMSNorm { input x[N, D] reduce D divide rms epsilon 1e-5 affine scale gamma[D] }"),
        BATCH("norm BatchNorm { input x[N, C, S] reduce N, S epsilon 1e-5 affine scale gamma[C], shift beta[C] }"),
        INSTANCE("norm InstanceNorm { input x[N, C, S] reduce S epsilon 1e-5 affine scale gamma[C], shift beta[C] }"),
        GROUP("norm GroupNorm(G = 1) { input x[N, C, S] group C into G reduce C, S epsilon 1e-5"
                + " affine scale gamma[C], shift beta[C] }");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    static final double EPSILON = 1e-5;

    boolean centred() {
        return kind != Kind.RMS;
    }

    /** How many parts a row of the kinds that allow it is cut into: samples of a batch, channels of a group. */
    private int parts() {
        return length % 2 == 0 ? 2 : 1;
    }

    private int part() {
        return length / parts();
    }

    Spec spec() {
        String shape =
                switch (kind) {
                    case LAYER, RMS -> "N=" + groups + ", D=" + length;
                    case BATCH -> "N=" + parts() + ", C=" + groups + ", S=" + part();
                    case INSTANCE -> "N=1, C=" + groups + ", S=" + length;
                    case GROUP -> "N=1, C=" + groups * parts() + ", S=" + part() + ", G=" + groups;
                };
        return new Spec(kind.name(), kind.text, shape);
    }

    int elements() {
        return groups * length;
    }

    int params() {
        return switch (kind) {
            case LAYER, RMS -> length;
            case BATCH, INSTANCE -> groups;
            case GROUP -> groups * parts();
        };
    }

    /** The row of an element. */
    int group(int element) {
        return switch (kind) {
            case LAYER, RMS, INSTANCE, GROUP -> element / length;
            case BATCH -> element / part() % groups;
        };
    }

    /** The index of an element's params. */
    int param(int element) {
        return switch (kind) {
            case LAYER, RMS -> element % length;
            case BATCH -> group(element);
            case INSTANCE -> element / length;
            case GROUP -> element / part();
        };
    }

    /** The values of rows, laid out. */
    double[] laidOut(double[][] rows) {
        double[] x = new double[elements()];
        int[] next = new int[groups];
        for (int i = 0; i < x.length; i++) {
            int group = group(i);
            x[i] = rows[group][next[group]++];
        }
        return x;
    }
}
