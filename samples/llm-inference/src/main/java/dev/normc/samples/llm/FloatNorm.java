package dev.normc.samples.llm;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.GeneratedKernels;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;
import dev.normc.samples.llm.norms.HeadNorm128;
import dev.normc.samples.llm.norms.HeadNorm128Fast;
import dev.normc.samples.llm.norms.LayerNorm768;
import dev.normc.samples.llm.norms.LayerNorm768Fast;
import dev.normc.samples.llm.norms.OffsetRmsNorm2048;
import dev.normc.samples.llm.norms.OffsetRmsNorm2048Fast;
import dev.normc.samples.llm.norms.RmsNorm2048;
import dev.normc.samples.llm.norms.RmsNorm2048Fast;
import dev.normc.samples.llm.norms.RmsNorm4096;
import dev.normc.samples.llm.norms.RmsNorm4096Fast;
import java.util.Optional;

/**
 * A norm over {@code float[]}, by hand and generated.
 *
 * @param title what it is called in tables
 * @param eps added to the mean square or the variance
 * @param weightOffset 1 where the weights are those of 1 + w, or 0
 * @param weight as many as a row has elements
 * @param bias the same; none where x is not centred
 * @param byHand the copied loop
 * @param kernel the generated class, by its static entry
 * @param fastKernel the same for arithmetic in f32
 * @param name of the class, to which Fast may be added and which has a twin in vectors
 */
record FloatNorm(
        String title,
        double eps,
        double weightOffset,
        float[] weight,
        Optional<float[]> bias,
        HandLoop byHand,
        RowNorm kernel,
        RowNorm fastKernel,
        String name) {

    static FloatNorm rmsNorm2048() {
        float[] weight = Data.weights(2048, 1, 3);
        double[] scratch = workspace(RmsNorm2048.SIGNATURE);
        double[] fastScratch = workspace(RmsNorm2048Fast.SIGNATURE);
        return new FloatNorm(
                "RMSNorm",
                1e-5,
                0,
                weight,
                Optional.empty(),
                HandWritten::rmsNorm,
                (x, xOffset, y, yOffset, rows) ->
                        RmsNorm2048.infer(x, xOffset, weight, 0, y, yOffset, scratch, 0, rows),
                (x, xOffset, y, yOffset, rows) ->
                        RmsNorm2048Fast.infer(x, xOffset, weight, 0, y, yOffset, fastScratch, 0, rows),
                "RmsNorm2048");
    }

    static FloatNorm rmsNorm4096() {
        float[] weight = Data.weights(4096, 1, 5);
        double[] scratch = workspace(RmsNorm4096.SIGNATURE);
        double[] fastScratch = workspace(RmsNorm4096Fast.SIGNATURE);
        return new FloatNorm(
                "RMSNorm",
                1e-5,
                0,
                weight,
                Optional.empty(),
                HandWritten::rmsNorm,
                (x, xOffset, y, yOffset, rows) ->
                        RmsNorm4096.infer(x, xOffset, weight, 0, y, yOffset, scratch, 0, rows),
                (x, xOffset, y, yOffset, rows) ->
                        RmsNorm4096Fast.infer(x, xOffset, weight, 0, y, yOffset, fastScratch, 0, rows),
                "RmsNorm4096");
    }

    static FloatNorm offsetRmsNorm2048() {
        float[] weight = Data.weights(2048, 0, 7);
        double[] scratch = workspace(OffsetRmsNorm2048.SIGNATURE);
        double[] fastScratch = workspace(OffsetRmsNorm2048Fast.SIGNATURE);
        return new FloatNorm(
                "RMSNorm, 1 + w",
                1e-6,
                1,
                weight,
                Optional.empty(),
                HandWritten::offsetRmsNorm,
                (x, xOffset, y, yOffset, rows) ->
                        OffsetRmsNorm2048.infer(x, xOffset, weight, 0, y, yOffset, scratch, 0, rows),
                (x, xOffset, y, yOffset, rows) ->
                        OffsetRmsNorm2048Fast.infer(x, xOffset, weight, 0, y, yOffset, fastScratch, 0, rows),
                "OffsetRmsNorm2048");
    }

    static FloatNorm layerNorm768() {
        float[] weight = Data.weights(768, 1, 11);
        float[] bias = Data.weights(768, 0, 13);
        double[] scratch = workspace(LayerNorm768.SIGNATURE);
        double[] fastScratch = workspace(LayerNorm768Fast.SIGNATURE);
        return new FloatNorm(
                "LayerNorm",
                1e-5,
                0,
                weight,
                Optional.of(bias),
                (out, outOffset, x, xOffset, scale, size, eps) ->
                        HandWritten.layerNorm(out, outOffset, x, xOffset, scale, bias, size, eps),
                (x, xOffset, y, yOffset, rows) ->
                        LayerNorm768.infer(x, xOffset, weight, 0, bias, 0, y, yOffset, scratch, 0, rows),
                (x, xOffset, y, yOffset, rows) ->
                        LayerNorm768Fast.infer(x, xOffset, weight, 0, bias, 0, y, yOffset, fastScratch, 0, rows),
                "LayerNorm768");
    }

    /** Queries or keys: the heads are the rows. */
    static FloatNorm headNorm128(float[] weight) {
        double[] scratch = workspace(HeadNorm128.SIGNATURE);
        return new FloatNorm(
                "QK-norm",
                1e-6,
                0,
                weight,
                Optional.empty(),
                HandWritten::rmsNorm,
                (x, xOffset, y, yOffset, rows) ->
                        HeadNorm128.infer(x, xOffset, weight, 0, y, yOffset, scratch, 0, rows),
                (x, xOffset, y, yOffset, rows) -> HeadNorm128Fast.infer(x, xOffset, weight, 0, y, yOffset, rows),
                "HeadNorm128");
    }

    /** Scratch for a kernel that is called by its static entry; one for each thread. */
    private static double[] workspace(KernelSignature signature) {
        return new double[signature.buffer("workspace").elements(1)];
    }

    int size() {
        return weight.length;
    }

    RowNorm rowsByHand() {
        return byHand.rows(weight, eps);
    }

    /** Somebody's own vectors, where this norm is the plain one. */
    Optional<RowNorm> rowsByHand(HandVectors loops) {
        HandLoop vectors = loops::rmsNorm;
        return bias.isPresent() || weightOffset != 0 ? Optional.empty() : Optional.of(vectors.rows(weight, eps));
    }

    /** A kernel that is chosen while the program runs is called through bindings. */
    RowNorm inVectors(String suffix, int rows) {
        NormKernel chosen = GeneratedKernels.named("dev.normc.samples.llm.vectors." + name + suffix);
        Bindings bindings = chosen.bindings(rows).set("weight", weight);
        bias.ifPresent(values -> bindings.set("bias", values));
        return (x, xOffset, y, yOffset, n) ->
                chosen.infer(bindings.set("x", x, xOffset).set("y", y, yOffset));
    }

    /** The unrounded result for rows of x. */
    Exact exact(float[] x) {
        double[] shift = bias.map(Data::wide).orElse(new double[size()]);
        return Exact.norm(bias.isPresent(), weightOffset, eps, Data.wide(x), Data.wide(weight), shift);
    }
}
