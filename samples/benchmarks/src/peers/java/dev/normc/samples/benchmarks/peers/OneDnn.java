package dev.normc.samples.benchmarks.peers;

import dev.normc.samples.benchmarks.BufferSets;
import dev.normc.samples.benchmarks.Data;
import dev.normc.samples.benchmarks.Direction;
import dev.normc.samples.benchmarks.Engine;
import dev.normc.samples.benchmarks.Norm;
import dev.normc.samples.benchmarks.Workload;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.global.torch;

/**
 * oneDNN: the normalization primitives for training, in the workload's own memory order, results in place.
 *
 * <p>Instance normalization is group normalization with a group for each channel. Primitives are made once for each number of threads.
 */
public final class OneDnn implements Engine {
    private final primitive[][] primitives = new primitive[2][Direction.values().length];
    private engine cpu;
    private stream queue;
    private Workload workload;
    private IntMemoryMap[][] arguments;
    private NativeSets sets;
    private FloatPointer dgamma;
    private FloatPointer dbeta;
    private int threads = 1;

    /** Loads nothing yet. */
    public OneDnn() {}

    @Override
    public String name() {
        return "oneDNN";
    }

    @Override
    public String version() {
        return "org.bytedeco:dnnl " + dnnl.class.getPackage().getImplementationVersion() + ", results in place";
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
    public void prepare(Workload workload, Data data, BufferSets buffers) {
        this.workload = workload;
        cpu = new engine(engine.kind.cpu, 0);
        queue = new stream(cpu);
        sets = NativeSets.of(buffers);
        int channels = workload.channels();
        dgamma = NativeSets.room(channels);
        dbeta = NativeSets.room(channels);
        OneDnnPrimitives made = null;
        for (int count = 1; count <= 2; count++) {
            threads(count);
            made = OneDnnPrimitives.of(cpu, workload);
            primitives[count - 1][Direction.FORWARD.ordinal()] = made.forward();
            primitives[count - 1][Direction.BACKWARD.ordinal()] = made.backward();
        }
        memory gamma = new memory(made.params(), cpu, NativeSets.gamma(data));
        memory beta = new memory(made.params(), cpu, NativeSets.beta(data));
        memory mean = new memory(made.statistics(), cpu);
        memory variance = new memory(made.statistics(), cpu);
        memory gammaGradient = new memory(made.params(), cpu, dgamma);
        memory betaGradient = new memory(made.params(), cpu, dbeta);
        arguments = new IntMemoryMap[2][buffers.sets()];
        for (int set = 0; set < buffers.sets(); set++) {
            memory x = new memory(made.data(), cpu, sets.x()[set]);
            IntMemoryMap both = new IntMemoryMap();
            both.put(dnnl.DNNL_ARG_SRC, x).put(dnnl.DNNL_ARG_SCALE, gamma);
            both.put(dnnl.DNNL_ARG_MEAN, mean).put(dnnl.DNNL_ARG_VARIANCE, variance);
            IntMemoryMap forward = new IntMemoryMap().put(both);
            forward.put(dnnl.DNNL_ARG_DST, new memory(made.data(), cpu, sets.y()[set]));
            IntMemoryMap backward = new IntMemoryMap().put(both);
            backward.put(dnnl.DNNL_ARG_DIFF_DST, new memory(made.data(), cpu, sets.dy()[set]))
                    .put(dnnl.DNNL_ARG_DIFF_SRC, new memory(made.data(), cpu, sets.dx()[set]))
                    .put(dnnl.DNNL_ARG_DIFF_SCALE, gammaGradient);
            if (workload.norm() != Norm.RMS) {
                forward.put(dnnl.DNNL_ARG_SHIFT, beta);
                backward.put(dnnl.DNNL_ARG_DIFF_SHIFT, betaGradient);
            }
            arguments[Direction.FORWARD.ordinal()][set] = forward;
            arguments[Direction.BACKWARD.ordinal()][set] = backward;
        }
        run(Direction.FORWARD, 0);
    }

    /** oneDNN asks OpenMP, which is the one that PyTorch uses too. */
    @Override
    public void threads(int count) {
        threads = count;
        torch.set_num_threads(count);
    }

    @Override
    public void run(Direction direction, int set) {
        primitives[threads - 1][direction.ordinal()].execute(queue, arguments[direction.ordinal()][set]);
        queue._wait();
    }

    @Override
    public void spoil() {
        sets.spoil();
        dgamma.put(0, Float.NaN);
        dbeta.put(0, Float.NaN);
    }

    @Override
    public float[] result(String name) {
        return switch (name) {
            case "y" -> NativeSets.read(sets.y()[0], workload.elements());
            case "dx" -> NativeSets.read(sets.dx()[0], workload.elements());
            case "dgamma" -> NativeSets.read(dgamma, workload.channels());
            case "dbeta" -> NativeSets.read(dbeta, workload.channels());
            default -> throw new IllegalArgumentException("result `" + name + "`: there is y, dx, dgamma, dbeta");
        };
    }
}
