package dev.normc.samples.benchmarks;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.CompileOptions;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import dev.normc.runtime.Numerics;
import dev.normc.runtime.Parallelism;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Kernels of this project, compiled for the workload's shape. */
final class Ours implements Engine {
    private final Numerics numerics;
    private Norm norm;
    private NormKernel kernel;
    private final List<Bindings> bindings = new ArrayList<>();

    Ours(Numerics numerics) {
        this.numerics = numerics;
    }

    @Override
    public String name() {
        return numerics == Numerics.EXACT ? Measured.OURS : Measured.FAST;
    }

    @Override
    public String version() {
        boolean vector = kernel.source().contains("jdk.incubator.vector");
        return "normc, numerics " + numerics.spelling() + ", " + (vector ? "vector" : "scalar") + " back end";
    }

    @Override
    public Kind kind() {
        return numerics == Numerics.EXACT ? Kind.OURS : Kind.OPTION;
    }

    @Override
    public boolean supports(Workload workload, Direction direction) {
        return true;
    }

    @Override
    public void prepare(Workload workload, Data data, BufferSets sets) {
        norm = workload.norm();
        kernel = Normc.zoo(
                workload.norm().specification(), workload.shape(), CompileOptions.DEFAULT.withNumerics(numerics));
        for (int set = 0; set < sets.sets(); set++) {
            Bindings b = kernel.bindings()
                    .set("x", sets.x()[set])
                    .set("dy", sets.dy()[set])
                    .set("y", sets.y()[set])
                    .set("dx", sets.dx()[set])
                    .set("gamma", data.gamma());
            if (workload.norm().centred()) {
                b.set("beta", data.beta());
            }
            bindings.add(b);
            kernel.forward(b);
            kernel.backward(b);
        }
    }

    @Override
    public void threads(int count) {
        Parallelism parallelism = count == 1 ? Parallelism.SERIAL : Parallelism.of(Workers.HELPER, count);
        bindings.forEach(b -> b.parallelism(parallelism));
    }

    @Override
    public void run(Direction direction, int set) {
        if (direction == Direction.FORWARD) {
            kernel.forward(bindings.get(set));
        } else {
            kernel.backward(bindings.get(set));
        }
    }

    @Override
    public void spoil() {
        for (Direction direction : Direction.values()) {
            direction.results(norm).forEach(name -> Arrays.fill(result(name), Float.NaN));
        }
    }

    @Override
    public float[] result(String name) {
        return bindings.get(0).floats(name);
    }
}
