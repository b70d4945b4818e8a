package dev.normc.runtime;

/**
 * A generated kernel that computes what a plain one does in hardware vectors, for the same bindings. The bits are the same;
 * for {@link Numerics#FAST} they are within its bound.
 *
 * <p>Its class stands beside that of the plain one and is called so, with {@value #SUFFIX} and the width of its vectors in
 * bits behind it: {@code LayerNorm768Vector256}. It can be loaded only where Java was started with
 * {@code --add-modules jdk.incubator.vector}.
 */
public interface VectorTwin extends NormKernel, WarmUp {
    /** What stands between the name of the plain class and the width. */
    String SUFFIX = "Vector";
}
