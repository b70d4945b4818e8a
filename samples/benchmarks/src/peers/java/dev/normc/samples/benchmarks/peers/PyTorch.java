package dev.normc.samples.benchmarks.peers;

import dev.normc.samples.benchmarks.BufferSets;
import dev.normc.samples.benchmarks.Data;
import dev.normc.samples.benchmarks.Direction;
import dev.normc.samples.benchmarks.Engine;
import dev.normc.samples.benchmarks.Norm;
import dev.normc.samples.benchmarks.Workload;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * PyTorch: the functions that its own layers call, {@code native_layer_norm} and its like, without autograd around them.
 *
 * <p>RMS normalization has no gradient of its own there: {@code rms_norm} is differentiated by autograd. Instance
 * normalization is {@code native_group_norm} with a group for each channel, faster than what {@code F.instance_norm}
 * does. Results are new tensors, from the allocator of the process; those of
 * the call before on the same set are given back first.
 */
public final class PyTorch implements Engine {
    private static final double MOMENTUM = 0.1;

    private Workload workload;
    private InferenceMode inference;
    private Tensor[] x;
    private Tensor[] dy;
    private Tensor gamma;
    private TensorOptional scale;
    private TensorOptional shift;
    private TensorOptional runningMean;
    private TensorOptional runningVariance;
    private Tensor mean;
    private Tensor deviation;
    private TensorOptional savedMean;
    private TensorOptional savedDeviation;
    private BoolPointer all;
    private DoubleOptional epsilon;
    private Tensor[] graphs;
    private Pointer[] forward;
    private Pointer[] backward;

    /** Loads nothing yet. */
    public PyTorch() {}

    @Override
    public String name() {
        return "PyTorch";
    }

    @Override
    public String version() {
        return "org.bytedeco:pytorch " + torch.class.getPackage().getImplementationVersion()
                + ", new result tensors each call";
    }

    @Override
    public Kind kind() {
        return Kind.PEER;
    }

    @Override
    public boolean supports(Workload workload, Direction direction) {
        return true;
    }

    @Override
    public void prepare(Workload workload, Data data, BufferSets sets) {
        this.workload = workload;
        inference = rms() ? null : new InferenceMode(true);
        NativeSets memory = NativeSets.of(sets);
        int count = sets.sets();
        x = new Tensor[count];
        dy = new Tensor[count];
        forward = new Pointer[count];
        backward = new Pointer[count];
        graphs = new Tensor[count];
        for (int set = 0; set < count; set++) {
            x[set] = tensor(memory.x()[set]);
            dy[set] = tensor(memory.dy()[set]);
        }
        int channels = workload.channels();
        gamma = torch.from_blob(NativeSets.gamma(data), channels);
        scale = new TensorOptional(gamma);
        shift = new TensorOptional(torch.from_blob(NativeSets.beta(data), channels));
        runningMean =
                new TensorOptional(torch.from_blob(NativeSets.room(channels).put(new float[channels]), channels));
        runningVariance =
                new TensorOptional(torch.from_blob(NativeSets.room(channels).put(new float[channels]), channels));
        all = new BoolPointer(3).put(0, true).put(1, true).put(2, true);
        epsilon = new DoubleOptional(workload.norm().epsilon());
        if (rms()) {
            gamma.set_requires_grad(true);
            for (int set = 0; set < count; set++) {
                x[set].set_requires_grad(true);
                graphs[set] = torch.rms_norm(x[set], new long[] {channels}, scale, epsilon);
            }
        } else {
            T_TensorTensorTensor_T first = normalized(0);
            mean = new Tensor(first.get1());
            deviation = new Tensor(first.get2());
            savedMean = new TensorOptional(mean);
            savedDeviation = new TensorOptional(deviation);
        }
    }

    private boolean rms() {
        return workload.norm() == Norm.RMS;
    }

    /** Channels-last data is a tensor of axes N, C, H, W whose strides say so. */
    private Tensor tensor(Pointer memory) {
        long[] extents =
                workload.extents().stream().mapToLong(Integer::longValue).toArray();
        if (workload.norm() != Norm.BATCH_LAST) {
            return torch.from_blob(memory, extents);
        }
        long n = extents[0];
        long h = extents[1];
        long w = extents[2];
        long c = extents[3];
        return torch.from_blob(memory, new long[] {n, c, h, w}, h * w * c, 1, w * c, c);
    }

    @Override
    public void threads(int count) {
        torch.set_num_threads(count);
    }

    @Override
    public void release(Direction direction, int set) {
        Pointer[] results = direction == Direction.FORWARD ? forward : backward;
        if (results[set] != null) {
            results[set].close();
            results[set] = null;
        }
    }

    @Override
    public void run(Direction direction, int set) {
        release(direction, set);
        if (direction == Direction.FORWARD) {
            forward[set] = rms() ? rmsForward(set) : normalized(set);
        } else {
            backward[set] = rms() ? rmsBackward(set) : gradients(set);
        }
    }

    private T_TensorTensorTensor_T normalized(int set) {
        double eps = workload.norm().epsilon();
        return switch (workload.norm()) {
            case LAYER -> torch.native_layer_norm(x[set], new long[] {workload.channels()}, scale, shift, eps);
            case BATCH, BATCH_LAST ->
                torch.native_batch_norm(x[set], scale, shift, runningMean, runningVariance, true, MOMENTUM, eps);
            case INSTANCE, GROUP ->
                torch.native_group_norm(
                        x[set],
                        scale,
                        shift,
                        workload.batch(),
                        workload.channels(),
                        workload.space(),
                        workload.statistics() / workload.batch(),
                        eps);
            case RMS -> throw new IllegalStateException("RMS normalization has other functions");
        };
    }

    private T_TensorTensorTensor_T gradients(int set) {
        return switch (workload.norm()) {
            case LAYER ->
                torch.native_layer_norm_backward(
                        dy[set], x[set], new long[] {workload.channels()}, mean, deviation, scale, shift, all);
            case BATCH, BATCH_LAST ->
                torch.native_batch_norm_backward(
                        dy[set],
                        x[set],
                        scale,
                        runningMean,
                        runningVariance,
                        savedMean,
                        savedDeviation,
                        true,
                        workload.norm().epsilon(),
                        all);
            case INSTANCE, GROUP ->
                torch.native_group_norm_backward(
                        dy[set],
                        x[set],
                        mean,
                        deviation,
                        scale,
                        workload.batch(),
                        workload.channels(),
                        workload.space(),
                        workload.statistics() / workload.batch(),
                        all);
            case RMS -> throw new IllegalStateException("RMS normalization has other functions");
        };
    }

    private Tensor rmsForward(int set) {
        InferenceMode withoutGraph = new InferenceMode(true);
        Tensor y = torch.rms_norm(x[set], new long[] {workload.channels()}, scale, epsilon);
        withoutGraph.close();
        return y;
    }

    private TensorVector rmsBackward(int set) {
        try (TensorVector outputs = new TensorVector(graphs[set]);
                TensorVector inputs = new TensorVector(x[set], gamma);
                TensorVector cotangents = new TensorVector(dy[set]);
                BoolOptional keepGraph = new BoolOptional(true)) {
            return torch.grad(outputs, inputs, cotangents, keepGraph, false, false);
        }
    }

    /** Every run makes new tensors. */
    @Override
    public void spoil() {
        release(Direction.FORWARD, 0);
        release(Direction.BACKWARD, 0);
    }

    @Override
    public float[] result(String name) {
        return switch (name) {
            case "y" -> read(rms() ? (Tensor) forward[0] : ((T_TensorTensorTensor_T) forward[0]).get0());
            case "dx" -> read(gradient(0));
            case "dgamma" -> read(gradient(1));
            case "dbeta" -> read(gradient(2));
            default -> throw new IllegalArgumentException("result `" + name + "`: there is y, dx, dgamma, dbeta");
        };
    }

    private Tensor gradient(int index) {
        if (rms()) {
            return ((TensorVector) backward[0]).get(index);
        }
        T_TensorTensorTensor_T gradients = (T_TensorTensorTensor_T) backward[0];
        return index == 0 ? gradients.get0() : index == 1 ? gradients.get1() : gradients.get2();
    }

    /** Row-major in the order of the workload's axes. */
    private float[] read(Tensor tensor) {
        boolean last = workload.norm() == Norm.BATCH_LAST && tensor.dim() == 4;
        try (Tensor dense = (last ? tensor.permute(0, 2, 3, 1) : tensor).contiguous()) {
            return NativeSets.read(new FloatPointer(dense.data_ptr()), Math.toIntExact(dense.numel()));
        }
    }

    @Override
    public void close() {
        if (inference != null) {
            inference.close();
        }
    }
}
