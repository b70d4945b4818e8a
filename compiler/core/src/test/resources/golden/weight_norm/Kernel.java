package dev.normc.generated;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;

/**
 * WeightNorm for O=3, I=4, H=2, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  v[O, ..]
 * line 4: param  g[O] = 1
 * line 5: output w = g * v / norm2[..](v)
 * </pre>
 *
 * <p>Statistics:
 *
 * <pre>
 * norm2[..](v): one value for each O, shared along I, H
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * saved_1 = sum[I, H](v^2)
 * s = sqrt(saved_1)
 * sum = sum[I, H](v * dw)
 * dv = where(s == 0, 0, -(g * sum / (s^2 * s) * v)) + g / s * dw
 * dg = sum / s
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class WeightNorm_3_4_2_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("WeightNorm", DataType.F32)
            .tensor("v", BufferRole.INPUT, new String[] {"O", "I", "H"}, new int[] {3, 4, 2}, DataType.F32, 0.0)
            .tensor("g", BufferRole.PARAM, new String[] {"O"}, new int[] {3}, DataType.F32, 1.0)
            .tensor("w", BufferRole.OUTPUT, new String[] {"O", "I", "H"}, new int[] {3, 4, 2}, DataType.F32, 0.0)
            .tensor("saved_1", BufferRole.SAVED, new String[] {"O"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("dw", BufferRole.COTANGENT, new String[] {"O", "I", "H"}, new int[] {3, 4, 2}, DataType.F32, 0.0)
            .tensor("dv", BufferRole.GRADIENT, new String[] {"O", "I", "H"}, new int[] {3, 4, 2}, DataType.F32, 0.0)
            .tensor("dg", BufferRole.GRADIENT, new String[] {"O"}, new int[] {3}, DataType.F32, 0.0)
            .workspace("workspace", 16, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 7})
            .entry(Entry.INFER, new int[] {0, 1, 2, 7})
            .entry(Entry.BACKWARD, new int[] {0, 1, 3, 4, 5, 6, 7})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 4, 5, 6, 7})
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public WeightNorm_3_4_2_f32() {
    }

    @Override
    public KernelSignature signature() {
        return SIGNATURE;
    }

    @Override
    public void forward(Bindings bindings) {
        bindings.require(SIGNATURE);
        forward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.doubles(3), bindings.offset(3),
                bindings.doubles(7), bindings.offset(7));
    }

    @Override
    public void infer(Bindings bindings) {
        bindings.require(SIGNATURE);
        infer(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.doubles(7), bindings.offset(7));
    }

    @Override
    public void backward(Bindings bindings) {
        bindings.require(SIGNATURE);
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.doubles(3), bindings.offset(3), bindings.floats(4), bindings.offset(4),
                bindings.floats(5), bindings.offset(5), bindings.floats(6), bindings.offset(6),
                bindings.doubles(7), bindings.offset(7));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
        backwardFrozen(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                bindings.offset(1), bindings.floats(4), bindings.offset(4), bindings.floats(5),
                bindings.offset(5), bindings.floats(6), bindings.offset(6), bindings.doubles(7),
                bindings.offset(7));
    }

    /**
     * Forward: outputs and the statistics that backward reads.
     *
     * <p>Writes saved_1, w. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param w output {@code w[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param wOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[O=3]}, f64, 3 elements: written
     * @param saved_1Offset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 16 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void forward(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, double[] saved_1, int saved_1Offset, double[] workspace,
            int workspaceOffset) {
        forwardChecks(v, vOffset, g, gOffset, w, wOffset, saved_1, saved_1Offset, workspace,
                workspaceOffset);
        for (int iO = 0; iO < 3; iO++) {
            forwardCollectForSaved1ThenWriteW(v, vOffset, g, gOffset, w, wOffset, saved_1,
                    saved_1Offset, workspace, workspaceOffset, iO);
        }
    }

    /**
     * For one O: keeps v in f64; collects the sum of v^2 along IH for saved_1; writes saved_1, w.
     *
     * <p>Specification, line 5.
     */
    private static void forwardCollectForSaved1ThenWriteW(float[] v, int vOffset, float[] g,
            int gOffset, float[] w, int wOffset, double[] saved_1, int saved_1Offset,
            double[] workspace, int workspaceOffset, int iO) {
        int vAtKeptBase = workspaceOffset;
        int vBase = vOffset + 8 * iO;
        {
            double vAt = (double) v[vBase + 0];
            workspace[vAtKeptBase + 0] = vAt;
        }
        {
            double vAt = (double) v[vBase + 1];
            workspace[vAtKeptBase + 1] = vAt;
        }
        {
            double vAt = (double) v[vBase + 2];
            workspace[vAtKeptBase + 2] = vAt;
        }
        {
            double vAt = (double) v[vBase + 3];
            workspace[vAtKeptBase + 3] = vAt;
        }
        {
            double vAt = (double) v[vBase + 4];
            workspace[vAtKeptBase + 4] = vAt;
        }
        {
            double vAt = (double) v[vBase + 5];
            workspace[vAtKeptBase + 5] = vAt;
        }
        {
            double vAt = (double) v[vBase + 6];
            workspace[vAtKeptBase + 6] = vAt;
        }
        {
            double vAt = (double) v[vBase + 7];
            workspace[vAtKeptBase + 7] = vAt;
        }
        double sumTotal = 0.0;
        int vAtKeptBase2 = workspaceOffset;
        double sumSum_0 = 0.0;
        double sumSum_1 = 0.0;
        double sumSum_2 = 0.0;
        double sumSum_3 = 0.0;
        double sumSum_4 = 0.0;
        double sumSum_5 = 0.0;
        double sumSum_6 = 0.0;
        double sumSum_7 = 0.0;
        double sumSum_8 = 0.0;
        double sumSum_9 = 0.0;
        double sumSum_10 = 0.0;
        double sumSum_11 = 0.0;
        double sumSum_12 = 0.0;
        double sumSum_13 = 0.0;
        double sumSum_14 = 0.0;
        double sumSum_15 = 0.0;
        {
            double vAt2 = workspace[vAtKeptBase2 + 0];
            sumSum_0 = sumSum_0 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 1];
            sumSum_1 = sumSum_1 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 2];
            sumSum_2 = sumSum_2 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 3];
            sumSum_3 = sumSum_3 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 4];
            sumSum_4 = sumSum_4 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 5];
            sumSum_5 = sumSum_5 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 6];
            sumSum_6 = sumSum_6 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 7];
            sumSum_7 = sumSum_7 + (vAt2 * vAt2);
        }
        sumSum_0 = sumSum_0 + sumSum_8;
        sumSum_1 = sumSum_1 + sumSum_9;
        sumSum_2 = sumSum_2 + sumSum_10;
        sumSum_3 = sumSum_3 + sumSum_11;
        sumSum_4 = sumSum_4 + sumSum_12;
        sumSum_5 = sumSum_5 + sumSum_13;
        sumSum_6 = sumSum_6 + sumSum_14;
        sumSum_7 = sumSum_7 + sumSum_15;
        sumSum_0 = sumSum_0 + sumSum_4;
        sumSum_1 = sumSum_1 + sumSum_5;
        sumSum_2 = sumSum_2 + sumSum_6;
        sumSum_3 = sumSum_3 + sumSum_7;
        sumSum_0 = sumSum_0 + sumSum_2;
        sumSum_1 = sumSum_1 + sumSum_3;
        sumSum_0 = sumSum_0 + sumSum_1;
        double sumSum = sumSum_0;
        sumTotal = sumSum;
        saved_1[saved_1Offset + iO] = sumTotal;
        double t = ((double) g[gOffset + iO] / Math.sqrt(sumTotal));
        int wBase = wOffset + 8 * iO;
        int vAtKeptBase3 = workspaceOffset;
        w[wBase + 0] = (float) (t * workspace[vAtKeptBase3 + 0]);
        w[wBase + 1] = (float) (t * workspace[vAtKeptBase3 + 1]);
        w[wBase + 2] = (float) (t * workspace[vAtKeptBase3 + 2]);
        w[wBase + 3] = (float) (t * workspace[vAtKeptBase3 + 3]);
        w[wBase + 4] = (float) (t * workspace[vAtKeptBase3 + 4]);
        w[wBase + 5] = (float) (t * workspace[vAtKeptBase3 + 5]);
        w[wBase + 6] = (float) (t * workspace[vAtKeptBase3 + 6]);
        w[wBase + 7] = (float) (t * workspace[vAtKeptBase3 + 7]);
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, double[] saved_1, int saved_1Offset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("v", v.length, vOffset, 24);
        Arguments.range("g", g.length, gOffset, 3);
        Arguments.range("w", w.length, wOffset, 24);
        Arguments.range("saved_1", saved_1.length, saved_1Offset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 16);
        Arguments.disjoint("w", w, wOffset, 24, "v", v, vOffset, 24);
        Arguments.disjoint("w", w, wOffset, 24, "g", g, gOffset, 3);
        Arguments.disjoint("saved_1", saved_1, saved_1Offset, 3, "workspace", workspace, workspaceOffset, 16);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes w. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param w output {@code w[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param wOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 16 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void infer(float[] v, int vOffset, float[] g, int gOffset, float[] w, int wOffset,
            double[] workspace, int workspaceOffset) {
        inferChecks(v, vOffset, g, gOffset, w, wOffset, workspace, workspaceOffset);
        for (int iO = 0; iO < 3; iO++) {
            inferWriteW(v, vOffset, g, gOffset, w, wOffset, workspace, workspaceOffset, iO);
        }
    }

    /**
     * For one O: keeps v in f64; collects the sum of v^2 along IH for w; writes w.
     *
     * <p>Specification, line 5.
     */
    private static void inferWriteW(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, double[] workspace, int workspaceOffset, int iO) {
        int vAtKeptBase = workspaceOffset;
        int vBase = vOffset + 8 * iO;
        {
            double vAt = (double) v[vBase + 0];
            workspace[vAtKeptBase + 0] = vAt;
        }
        {
            double vAt = (double) v[vBase + 1];
            workspace[vAtKeptBase + 1] = vAt;
        }
        {
            double vAt = (double) v[vBase + 2];
            workspace[vAtKeptBase + 2] = vAt;
        }
        {
            double vAt = (double) v[vBase + 3];
            workspace[vAtKeptBase + 3] = vAt;
        }
        {
            double vAt = (double) v[vBase + 4];
            workspace[vAtKeptBase + 4] = vAt;
        }
        {
            double vAt = (double) v[vBase + 5];
            workspace[vAtKeptBase + 5] = vAt;
        }
        {
            double vAt = (double) v[vBase + 6];
            workspace[vAtKeptBase + 6] = vAt;
        }
        {
            double vAt = (double) v[vBase + 7];
            workspace[vAtKeptBase + 7] = vAt;
        }
        double sumTotal = 0.0;
        int vAtKeptBase2 = workspaceOffset;
        double sumSum_0 = 0.0;
        double sumSum_1 = 0.0;
        double sumSum_2 = 0.0;
        double sumSum_3 = 0.0;
        double sumSum_4 = 0.0;
        double sumSum_5 = 0.0;
        double sumSum_6 = 0.0;
        double sumSum_7 = 0.0;
        double sumSum_8 = 0.0;
        double sumSum_9 = 0.0;
        double sumSum_10 = 0.0;
        double sumSum_11 = 0.0;
        double sumSum_12 = 0.0;
        double sumSum_13 = 0.0;
        double sumSum_14 = 0.0;
        double sumSum_15 = 0.0;
        {
            double vAt2 = workspace[vAtKeptBase2 + 0];
            sumSum_0 = sumSum_0 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 1];
            sumSum_1 = sumSum_1 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 2];
            sumSum_2 = sumSum_2 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 3];
            sumSum_3 = sumSum_3 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 4];
            sumSum_4 = sumSum_4 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 5];
            sumSum_5 = sumSum_5 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 6];
            sumSum_6 = sumSum_6 + (vAt2 * vAt2);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 7];
            sumSum_7 = sumSum_7 + (vAt2 * vAt2);
        }
        sumSum_0 = sumSum_0 + sumSum_8;
        sumSum_1 = sumSum_1 + sumSum_9;
        sumSum_2 = sumSum_2 + sumSum_10;
        sumSum_3 = sumSum_3 + sumSum_11;
        sumSum_4 = sumSum_4 + sumSum_12;
        sumSum_5 = sumSum_5 + sumSum_13;
        sumSum_6 = sumSum_6 + sumSum_14;
        sumSum_7 = sumSum_7 + sumSum_15;
        sumSum_0 = sumSum_0 + sumSum_4;
        sumSum_1 = sumSum_1 + sumSum_5;
        sumSum_2 = sumSum_2 + sumSum_6;
        sumSum_3 = sumSum_3 + sumSum_7;
        sumSum_0 = sumSum_0 + sumSum_2;
        sumSum_1 = sumSum_1 + sumSum_3;
        sumSum_0 = sumSum_0 + sumSum_1;
        double sumSum = sumSum_0;
        sumTotal = sumSum;
        double t = ((double) g[gOffset + iO] / Math.sqrt(sumTotal));
        int wBase = wOffset + 8 * iO;
        int vAtKeptBase3 = workspaceOffset;
        w[wBase + 0] = (float) (t * workspace[vAtKeptBase3 + 0]);
        w[wBase + 1] = (float) (t * workspace[vAtKeptBase3 + 1]);
        w[wBase + 2] = (float) (t * workspace[vAtKeptBase3 + 2]);
        w[wBase + 3] = (float) (t * workspace[vAtKeptBase3 + 3]);
        w[wBase + 4] = (float) (t * workspace[vAtKeptBase3 + 4]);
        w[wBase + 5] = (float) (t * workspace[vAtKeptBase3 + 5]);
        w[wBase + 6] = (float) (t * workspace[vAtKeptBase3 + 6]);
        w[wBase + 7] = (float) (t * workspace[vAtKeptBase3 + 7]);
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("v", v.length, vOffset, 24);
        Arguments.range("g", g.length, gOffset, 3);
        Arguments.range("w", w.length, wOffset, 24);
        Arguments.range("workspace", workspace.length, workspaceOffset, 16);
        Arguments.disjoint("w", w, wOffset, 24, "v", v, vOffset, 24);
        Arguments.disjoint("w", w, wOffset, 24, "g", g, gOffset, 3);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dv, dg. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[O=3]}, f64, 3 elements: read
     * @param saved_1Offset where it begins in its array
     * @param dw cotangent of w {@code dw[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param dwOffset where it begins in its array
     * @param dv gradient of v {@code dv[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param dvOffset where it begins in its array
     * @param dg gradient of g {@code dg[O=3]}, f32, 3 elements: written
     * @param dgOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 16 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backward(float[] v, int vOffset, float[] g, int gOffset, double[] saved_1,
            int saved_1Offset, float[] dw, int dwOffset, float[] dv, int dvOffset, float[] dg,
            int dgOffset, double[] workspace, int workspaceOffset) {
        backwardChecks(v, vOffset, g, gOffset, saved_1, saved_1Offset, dw, dwOffset, dv, dvOffset,
                dg, dgOffset, workspace, workspaceOffset);
        for (int iO = 0; iO < 3; iO++) {
            backwardWriteDvAndDg(v, vOffset, g, gOffset, saved_1, saved_1Offset, dw, dwOffset, dv,
                    dvOffset, dg, dgOffset, workspace, workspaceOffset, iO);
        }
    }

    /**
     * For one O: keeps v in f64; dw in f64; collects the sum of v * dw along IH for dg; writes dv, dg.
     *
     * <p>Specification, lines 3, 4.
     */
    private static void backwardWriteDvAndDg(float[] v, int vOffset, float[] g, int gOffset,
            double[] saved_1, int saved_1Offset, float[] dw, int dwOffset, float[] dv, int dvOffset,
            float[] dg, int dgOffset, double[] workspace, int workspaceOffset, int iO) {
        int vAtKeptBase = workspaceOffset;
        int dwAtKeptBase = workspaceOffset + 8;
        int vBase = vOffset + 8 * iO;
        int dwBase = dwOffset + 8 * iO;
        {
            double vAt = (double) v[vBase + 0];
            workspace[vAtKeptBase + 0] = vAt;
            double dwAt = (double) dw[dwBase + 0];
            workspace[dwAtKeptBase + 0] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 1];
            workspace[vAtKeptBase + 1] = vAt;
            double dwAt = (double) dw[dwBase + 1];
            workspace[dwAtKeptBase + 1] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 2];
            workspace[vAtKeptBase + 2] = vAt;
            double dwAt = (double) dw[dwBase + 2];
            workspace[dwAtKeptBase + 2] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 3];
            workspace[vAtKeptBase + 3] = vAt;
            double dwAt = (double) dw[dwBase + 3];
            workspace[dwAtKeptBase + 3] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 4];
            workspace[vAtKeptBase + 4] = vAt;
            double dwAt = (double) dw[dwBase + 4];
            workspace[dwAtKeptBase + 4] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 5];
            workspace[vAtKeptBase + 5] = vAt;
            double dwAt = (double) dw[dwBase + 5];
            workspace[dwAtKeptBase + 5] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 6];
            workspace[vAtKeptBase + 6] = vAt;
            double dwAt = (double) dw[dwBase + 6];
            workspace[dwAtKeptBase + 6] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 7];
            workspace[vAtKeptBase + 7] = vAt;
            double dwAt = (double) dw[dwBase + 7];
            workspace[dwAtKeptBase + 7] = dwAt;
        }
        double sumTotal = 0.0;
        int vAtKeptBase2 = workspaceOffset;
        int dwAtKeptBase2 = workspaceOffset + 8;
        double sumSum_0 = 0.0;
        double sumSum_1 = 0.0;
        double sumSum_2 = 0.0;
        double sumSum_3 = 0.0;
        double sumSum_4 = 0.0;
        double sumSum_5 = 0.0;
        double sumSum_6 = 0.0;
        double sumSum_7 = 0.0;
        double sumSum_8 = 0.0;
        double sumSum_9 = 0.0;
        double sumSum_10 = 0.0;
        double sumSum_11 = 0.0;
        double sumSum_12 = 0.0;
        double sumSum_13 = 0.0;
        double sumSum_14 = 0.0;
        double sumSum_15 = 0.0;
        sumSum_0 = sumSum_0 + (workspace[vAtKeptBase2 + 0] * workspace[dwAtKeptBase2 + 0]);
        sumSum_1 = sumSum_1 + (workspace[vAtKeptBase2 + 1] * workspace[dwAtKeptBase2 + 1]);
        sumSum_2 = sumSum_2 + (workspace[vAtKeptBase2 + 2] * workspace[dwAtKeptBase2 + 2]);
        sumSum_3 = sumSum_3 + (workspace[vAtKeptBase2 + 3] * workspace[dwAtKeptBase2 + 3]);
        sumSum_4 = sumSum_4 + (workspace[vAtKeptBase2 + 4] * workspace[dwAtKeptBase2 + 4]);
        sumSum_5 = sumSum_5 + (workspace[vAtKeptBase2 + 5] * workspace[dwAtKeptBase2 + 5]);
        sumSum_6 = sumSum_6 + (workspace[vAtKeptBase2 + 6] * workspace[dwAtKeptBase2 + 6]);
        sumSum_7 = sumSum_7 + (workspace[vAtKeptBase2 + 7] * workspace[dwAtKeptBase2 + 7]);
        sumSum_0 = sumSum_0 + sumSum_8;
        sumSum_1 = sumSum_1 + sumSum_9;
        sumSum_2 = sumSum_2 + sumSum_10;
        sumSum_3 = sumSum_3 + sumSum_11;
        sumSum_4 = sumSum_4 + sumSum_12;
        sumSum_5 = sumSum_5 + sumSum_13;
        sumSum_6 = sumSum_6 + sumSum_14;
        sumSum_7 = sumSum_7 + sumSum_15;
        sumSum_0 = sumSum_0 + sumSum_4;
        sumSum_1 = sumSum_1 + sumSum_5;
        sumSum_2 = sumSum_2 + sumSum_6;
        sumSum_3 = sumSum_3 + sumSum_7;
        sumSum_0 = sumSum_0 + sumSum_2;
        sumSum_1 = sumSum_1 + sumSum_3;
        sumSum_0 = sumSum_0 + sumSum_1;
        double sumSum = sumSum_0;
        sumTotal = sumSum;
        double t = Math.sqrt(saved_1[saved_1Offset + iO]);
        double gAt = (double) g[gOffset + iO];
        double t2 = ((gAt * sumTotal) / ((t * t) * t));
        double t3 = (gAt / t);
        int dvBase = dvOffset + 8 * iO;
        int vAtKeptBase3 = workspaceOffset;
        int dwAtKeptBase3 = workspaceOffset + 8;
        dv[dvBase + 0] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 0]))) + (t3 * workspace[dwAtKeptBase3 + 0]));
        dv[dvBase + 1] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 1]))) + (t3 * workspace[dwAtKeptBase3 + 1]));
        dv[dvBase + 2] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 2]))) + (t3 * workspace[dwAtKeptBase3 + 2]));
        dv[dvBase + 3] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 3]))) + (t3 * workspace[dwAtKeptBase3 + 3]));
        dv[dvBase + 4] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 4]))) + (t3 * workspace[dwAtKeptBase3 + 4]));
        dv[dvBase + 5] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 5]))) + (t3 * workspace[dwAtKeptBase3 + 5]));
        dv[dvBase + 6] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 6]))) + (t3 * workspace[dwAtKeptBase3 + 6]));
        dv[dvBase + 7] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 7]))) + (t3 * workspace[dwAtKeptBase3 + 7]));
        dg[dgOffset + iO] = (float) (sumTotal / t);
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] v, int vOffset, float[] g, int gOffset,
            double[] saved_1, int saved_1Offset, float[] dw, int dwOffset, float[] dv, int dvOffset,
            float[] dg, int dgOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("v", v.length, vOffset, 24);
        Arguments.range("g", g.length, gOffset, 3);
        Arguments.range("saved_1", saved_1.length, saved_1Offset, 3);
        Arguments.range("dw", dw.length, dwOffset, 24);
        Arguments.range("dv", dv.length, dvOffset, 24);
        Arguments.range("dg", dg.length, dgOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 16);
        Arguments.disjoint("dv", dv, dvOffset, 24, "v", v, vOffset, 24);
        Arguments.disjoint("dv", dv, dvOffset, 24, "g", g, gOffset, 3);
        Arguments.disjoint("dv", dv, dvOffset, 24, "dw", dw, dwOffset, 24);
        Arguments.disjoint("dv", dv, dvOffset, 24, "dg", dg, dgOffset, 3);
        Arguments.disjoint("dg", dg, dgOffset, 3, "v", v, vOffset, 24);
        Arguments.disjoint("dg", dg, dgOffset, 3, "g", g, gOffset, 3);
        Arguments.disjoint("dg", dg, dgOffset, 3, "dw", dw, dwOffset, 24);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 16, "saved_1", saved_1, saved_1Offset, 3);
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dv, dg. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param dw cotangent of w {@code dw[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param dwOffset where it begins in its array
     * @param dv gradient of v {@code dv[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param dvOffset where it begins in its array
     * @param dg gradient of g {@code dg[O=3]}, f32, 3 elements: written
     * @param dgOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 16 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backwardFrozen(float[] v, int vOffset, float[] g, int gOffset, float[] dw,
            int dwOffset, float[] dv, int dvOffset, float[] dg, int dgOffset, double[] workspace,
            int workspaceOffset) {
        backwardFrozenChecks(v, vOffset, g, gOffset, dw, dwOffset, dv, dvOffset, dg, dgOffset,
                workspace, workspaceOffset);
        for (int iO = 0; iO < 3; iO++) {
            backwardFrozenWriteDvAndDg(v, vOffset, g, gOffset, dw, dwOffset, dv, dvOffset, dg,
                    dgOffset, workspace, workspaceOffset, iO);
        }
    }

    /**
     * For one O: keeps v in f64; dw in f64; collects the sum of v^2 along IH for dg; the sum of v * dw
     * along IH for dg; writes dv, dg.
     *
     * <p>Specification, lines 3, 4.
     */
    private static void backwardFrozenWriteDvAndDg(float[] v, int vOffset, float[] g, int gOffset,
            float[] dw, int dwOffset, float[] dv, int dvOffset, float[] dg, int dgOffset,
            double[] workspace, int workspaceOffset, int iO) {
        int vAtKeptBase = workspaceOffset;
        int dwAtKeptBase = workspaceOffset + 8;
        int vBase = vOffset + 8 * iO;
        int dwBase = dwOffset + 8 * iO;
        {
            double vAt = (double) v[vBase + 0];
            workspace[vAtKeptBase + 0] = vAt;
            double dwAt = (double) dw[dwBase + 0];
            workspace[dwAtKeptBase + 0] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 1];
            workspace[vAtKeptBase + 1] = vAt;
            double dwAt = (double) dw[dwBase + 1];
            workspace[dwAtKeptBase + 1] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 2];
            workspace[vAtKeptBase + 2] = vAt;
            double dwAt = (double) dw[dwBase + 2];
            workspace[dwAtKeptBase + 2] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 3];
            workspace[vAtKeptBase + 3] = vAt;
            double dwAt = (double) dw[dwBase + 3];
            workspace[dwAtKeptBase + 3] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 4];
            workspace[vAtKeptBase + 4] = vAt;
            double dwAt = (double) dw[dwBase + 4];
            workspace[dwAtKeptBase + 4] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 5];
            workspace[vAtKeptBase + 5] = vAt;
            double dwAt = (double) dw[dwBase + 5];
            workspace[dwAtKeptBase + 5] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 6];
            workspace[vAtKeptBase + 6] = vAt;
            double dwAt = (double) dw[dwBase + 6];
            workspace[dwAtKeptBase + 6] = dwAt;
        }
        {
            double vAt = (double) v[vBase + 7];
            workspace[vAtKeptBase + 7] = vAt;
            double dwAt = (double) dw[dwBase + 7];
            workspace[dwAtKeptBase + 7] = dwAt;
        }
        double sumTotal = 0.0;
        double sumTotal2 = 0.0;
        int vAtKeptBase2 = workspaceOffset;
        int dwAtKeptBase2 = workspaceOffset + 8;
        double sumSum_0 = 0.0;
        double sumSum_1 = 0.0;
        double sumSum_2 = 0.0;
        double sumSum_3 = 0.0;
        double sumSum_4 = 0.0;
        double sumSum_5 = 0.0;
        double sumSum_6 = 0.0;
        double sumSum_7 = 0.0;
        double sumSum_8 = 0.0;
        double sumSum_9 = 0.0;
        double sumSum_10 = 0.0;
        double sumSum_11 = 0.0;
        double sumSum_12 = 0.0;
        double sumSum_13 = 0.0;
        double sumSum_14 = 0.0;
        double sumSum_15 = 0.0;
        double sumSum2_0 = 0.0;
        double sumSum2_1 = 0.0;
        double sumSum2_2 = 0.0;
        double sumSum2_3 = 0.0;
        double sumSum2_4 = 0.0;
        double sumSum2_5 = 0.0;
        double sumSum2_6 = 0.0;
        double sumSum2_7 = 0.0;
        double sumSum2_8 = 0.0;
        double sumSum2_9 = 0.0;
        double sumSum2_10 = 0.0;
        double sumSum2_11 = 0.0;
        double sumSum2_12 = 0.0;
        double sumSum2_13 = 0.0;
        double sumSum2_14 = 0.0;
        double sumSum2_15 = 0.0;
        {
            double vAt2 = workspace[vAtKeptBase2 + 0];
            sumSum_0 = sumSum_0 + (vAt2 * vAt2);
            sumSum2_0 = sumSum2_0 + (vAt2 * workspace[dwAtKeptBase2 + 0]);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 1];
            sumSum_1 = sumSum_1 + (vAt2 * vAt2);
            sumSum2_1 = sumSum2_1 + (vAt2 * workspace[dwAtKeptBase2 + 1]);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 2];
            sumSum_2 = sumSum_2 + (vAt2 * vAt2);
            sumSum2_2 = sumSum2_2 + (vAt2 * workspace[dwAtKeptBase2 + 2]);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 3];
            sumSum_3 = sumSum_3 + (vAt2 * vAt2);
            sumSum2_3 = sumSum2_3 + (vAt2 * workspace[dwAtKeptBase2 + 3]);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 4];
            sumSum_4 = sumSum_4 + (vAt2 * vAt2);
            sumSum2_4 = sumSum2_4 + (vAt2 * workspace[dwAtKeptBase2 + 4]);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 5];
            sumSum_5 = sumSum_5 + (vAt2 * vAt2);
            sumSum2_5 = sumSum2_5 + (vAt2 * workspace[dwAtKeptBase2 + 5]);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 6];
            sumSum_6 = sumSum_6 + (vAt2 * vAt2);
            sumSum2_6 = sumSum2_6 + (vAt2 * workspace[dwAtKeptBase2 + 6]);
        }
        {
            double vAt2 = workspace[vAtKeptBase2 + 7];
            sumSum_7 = sumSum_7 + (vAt2 * vAt2);
            sumSum2_7 = sumSum2_7 + (vAt2 * workspace[dwAtKeptBase2 + 7]);
        }
        sumSum_0 = sumSum_0 + sumSum_8;
        sumSum_1 = sumSum_1 + sumSum_9;
        sumSum_2 = sumSum_2 + sumSum_10;
        sumSum_3 = sumSum_3 + sumSum_11;
        sumSum_4 = sumSum_4 + sumSum_12;
        sumSum_5 = sumSum_5 + sumSum_13;
        sumSum_6 = sumSum_6 + sumSum_14;
        sumSum_7 = sumSum_7 + sumSum_15;
        sumSum_0 = sumSum_0 + sumSum_4;
        sumSum_1 = sumSum_1 + sumSum_5;
        sumSum_2 = sumSum_2 + sumSum_6;
        sumSum_3 = sumSum_3 + sumSum_7;
        sumSum_0 = sumSum_0 + sumSum_2;
        sumSum_1 = sumSum_1 + sumSum_3;
        sumSum_0 = sumSum_0 + sumSum_1;
        double sumSum = sumSum_0;
        sumSum2_0 = sumSum2_0 + sumSum2_8;
        sumSum2_1 = sumSum2_1 + sumSum2_9;
        sumSum2_2 = sumSum2_2 + sumSum2_10;
        sumSum2_3 = sumSum2_3 + sumSum2_11;
        sumSum2_4 = sumSum2_4 + sumSum2_12;
        sumSum2_5 = sumSum2_5 + sumSum2_13;
        sumSum2_6 = sumSum2_6 + sumSum2_14;
        sumSum2_7 = sumSum2_7 + sumSum2_15;
        sumSum2_0 = sumSum2_0 + sumSum2_4;
        sumSum2_1 = sumSum2_1 + sumSum2_5;
        sumSum2_2 = sumSum2_2 + sumSum2_6;
        sumSum2_3 = sumSum2_3 + sumSum2_7;
        sumSum2_0 = sumSum2_0 + sumSum2_2;
        sumSum2_1 = sumSum2_1 + sumSum2_3;
        sumSum2_0 = sumSum2_0 + sumSum2_1;
        double sumSum2 = sumSum2_0;
        sumTotal = sumSum;
        sumTotal2 = sumSum2;
        double t = Math.sqrt(sumTotal);
        double gAt = (double) g[gOffset + iO];
        double t2 = ((gAt * sumTotal2) / ((t * t) * t));
        double t3 = (gAt / t);
        int dvBase = dvOffset + 8 * iO;
        int vAtKeptBase3 = workspaceOffset;
        int dwAtKeptBase3 = workspaceOffset + 8;
        dv[dvBase + 0] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 0]))) + (t3 * workspace[dwAtKeptBase3 + 0]));
        dv[dvBase + 1] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 1]))) + (t3 * workspace[dwAtKeptBase3 + 1]));
        dv[dvBase + 2] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 2]))) + (t3 * workspace[dwAtKeptBase3 + 2]));
        dv[dvBase + 3] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 3]))) + (t3 * workspace[dwAtKeptBase3 + 3]));
        dv[dvBase + 4] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 4]))) + (t3 * workspace[dwAtKeptBase3 + 4]));
        dv[dvBase + 5] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 5]))) + (t3 * workspace[dwAtKeptBase3 + 5]));
        dv[dvBase + 6] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 6]))) + (t3 * workspace[dwAtKeptBase3 + 6]));
        dv[dvBase + 7] = (float) ((t == 0.0 ? 0.0 : (-(t2 * workspace[vAtKeptBase3 + 7]))) + (t3 * workspace[dwAtKeptBase3 + 7]));
        dg[dgOffset + iO] = (float) (sumTotal2 / t);
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] v, int vOffset, float[] g, int gOffset,
            float[] dw, int dwOffset, float[] dv, int dvOffset, float[] dg, int dgOffset,
            double[] workspace, int workspaceOffset) {
        Arguments.range("v", v.length, vOffset, 24);
        Arguments.range("g", g.length, gOffset, 3);
        Arguments.range("dw", dw.length, dwOffset, 24);
        Arguments.range("dv", dv.length, dvOffset, 24);
        Arguments.range("dg", dg.length, dgOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 16);
        Arguments.disjoint("dv", dv, dvOffset, 24, "v", v, vOffset, 24);
        Arguments.disjoint("dv", dv, dvOffset, 24, "g", g, gOffset, 3);
        Arguments.disjoint("dv", dv, dvOffset, 24, "dw", dw, dwOffset, 24);
        Arguments.disjoint("dv", dv, dvOffset, 24, "dg", dg, dgOffset, 3);
        Arguments.disjoint("dg", dg, dgOffset, 3, "v", v, vOffset, 24);
        Arguments.disjoint("dg", dg, dgOffset, 3, "g", g, gOffset, 3);
        Arguments.disjoint("dg", dg, dgOffset, 3, "dw", dw, dwOffset, 24);
    }
}
