package dev.normc.samples.quickstart;

/**
 * One norm at one real shape, with the hand-written loops it is compared to.
 *
 * @param file its specification
 * @param shape what it is compiled for; the batch stays open
 * @param batch extent of the batch axis in the timed calls
 * @param inner elements of one batch index
 * @param layout which hand-written loops do the same
 */
record Workload(String file, String shape, int batch, int[] inner, Layout layout) {

    /** Who shares a statistic. */
    enum Layout {
        ROWS,
        ROWS_UNCENTRED,
        BATCH,
        INSTANCE,
        GROUPS
    }

    String title() {
        return file.replace(".norm", "") + " " + shape.replace("?", Integer.toString(batch));
    }

    void handForward(float[] x, float[] gamma, float[] beta, float[] y, float[] mean, float[] scale) {
        switch (layout) {
            case ROWS -> HandWritten.rowsForward(true, batch, inner[0], 1e-5f, x, gamma, beta, y, mean, scale);
            case ROWS_UNCENTRED ->
                HandWritten.rowsForward(false, batch, inner[0], 1e-6f, x, gamma, beta, y, mean, scale);
            case BATCH -> HandWritten.channelsForward(batch, inner[0], inner[1], 1e-5f, x, gamma, beta, y, mean, scale);
            case INSTANCE ->
                HandWritten.channelsForward(1, batch * inner[0], inner[1], 1e-5f, x, gamma, beta, y, mean, scale);
            case GROUPS ->
                HandWritten.groupsForward(batch, inner[0], inner[1], inner[2], 1e-5f, x, gamma, beta, y, mean, scale);
        }
    }

    void handBackward(
            float[] x,
            float[] gamma,
            float[] dy,
            float[] mean,
            float[] scale,
            float[] dx,
            float[] dgamma,
            float[] dbeta) {
        switch (layout) {
            case ROWS, ROWS_UNCENTRED ->
                HandWritten.rowsBackward(
                        layout == Layout.ROWS, batch, inner[0], x, gamma, dy, mean, scale, dx, dgamma, dbeta);
            case BATCH ->
                HandWritten.channelsBackward(batch, inner[0], inner[1], x, gamma, dy, mean, scale, dx, dgamma, dbeta);
            case INSTANCE ->
                HandWritten.channelsBackward(
                        1, batch * inner[0], inner[1], x, gamma, dy, mean, scale, dx, dgamma, dbeta);
            case GROUPS ->
                HandWritten.groupsBackward(
                        batch, inner[0], inner[1], inner[2], x, gamma, dy, mean, scale, dx, dgamma, dbeta);
        }
    }
}
