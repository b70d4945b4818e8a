package dev.normc.samples.benchmarks;

/**
 * The norms in double, by their definitions, and how far an engine is from them.
 *
 * <p>{@code y = gamma xhat + beta}, {@code dx = r (u - mean u - xhat mean(u xhat))} with {@code u = gamma dy}, {@code r
 * = 1/sqrt(var + eps)} (Ioffe &amp; Szegedy, 2015, section 3); without the means for what does not centre. Written
 * over {@link Workload#statistic} and {@link Workload#channel}: one text for all norms, none of it from the compiler.
 */
final class Reference {
    private final boolean centred;
    private final Data data;
    private final int[] statistic;
    private final int[] channel;
    private final double[] mean;
    private final double[] scale;
    private final double[] meanU;
    private final double[] meanProduct;
    private final double[] dgamma;
    private final double[] dbeta;

    Reference(Workload workload, Data data) {
        this.centred = workload.norm().centred();
        this.data = data;
        this.statistic = new int[workload.elements()];
        this.channel = new int[workload.elements()];
        for (int i = 0; i < statistic.length; i++) {
            statistic[i] = workload.statistic(i);
            channel[i] = workload.channel(i);
        }
        int statistics = workload.statistics();
        double size = (double) workload.elements() / statistics;
        this.mean = new double[statistics];
        this.scale = new double[statistics];
        this.meanU = new double[statistics];
        this.meanProduct = new double[statistics];
        this.dgamma = new double[workload.channels()];
        this.dbeta = new double[workload.channels()];
        for (int i = 0; centred && i < data.x().length; i++) {
            mean[statistic[i]] += data.x()[i] / size;
        }
        for (int i = 0; i < data.x().length; i++) {
            double c = data.x()[i] - mean[statistic[i]];
            scale[statistic[i]] += c * c / size;
        }
        for (int s = 0; s < statistics; s++) {
            scale[s] = 1 / Math.sqrt(scale[s] + workload.norm().epsilon());
        }
        for (int i = 0; i < data.x().length; i++) {
            int s = statistic[i];
            int c = channel[i];
            double u = (double) data.gamma()[c] * data.dy()[i];
            meanU[s] += centred ? u / size : 0;
            meanProduct[s] += u * hat(i) / size;
            dgamma[c] += data.dy()[i] * hat(i);
            dbeta[c] += data.dy()[i];
        }
    }

    /**
     * Compares a result with this reference.
     *
     * @param name {@code y, dx, dgamma} or {@code dbeta}
     * @param got row-major; NaN anywhere is an infinite error
     */
    Accuracy accuracy(String name, float[] got) {
        double worst = 0;
        double largest = 0;
        int rounded = 0;
        for (int i = 0; i < got.length; i++) {
            double expected = value(name, i);
            double distance = Math.abs(got[i] - expected);
            largest = Math.max(largest, Math.abs(expected));
            worst = Math.max(worst, Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance);
            rounded += got[i] == (float) expected ? 1 : 0;
        }
        return new Accuracy(worst / Math.ulp((float) largest), (double) rounded / got.length);
    }

    /** Element {@code i} of a result. */
    double value(String name, int i) {
        return switch (name) {
            case "y" -> data.gamma()[channel[i]] * hat(i) + shift(i);
            case "dx" -> {
                int s = statistic[i];
                yield scale[s] * (u(i) - meanU[s] - hat(i) * meanProduct[s]);
            }
            case "dgamma" -> dgamma[i];
            case "dbeta" -> dbeta[i];
            default -> throw new IllegalArgumentException("result `" + name + "`: there is y, dx, dgamma, dbeta");
        };
    }

    private double hat(int i) {
        int s = statistic[i];
        return (data.x()[i] - mean[s]) * scale[s];
    }

    private double u(int i) {
        return (double) data.gamma()[channel[i]] * data.dy()[i];
    }

    private double shift(int i) {
        return centred ? data.beta()[channel[i]] : 0;
    }
}
