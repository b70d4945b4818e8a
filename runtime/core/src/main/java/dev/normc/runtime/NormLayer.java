package dev.normc.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A normalization for people who train: one kernel with its parameters, running state and gradients.
 *
 * <pre>{@code
 * NormLayer norm = new NormLayer(Normc.compile(Path.of("batch_norm.norm"), "N=?, C=64"));
 * float[] y = norm.forward(x);        // N is the length of x divided by 64
 * float[] dx = norm.backward(dy);     // adds to floats("dgamma") and floats("dbeta")
 * for (BufferSpec param : norm.params()) {
 *     step(norm.floats(param.name()), norm.floats("d" + param.name()));
 * }
 * norm.zeroGradients();
 * }</pre>
 *
 * <p>Arrays are dense and row-major, {@code float[]} for f32 kernels and {@code double[]} for f64. What the caller gives
 * is not copied and must not change before {@link #backward()}. Arrays of params, states and parameter gradients stay
 * the same for the layer's life and may be written; outputs and input gradients are overwritten by the next call and
 * replaced when the extent of the dynamic axis changes, which is the only time a call allocates. Not safe for use by two
 * threads at once.
 */
public final class NormLayer {

    /** What {@code forward} computes. */
    public enum Mode {
        /** Statistics of this call; the running state is updated. */
        TRAIN,
        /** Statistics from the running state, which stays; no backward. */
        INFER,
        /** As {@link #INFER}, with the backward that takes tracked statistics for constants. */
        FROZEN
    }

    private final NormKernel kernel;
    private final KernelSignature signature;
    private final BufferSpec[] given;
    private final BufferSpec[] outputs;
    private final BufferSpec[] cotangents;
    private final List<BufferSpec> params;
    private final List<BufferSpec> states;
    private final LayerArrays arrays;
    private final Object[] brought;
    private Bindings bindings;
    private Mode mode = Mode.TRAIN;
    private boolean computed;
    private Mode computedIn = Mode.TRAIN;

    /**
     * A layer with the initial values of the kernel's signature, in {@link Mode#TRAIN}.
     *
     * @throws IllegalArgumentException if the kernel's tensors are bf16 or f16, because gradients are not added up in
     *     16 bits, or stand in other memory than arrays
     */
    public NormLayer(NormKernel kernel) {
        this.kernel = Objects.requireNonNull(kernel, "kernel");
        this.signature = kernel.signature();
        LayerArrays.requireWide(signature);
        LayerArrays.requireArrays(signature);
        this.given = Stream.of(BufferRole.INPUT, BufferRole.MASK)
                .flatMap(role -> signature.buffers(role).stream())
                .toArray(BufferSpec[]::new);
        this.outputs = signature.buffers(BufferRole.OUTPUT).toArray(BufferSpec[]::new);
        this.cotangents = signature.buffers(BufferRole.COTANGENT).toArray(BufferSpec[]::new);
        this.params = signature.buffers(BufferRole.PARAM);
        this.states = signature.buffers(BufferRole.STATE);
        this.arrays = new LayerArrays(signature);
        this.brought = new Object[signature.buffers().size()];
        this.bindings = arrays.bind(new Bindings(signature, 0));
    }

    /** The kernel's buffers. */
    public KernelSignature signature() {
        return signature;
    }

    /** The parameters, in the order of the signature; the gradient of {@code p} is called {@code dp}. */
    public List<BufferSpec> params() {
        return params;
    }

    /** The running state, in the order of the signature. */
    public List<BufferSpec> states() {
        return states;
    }

    /** What the next {@code forward} computes. */
    public Mode mode() {
        return mode;
    }

    /** Switches the next {@code forward}; a {@code backward} belongs to the mode of the forward before it. */
    public NormLayer mode(Mode next) {
        mode = Objects.requireNonNull(next, "mode");
        return this;
    }

    /**
     * Gives an input, a mask or the cotangent of an output by name. Inputs and masks hold until they are given again, a
     * cotangent for one backward, also one that fails.
     *
     * @throws IllegalArgumentException naming the buffer if there is none such, it belongs to the layer or is f64
     */
    public NormLayer set(String name, float[] array) {
        return bring(name, DataType.F32, array);
    }

    /** The same for f64; errors as {@link #set(String, float[])}. */
    public NormLayer set(String name, double[] array) {
        return bring(name, DataType.F64, array);
    }

    private NormLayer bring(String name, DataType type, Object array) {
        Objects.requireNonNull(array, name);
        int slot = signature.slot(name);
        BufferSpec buffer = signature.buffers().get(slot);
        BufferRole role = buffer.role();
        if (role != BufferRole.INPUT && role != BufferRole.MASK && role != BufferRole.COTANGENT) {
            throw new IllegalArgumentException("`" + name + "`: belongs to the layer, it cannot be replaced");
        }
        LayerArrays.requireType(buffer, type);
        brought[slot] = array;
        return this;
    }

    /**
     * Computes the outputs from the arrays that were set. The extent of the dynamic axis follows from their lengths.
     *
     * @throws IllegalArgumentException naming the buffer if a length is not that of its shape, or the extent is one the
     *     kernel refuses; parameters and state are as before
     * @throws IllegalStateException naming the input or mask that has not been set
     */
    public NormLayer forward() {
        computed = false;
        int extent = arrays.extent(given, brought);
        if (extent != bindings.dynamicExtent()) {
            bindings = arrays.bind(new Bindings(signature, extent));
        }
        for (BufferSpec buffer : given) {
            LayerArrays.bind(bindings, buffer, brought[signature.slot(buffer.name())]);
        }
        switch (mode) {
            case TRAIN -> kernel.forward(bindings);
            case INFER, FROZEN -> kernel.infer(bindings);
        }
        computed = true;
        computedIn = mode;
        return this;
    }

    /** Sets the only input, computes, and hands back the first output; errors as {@link #forward()}. */
    public float[] forward(float[] input) {
        return bring(only(given), DataType.F32, input).forward().floats(outputs[0].name());
    }

    /** The same for f64. */
    public double[] forward(double[] input) {
        return bring(only(given), DataType.F64, input).forward().doubles(outputs[0].name());
    }

    /** Sets all inputs, then all masks, in the order of the signature; else as {@link #forward(float[])}. */
    public float[] forward(float[]... tensors) {
        bringAll(given, DataType.F32, tensors);
        return forward().floats(outputs[0].name());
    }

    /** The same for f64. */
    public double[] forward(double[]... tensors) {
        bringAll(given, DataType.F64, tensors);
        return forward().doubles(outputs[0].name());
    }

    /**
     * Computes the gradients of the inputs, and adds those of the params to what is there, from the cotangents that were
     * set since the last backward; one that was not set is 0.
     *
     * @throws IllegalArgumentException naming the cotangent whose length is not that of its output
     * @throws IllegalStateException if no cotangent was set, or the last forward was none or one of {@link Mode#INFER}
     * @throws UnsupportedOperationException if the kernel was compiled without a backward
     */
    public NormLayer backward() {
        try {
            bindCotangents();
            if (computedIn == Mode.TRAIN) {
                kernel.backward(bindings);
            } else {
                kernel.backwardFrozen(bindings);
            }
            arrays.accumulate();
        } finally {
            for (BufferSpec buffer : cotangents) {
                brought[signature.slot(buffer.name())] = null;
            }
        }
        return this;
    }

    private void bindCotangents() {
        if (!computed || computedIn == Mode.INFER) {
            String instead = computed ? "after a forward in mode INFER" : "needs a forward before it";
            throw new IllegalStateException("`" + signature.norm() + "`: backward " + instead);
        }
        boolean any = false;
        for (BufferSpec buffer : cotangents) {
            any |= brought[signature.slot(buffer.name())] != null;
        }
        if (!any && cotangents.length > 0) {
            throw new IllegalStateException("`d" + outputs[0].name() + "` has not been set");
        }
        for (BufferSpec buffer : cotangents) {
            int slot = signature.slot(buffer.name());
            int elements = bindings.elements(buffer.name());
            Object array = brought[slot] != null ? brought[slot] : arrays.zeros(slot, elements);
            LayerArrays.requireLength(buffer, array, elements);
            LayerArrays.bind(bindings, buffer, array);
        }
    }

    /** Sets the only cotangent and hands back the gradient of the first input; errors as {@link #backward()}. */
    public float[] backward(float[] cotangent) {
        return bring(only(cotangents), DataType.F32, cotangent).backward().floats("d" + given[0].name());
    }

    /** The same for f64. */
    public double[] backward(double[] cotangent) {
        return bring(only(cotangents), DataType.F64, cotangent).backward().doubles("d" + given[0].name());
    }

    /** Sets every gradient of a param to 0. */
    public void zeroGradients() {
        arrays.zeroGradients();
    }

    /**
     * An f32 array by name: a param, a state, the accumulated gradient of a param, an output or an input's gradient.
     *
     * @throws IllegalArgumentException naming the buffer if there is none such or it is f64
     */
    public float[] floats(String name) {
        LayerArrays.requireType(signature.buffer(name), DataType.F32);
        return (float[]) arrays.find(name).orElseGet(() -> bindings.floats(name));
    }

    /** The same for f64. */
    public double[] doubles(String name) {
        LayerArrays.requireType(signature.buffer(name), DataType.F64);
        return (double[]) arrays.find(name).orElseGet(() -> bindings.doubles(name));
    }

    /**
     * Writes params and state to one {@code .npz} archive, each under its name, or replaces it.
     *
     * @throws dev.normc.runtime.npy.NpyException naming the file if it cannot be written
     */
    public void save(Path file) {
        LayerFile.save(file, arrays.kept());
    }

    /**
     * Reads params and state from an archive that {@link #save} or NumPy wrote. Everything is checked first: after a
     * failure the layer is as before.
     *
     * @throws dev.normc.runtime.npy.NpyException naming the file if it cannot be read
     * @throws IllegalArgumentException naming the array that is missing, not of this layer, or of another shape or type
     */
    public void load(Path file) {
        LayerFile.load(file, arrays.kept());
        computed = false;
    }

    private String only(BufferSpec[] buffers) {
        if (buffers.length != 1) {
            throw new IllegalArgumentException(
                    "`" + signature.norm() + "` takes " + LayerArrays.names(buffers) + ", not one array");
        }
        return buffers[0].name();
    }

    private void bringAll(BufferSpec[] buffers, DataType type, Object[] tensors) {
        if (buffers.length != tensors.length) {
            throw new IllegalArgumentException("`" + signature.norm() + "` takes " + LayerArrays.names(buffers)
                    + ", not " + tensors.length + " arrays");
        }
        for (int i = 0; i < buffers.length; i++) {
            bring(buffers[i].name(), type, tensors[i]);
        }
    }
}
