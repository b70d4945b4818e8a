package dev.normc.runtime;

/**
 * One compiled normalization for one shape.
 *
 * <p>A kernel holds no state and is safe to share between threads, each with {@link Bindings} of its own. An entry
 * checks every buffer before it writes anything, and allocates nothing once its buffers are bound.
 */
public interface NormKernel {

    /** The buffers of this kernel and the arguments of its entries. */
    KernelSignature signature();

    /**
     * Training forward: outputs, saved statistics, then state updates.
     *
     * @throws IllegalArgumentException naming the buffer if one does not fit; nothing has been written then
     * @throws IllegalStateException naming the input or mask that has not been set
     * @throws UnsupportedOperationException if the kernel was compiled without this entry
     */
    default void forward(Bindings bindings) {
        throw new UnsupportedOperationException(without("forward"));
    }

    /** Outputs with every tracked statistic read from its state; errors as {@link #forward}. */
    default void infer(Bindings bindings) {
        throw new UnsupportedOperationException(without("infer"));
    }

    /**
     * Gradients of every input and param from the cotangents of the outputs, with the statistics that the last
     * {@link #forward} on the same bindings saved; errors as {@link #forward}.
     */
    default void backward(Bindings bindings) {
        throw new UnsupportedOperationException(without("backward"));
    }

    /** Gradients of {@link #infer}: tracked statistics are constants; errors as {@link #forward}. */
    default void backwardFrozen(Bindings bindings) {
        throw new UnsupportedOperationException(without("backwardFrozen"));
    }

    /**
     * The second derivative: for cotangents {@code ddx}, {@code ddgamma}, ... of the gradients that {@link #backward}
     * writes, the gradient of their scalar product with those, {@code g2_x}, {@code g2_gamma}, ..., {@code g2_dy}, with
     * respect to every input, param and cotangent. Statistics are functions of the inputs. Needs a kernel compiled with
     * {@link CompileOptions#withOrder}, and after an update of states the {@link #forward} before it; errors as
     * {@link #forward}.
     *
     * @throws UnsupportedOperationException if the kernel was compiled for order 1
     */
    default void backward2(Bindings bindings) {
        throw new UnsupportedOperationException(orderOne());
    }

    /** The same for {@link #backwardFrozen}. */
    default void backwardFrozen2(Bindings bindings) {
        throw new UnsupportedOperationException(orderOne());
    }

    /** The statistics of this shard, to be merged: {@link ShardStatistics}; errors as {@link #forward}. */
    default void partial(Bindings bindings) {
        throw new UnsupportedOperationException(notSharded());
    }

    /** {@link #forward} of this shard with merged statistics; errors as {@link #forward}. */
    default void finish(Bindings bindings) {
        throw new UnsupportedOperationException(notSharded());
    }

    /** The sums of this shard that gradients need, to be merged; errors as {@link #forward}. */
    default void backwardPartial(Bindings bindings) {
        throw new UnsupportedOperationException(notSharded());
    }

    /** {@link #backward} of this shard with merged sums; errors as {@link #forward}. */
    default void backwardFinish(Bindings bindings) {
        throw new UnsupportedOperationException(notSharded());
    }

    /**
     * Computes a stage of an entry for a range of the axis that its {@link KernelSignature#ranges} names. Ranges that do not
     * overlap may be computed at the same time, each with a task number of its own; together they must cover the axis.
     * {@link #combine} comes before the first stage, between two, and after the last.
     *
     * @param stage number of the stage, from 0
     * @param task number of the scratch that is overwritten, from 0; the workspace must have been made for so many tasks:
     *     {@link Bindings#reserve}
     * @param begin first position of the range, a multiple of {@link EntryRange#unit}
     * @param end behind its last position: such a multiple too, or the extent
     * @throws IllegalArgumentException naming what does not fit; nothing has been written then
     * @throws UnsupportedOperationException if the entry cannot be cut
     */
    default void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        throw new UnsupportedOperationException(notCut(entry));
    }

    /**
     * Adds what the ranges of a stage left, in an order that does not depend on the ranges, and prepares the next stage;
     * errors as {@link #run}.
     *
     * @param done stages that are complete: 0 before the first, {@link EntryRange#stages} after the last, which completes
     *     the entry
     */
    default void combine(Entry entry, Bindings bindings, int done) {
        throw new UnsupportedOperationException(notCut(entry));
    }

    private String notCut(Entry entry) {
        return "`" + signature().norm() + "`: " + entry.method() + " cannot be cut into ranges";
    }

    private String without(String entry) {
        return "`" + signature().norm() + "` was compiled without `" + entry + "`: add it to the entries of its kernel";
    }

    private String notSharded() {
        return "`" + signature().norm()
                + "` was compiled without shards: use CompileOptions.DEFAULT.withShards(), or name "
                + "`partial` and the others among the entries of its kernel";
    }

    private String orderOne() {
        return "`" + signature().norm()
                + "` was compiled without its second derivative: use CompileOptions.DEFAULT.withOrder(2)";
    }

    /** The Java source of this kernel; empty where it is not at hand. */
    default String source() {
        return "";
    }

    /**
     * Buffers for a kernel without a dynamic axis.
     *
     * @throws IllegalArgumentException if the kernel has a dynamic axis
     */
    default Bindings bindings() {
        if (signature().dynamicAxis().isPresent()) {
            throw new IllegalArgumentException(
                    "axis `" + signature().dynamicAxis().get() + "` is dynamic: give its extent, bindings(extent)");
        }
        return new Bindings(signature(), 1);
    }

    /**
     * Buffers for one extent of the dynamic axis.
     *
     * @throws IllegalArgumentException if the kernel has no dynamic axis or the extent is negative
     */
    default Bindings bindings(int dynamicExtent) {
        if (signature().dynamicAxis().isEmpty()) {
            throw new IllegalArgumentException(
                    "`" + signature().norm() + "` was compiled without a dynamic axis: use bindings()");
        }
        return new Bindings(signature(), dynamicExtent);
    }
}
