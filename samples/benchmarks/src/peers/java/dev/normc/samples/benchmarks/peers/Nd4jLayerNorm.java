package dev.normc.samples.benchmarks.peers;

import dev.normc.samples.benchmarks.BufferSets;
import dev.normc.samples.benchmarks.Data;
import dev.normc.samples.benchmarks.Direction;
import dev.normc.samples.benchmarks.Engine;
import dev.normc.samples.benchmarks.Norm;
import dev.normc.samples.benchmarks.Workload;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.LayerNorm;
import org.nd4j.linalg.api.ops.impl.transforms.custom.LayerNormBp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J: the operations {@code layer_norm} and {@code layer_norm_bp}, results in place.
 *
 * <p>Its other norms are not of this kind: {@code batchnorm} takes mean and variance from outside. The gradient
 * computes the statistics again.
 */
public final class Nd4jLayerNorm implements Engine {
    private INDArray[] x;
    private INDArray[] dy;
    private INDArray[] y;
    private INDArray[] dx;
    private INDArray gamma;
    private INDArray beta;
    private INDArray dgamma;
    private INDArray dbeta;

    /** Loads nothing yet. */
    public Nd4jLayerNorm() {}

    @Override
    public String name() {
        return "ND4J";
    }

    @Override
    public String version() {
        return "org.nd4j:nd4j-native 1.0.0-M2.1, results in place";
    }

    @Override
    public Kind kind() {
        return Kind.PEER;
    }

    @Override
    public boolean supports(Workload workload, Direction direction) {
        return workload.norm() == Norm.LAYER;
    }

    @Override
    public void prepare(Workload workload, Data data, BufferSets sets) {
        int count = sets.sets();
        x = new INDArray[count];
        dy = new INDArray[count];
        y = new INDArray[count];
        dx = new INDArray[count];
        int[] extents = {workload.batch(), workload.channels()};
        for (int set = 0; set < count; set++) {
            x[set] = Nd4j.create(sets.x()[set], extents, 'c');
            dy[set] = Nd4j.create(sets.dy()[set], extents, 'c');
            y[set] = Nd4j.create(sets.y()[set], extents, 'c');
            dx[set] = Nd4j.create(sets.dx()[set], extents, 'c');
        }
        int[] row = {workload.channels()};
        gamma = Nd4j.create(data.gamma(), row, 'c');
        beta = Nd4j.create(data.beta(), row, 'c');
        dgamma = Nd4j.create(new float[row[0]], row, 'c');
        dbeta = Nd4j.create(new float[row[0]], row, 'c');
    }

    @Override
    public void threads(int count) {
        Nd4j.getEnvironment().setMaxThreads(count);
        Nd4j.getEnvironment().setMaxMasterThreads(count);
    }

    @Override
    public void run(Direction direction, int set) {
        if (direction == Direction.FORWARD) {
            Nd4j.exec(new LayerNorm(x[set], gamma, beta, y[set], false, 1));
        } else {
            Nd4j.exec(new LayerNormBp(x[set], gamma, beta, dy[set], dx[set], dgamma, dbeta, false, 1));
        }
    }

    @Override
    public void spoil() {
        for (INDArray result : new INDArray[] {y[0], dx[0], dgamma, dbeta}) {
            result.assign(Float.NaN);
        }
    }

    @Override
    public float[] result(String name) {
        return switch (name) {
            case "y" -> y[0].data().asFloat();
            case "dx" -> dx[0].data().asFloat();
            case "dgamma" -> dgamma.data().asFloat();
            case "dbeta" -> dbeta.data().asFloat();
            default -> throw new IllegalArgumentException("result `" + name + "`: there is y, dx, dgamma, dbeta");
        };
    }
}
