package dev.normc.samples.benchmarks.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.normc.samples.benchmarks.BufferSets;
import dev.normc.samples.benchmarks.Data;
import dev.normc.samples.benchmarks.Direction;
import dev.normc.samples.benchmarks.Engine;
import dev.normc.samples.benchmarks.Norm;
import dev.normc.samples.benchmarks.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;

/**
 * ONNX Runtime: a graph of one operator, statistics among its outputs where it has them, results in place.
 *
 * <p>There is no gradient in its inference package and no channels-last batch norm in ONNX.
 */
public final class OnnxRuntime implements Engine {
    private final OrtSession[] sessions = new OrtSession[2];
    private final List<Map<String, OnnxTensor>> inputs = new ArrayList<>();
    private final List<Map<String, OnnxTensor>> outputs = new ArrayList<>();
    private OrtEnvironment environment;
    private Workload workload;
    private NativeSets sets;
    private int threads = 1;

    /** Loads nothing yet. */
    public OnnxRuntime() {}

    @Override
    public String name() {
        return "ONNX RT";
    }

    @Override
    public String version() {
        return "com.microsoft.onnxruntime:onnxruntime " + environment.getVersion() + ", results in place";
    }

    @Override
    public Kind kind() {
        return Kind.PEER;
    }

    @Override
    public boolean supports(Workload workload, Direction direction) {
        return direction == Direction.FORWARD && workload.norm() != Norm.BATCH_LAST;
    }

    @Override
    public void prepare(Workload workload, Data data, BufferSets buffers) {
        this.workload = workload;
        environment = OrtEnvironment.getEnvironment();
        sets = NativeSets.of(buffers);
        OnnxGraph graph = OnnxGraph.of(workload);
        try {
            for (int count = 1; count <= 2; count++) {
                SessionOptions options = new SessionOptions();
                options.setIntraOpNumThreads(count);
                options.setInterOpNumThreads(1);
                // Its threads would stay awake for tens of milliseconds, into the turns of the others.
                options.addConfigEntry("session.force_spinning_stop", "1");
                options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
                sessions[count - 1] = environment.createSession(graph.model(), options);
            }
            Map<String, OnnxTensor> params = new LinkedHashMap<>();
            graph.params().forEach(name -> params.put(name, param(name, data)));
            Map<String, OnnxTensor> statistics = new LinkedHashMap<>();
            for (Map.Entry<String, long[]> output : graph.statistics().entrySet()) {
                statistics.put(
                        output.getKey(), tensor(NativeSets.room(elements(output.getValue())), output.getValue()));
            }
            for (int set = 0; set < buffers.sets(); set++) {
                Map<String, OnnxTensor> in = new LinkedHashMap<>();
                in.put("x", tensor(sets.x()[set], graph.extents()));
                in.putAll(params);
                inputs.add(in);
                Map<String, OnnxTensor> out = new LinkedHashMap<>();
                out.put("y", tensor(sets.y()[set], graph.extents()));
                out.putAll(statistics);
                outputs.add(out);
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private OnnxTensor param(String name, Data data) {
        long[] extents = {workload.channels()};
        return switch (name) {
            case "gamma" -> tensor(NativeSets.gamma(data), extents);
            case "beta" -> tensor(NativeSets.beta(data), extents);
            default -> tensor(NativeSets.room(workload.channels()).put(new float[workload.channels()]), extents);
        };
    }

    private OnnxTensor tensor(FloatPointer memory, long[] extents) {
        try {
            FloatPointer exact = new FloatPointer(memory).limit(memory.position() + elements(extents));
            return OnnxTensor.createTensor(environment, exact.asBuffer(), extents);
        } catch (OrtException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static int elements(long[] extents) {
        long elements = 1;
        for (long extent : extents) {
            elements *= extent;
        }
        return Math.toIntExact(elements);
    }

    @Override
    public void threads(int count) {
        threads = count;
    }

    @Override
    public void run(Direction direction, int set) {
        try {
            sessions[threads - 1].run(inputs.get(set), outputs.get(set)).close();
        } catch (OrtException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void spoil() {
        sets.spoil();
    }

    @Override
    public float[] result(String name) {
        return NativeSets.read(sets.y()[0], workload.elements());
    }
}
