/** Kernels that are found by name, and their vector twins, where the JVM has vectors. */
module com.acme.norms {
    requires dev.normc.runtime;
    requires static jdk.incubator.vector;

    exports com.acme;

    provides dev.normc.runtime.NormKernel with
            com.acme.LayerNorm77;
}
