package dev.normc.samples.benchmarks;

/** The norms that are measured, with the title that tables and options use. */
public enum Norm {
    LAYER("LN", "LayerNorm", 1e-5),
    RMS("RMS", "RMSNorm", 1e-6),
    BATCH("BN", "BatchNorm", 1e-5),
    BATCH_LAST("BN-last", "BatchNormLast", 1e-5),
    INSTANCE("IN", "InstanceNorm", 1e-5),
    GROUP("GN32", "GroupNorm", 1e-5);

    private final String title;
    private final String specification;
    private final double epsilon;

    Norm(String title, String specification, double epsilon) {
        this.title = title;
        this.specification = specification;
        this.epsilon = epsilon;
    }

    /** The short title: {@code BN}. */
    public String title() {
        return title;
    }

    /** Its name among the norms that come with normc. */
    public String specification() {
        return specification;
    }

    /** What is added inside the root. */
    public double epsilon() {
        return epsilon;
    }

    /** Whether the mean is subtracted and a shift added. */
    public boolean centred() {
        return this != RMS;
    }
}
