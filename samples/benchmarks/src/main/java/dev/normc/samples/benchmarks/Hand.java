package dev.normc.samples.benchmarks;

import java.util.Arrays;

/** The loops written by hand, on one thread whatever is allowed. */
final class Hand implements Engine {
    private Workload workload;
    private Data data;
    private BufferSets sets;
    private float[] mean;
    private float[] scale;
    private float[] dgamma;
    private float[] dbeta;

    @Override
    public String name() {
        return "hand";
    }

    @Override
    public String version() {
        return "three float loops, one thread";
    }

    @Override
    public Kind kind() {
        return Kind.HAND;
    }

    @Override
    public boolean supports(Workload workload, Direction direction) {
        return true;
    }

    @Override
    public void prepare(Workload workload, Data data, BufferSets sets) {
        this.workload = workload;
        this.data = data;
        this.sets = sets;
        this.mean = new float[workload.statistics()];
        this.scale = new float[workload.statistics()];
        this.dgamma = new float[workload.channels()];
        this.dbeta = new float[workload.channels()];
        forward(0);
    }

    @Override
    public void threads(int count) {}

    @Override
    public void run(Direction direction, int set) {
        if (direction == Direction.FORWARD) {
            forward(set);
        } else {
            backward(set);
        }
    }

    private void forward(int set) {
        float[] x = sets.x()[set];
        float[] y = sets.y()[set];
        float[] gamma = data.gamma();
        float[] beta = data.beta();
        float epsilon = (float) workload.norm().epsilon();
        int n = workload.batch();
        int channels = workload.channels();
        int space = workload.space();
        int rows = workload.elements() / channels;
        switch (form()) {
            case ROWS ->
                HandWritten.rowsForward(
                        workload.norm().centred(), rows, channels, epsilon, x, gamma, beta, y, mean, scale);
            case FIRST -> HandWritten.batchForward(n, channels, space, epsilon, x, gamma, beta, y, mean, scale);
            case LAST -> HandWrittenGroups.lastForward(rows, channels, epsilon, x, gamma, beta, y, mean, scale);
            case GROUPS -> {
                int groups = workload.statistics() / n;
                HandWrittenGroups.groupsForward(
                        n, groups, channels / groups, space, epsilon, x, gamma, beta, y, mean, scale);
            }
        }
    }

    private void backward(int set) {
        float[] x = sets.x()[set];
        float[] dy = sets.dy()[set];
        float[] dx = sets.dx()[set];
        float[] gamma = data.gamma();
        int n = workload.batch();
        int channels = workload.channels();
        int space = workload.space();
        int rows = workload.elements() / channels;
        switch (form()) {
            case ROWS ->
                HandWritten.rowsBackward(
                        workload.norm().centred(), rows, channels, x, gamma, dy, mean, scale, dx, dgamma, dbeta);
            case FIRST -> HandWritten.batchBackward(n, channels, space, x, gamma, dy, mean, scale, dx, dgamma, dbeta);
            case LAST -> HandWrittenGroups.lastBackward(rows, channels, x, gamma, dy, mean, scale, dx, dgamma, dbeta);
            case GROUPS -> {
                int groups = workload.statistics() / n;
                HandWrittenGroups.groupsBackward(
                        n, groups, channels / groups, space, x, gamma, dy, mean, scale, dx, dgamma, dbeta);
            }
        }
    }

    @Override
    public void spoil() {
        sets.spoil();
        Arrays.fill(dgamma, Float.NaN);
        Arrays.fill(dbeta, Float.NaN);
    }

    @Override
    public float[] result(String name) {
        return switch (name) {
            case "y" -> sets.y()[0];
            case "dx" -> sets.dx()[0];
            case "dgamma" -> dgamma;
            case "dbeta" -> dbeta;
            default -> throw new IllegalArgumentException("result `" + name + "`: there is y, dx, dgamma, dbeta");
        };
    }

    private Form form() {
        return switch (workload.norm()) {
            case LAYER, RMS -> Form.ROWS;
            case BATCH -> workload.space() == 1 ? Form.LAST : Form.FIRST;
            case BATCH_LAST -> Form.LAST;
            case INSTANCE, GROUP -> Form.GROUPS;
        };
    }

    private enum Form {
        ROWS,
        FIRST,
        LAST,
        GROUPS
    }
}
