package dev.normc.samples.experiments.network;

/** The positive part. */
final class Relu implements Block {
    private float[] y = {};

    @Override
    public float[] forward(float[] x, boolean training) {
        y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.max(0, x[i]);
        }
        return y;
    }

    @Override
    public float[] backward(float[] dy) {
        float[] dx = new float[dy.length];
        for (int i = 0; i < dy.length; i++) {
            dx[i] = y[i] > 0 ? dy[i] : 0;
        }
        return dx;
    }
}
