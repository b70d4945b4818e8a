/** A module with a kernel in it: of normc it needs the runtime. */
module com.acme.ahead {
    requires dev.normc.runtime;

    provides dev.normc.runtime.NormKernel with
            dev.normc.samples.aheadoftime.norms.LayerNorm96;
}
