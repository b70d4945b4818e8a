package dev.normc.compiler.tensor;

import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import java.util.List;
import java.util.Optional;

/**
 * A norm for one shape.
 *
 * @param train what {@code forward} computes: outputs and state updates
 * @param infer what {@code infer} computes: outputs, with tracked statistics read from their states
 * @param buffers the declared tensors and the outputs, as callers see them, in the order of the programs' buffers
 * @param leastExtent the smallest extent that the dynamic axis may have at a call
 * @param freeAxes axes that may be dynamic: outermost wherever they stand, and in no param or state
 * @param extents what the specialization bound, for people: {@code N=?, D=768}
 */
public record SpecializedNorm(
        String name,
        DataType type,
        TensorProgram train,
        TensorProgram infer,
        List<BufferSpec> buffers,
        Optional<LeastExtent> leastExtent,
        AxisSet freeAxes,
        String extents) {

    public SpecializedNorm {
        buffers = List.copyOf(buffers);
    }

    /** A check that a kernel makes at each call, and why. */
    public record LeastExtent(int extent, String why) {}
}
