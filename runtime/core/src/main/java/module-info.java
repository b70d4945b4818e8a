/**
 * The execution contract of kernels: all that a kernel needs beside {@code java.base}.
 *
 * <p>{@code dev.normc.runtime.vector} needs {@code jdk.incubator.vector}, too. It is not required here, not even as
 * {@code static}: compilers would then warn every module that requires this one of an incubating module.
 */
module dev.normc.runtime {
    exports dev.normc.runtime;
    exports dev.normc.runtime.math;
    exports dev.normc.runtime.npy;
    exports dev.normc.runtime.vector;

    uses dev.normc.runtime.KernelProvider;
    uses dev.normc.runtime.NormKernel;
}
