/** A module that compiles kernels when it runs; the compiler is found as a service. */
module com.acme.jit {
    requires dev.normc.runtime;
}
