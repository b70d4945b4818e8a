package dev.normc.generated;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;

/**
 * BatchNorm1d for N=5, C=3, f32 storage.
 *
 * <pre>
 * input  x[N, C]
 * param  gamma[C] = 1
 * param  beta[C] = 0
 *        mean = mean[N](x)
 *        var = var[N](x)
 * output y = gamma * ((x - mean) / sqrt(var + 1.0e-5)) + beta
 * track  mean as running_mean[C] = 0 decay 0.9
 * track  var as running_var[C] = 1 decay 0.9
 * </pre>
 *
 * Declared at line 2 of its specification. Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class BatchNorm1d_5_3_f32 implements NormKernel {
    public static final KernelSignature SIGNATURE = KernelSignature.builder("BatchNorm1d", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"N", "C"}, new int[] {5, 3}, DataType.F32, 0.0)
            .tensor("gamma", BufferRole.PARAM, new String[] {"C"}, new int[] {3}, DataType.F32, 1.0)
            .tensor("beta", BufferRole.PARAM, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("running_mean", BufferRole.STATE, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("running_var", BufferRole.STATE, new String[] {"C"}, new int[] {3}, DataType.F32, 1.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "C"}, new int[] {5, 3}, DataType.F32, 0.0)
            .tensor("saved_var", BufferRole.SAVED, new String[] {"C"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("saved_mean", BufferRole.SAVED, new String[] {"C"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "C"}, new int[] {5, 3}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "C"}, new int[] {5, 3}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("dbeta", BufferRole.GRADIENT, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .workspace("workspace", 56, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 12})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3, 4, 5, 12})
            .entry(Entry.BACKWARD, new int[] {0, 1, 6, 7, 8, 9, 10, 11, 12})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 3, 4, 8, 9, 10, 11, 12})
            .build();

    @Override
    public KernelSignature signature() {
        return SIGNATURE;
    }

    @Override
    public void forward(Bindings bindings) {
        bindings.require(SIGNATURE);
        forward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.floats(3), bindings.offset(3),
                bindings.floats(4), bindings.offset(4), bindings.floats(5), bindings.offset(5),
                bindings.doubles(6), bindings.offset(6), bindings.doubles(7), bindings.offset(7),
                bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void infer(Bindings bindings) {
        bindings.require(SIGNATURE);
        infer(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.floats(3), bindings.offset(3),
                bindings.floats(4), bindings.offset(4), bindings.floats(5), bindings.offset(5),
                bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void backward(Bindings bindings) {
        bindings.require(SIGNATURE);
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.doubles(6), bindings.offset(6), bindings.doubles(7), bindings.offset(7),
                bindings.floats(8), bindings.offset(8), bindings.floats(9), bindings.offset(9),
                bindings.floats(10), bindings.offset(10), bindings.floats(11), bindings.offset(11),
                bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
        backwardFrozen(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                bindings.offset(1), bindings.floats(3), bindings.offset(3), bindings.floats(4),
                bindings.offset(4), bindings.floats(8), bindings.offset(8), bindings.floats(9),
                bindings.offset(9), bindings.floats(10), bindings.offset(10), bindings.floats(11),
                bindings.offset(11), bindings.doubles(12), bindings.offset(12));
    }

    /**
     * Writes what {@link #forward(Bindings)} does.
     */
    public static void forward(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] y, int yOffset, double[] saved_var, int saved_varOffset,
            double[] saved_mean, int saved_meanOffset, double[] workspace, int workspaceOffset) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset);
        int betaAtKeptBase = workspaceOffset;
        int betaBase = betaOffset;
        {
            double betaAt = (double) beta[betaBase + 0];
            workspace[betaAtKeptBase + 0] = betaAt;
        }
        {
            double betaAt = (double) beta[betaBase + 1];
            workspace[betaAtKeptBase + 1] = betaAt;
        }
        {
            double betaAt = (double) beta[betaBase + 2];
            workspace[betaAtKeptBase + 2] = betaAt;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
        }
        for (int iN = 0; iN < 5; iN++) {
            forwardStep1(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset, iN);
        }
        int meanValueKeptBase = workspaceOffset + 16;
        int tKeptBase = workspaceOffset + 24;
        int saved_meanBase = saved_meanOffset;
        int sumTotalBase = workspaceOffset + 8;
        int running_meanBase = running_meanOffset;
        {
            double meanValue = (workspace[sumTotalBase + 0] / 5.0);
            workspace[meanValueKeptBase + 0] = meanValue;
            double t = ((0.9 * (double) running_mean[running_meanBase + 0]) + (0.09999999999999998 * meanValue));
            workspace[tKeptBase + 0] = t;
            saved_mean[saved_meanBase + 0] = meanValue;
        }
        {
            double meanValue = (workspace[sumTotalBase + 1] / 5.0);
            workspace[meanValueKeptBase + 1] = meanValue;
            double t = ((0.9 * (double) running_mean[running_meanBase + 1]) + (0.09999999999999998 * meanValue));
            workspace[tKeptBase + 1] = t;
            saved_mean[saved_meanBase + 1] = meanValue;
        }
        {
            double meanValue = (workspace[sumTotalBase + 2] / 5.0);
            workspace[meanValueKeptBase + 2] = meanValue;
            double t = ((0.9 * (double) running_mean[running_meanBase + 2]) + (0.09999999999999998 * meanValue));
            workspace[tKeptBase + 2] = t;
            saved_mean[saved_meanBase + 2] = meanValue;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 32 + iC] = 0.0;
        }
        for (int iN = 0; iN < 5; iN++) {
            forwardStep2(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset, iN);
        }
        int tKept2Base = workspaceOffset + 40;
        int tKept3Base = workspaceOffset + 48;
        int saved_varBase = saved_varOffset;
        int sumTotal2Base = workspaceOffset + 32;
        int gammaBase = gammaOffset;
        int running_varBase = running_varOffset;
        {
            double varValue = (workspace[sumTotal2Base + 0] / 5.0);
            double t3 = ((double) gamma[gammaBase + 0] / Math.sqrt((varValue + 1.0E-5)));
            workspace[tKept2Base + 0] = t3;
            double t4 = ((0.9 * (double) running_var[running_varBase + 0]) + (0.09999999999999998 * varValue));
            workspace[tKept3Base + 0] = t4;
            saved_var[saved_varBase + 0] = varValue;
        }
        {
            double varValue = (workspace[sumTotal2Base + 1] / 5.0);
            double t3 = ((double) gamma[gammaBase + 1] / Math.sqrt((varValue + 1.0E-5)));
            workspace[tKept2Base + 1] = t3;
            double t4 = ((0.9 * (double) running_var[running_varBase + 1]) + (0.09999999999999998 * varValue));
            workspace[tKept3Base + 1] = t4;
            saved_var[saved_varBase + 1] = varValue;
        }
        {
            double varValue = (workspace[sumTotal2Base + 2] / 5.0);
            double t3 = ((double) gamma[gammaBase + 2] / Math.sqrt((varValue + 1.0E-5)));
            workspace[tKept2Base + 2] = t3;
            double t4 = ((0.9 * (double) running_var[running_varBase + 2]) + (0.09999999999999998 * varValue));
            workspace[tKept3Base + 2] = t4;
            saved_var[saved_varBase + 2] = varValue;
        }
        for (int iN = 0; iN < 5; iN++) {
            forwardStep3(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset, iN);
        }
        int running_meanBase2 = running_meanOffset;
        int running_varBase2 = running_varOffset;
        int tKeptBase2 = workspaceOffset + 24;
        int tKept3Base2 = workspaceOffset + 48;
        running_mean[running_meanBase2 + 0] = (float) workspace[tKeptBase2 + 0];
        running_var[running_varBase2 + 0] = (float) workspace[tKept3Base2 + 0];
        running_mean[running_meanBase2 + 1] = (float) workspace[tKeptBase2 + 1];
        running_var[running_varBase2 + 1] = (float) workspace[tKept3Base2 + 1];
        running_mean[running_meanBase2 + 2] = (float) workspace[tKeptBase2 + 2];
        running_var[running_varBase2 + 2] = (float) workspace[tKept3Base2 + 2];
    }

    private static void forwardStep1(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int sumTotalBase = workspaceOffset + 8;
        int xBase = xOffset + 3 * iN;
        workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + (double) x[xBase + 0];
        workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + (double) x[xBase + 1];
        workspace[sumTotalBase + 2] = workspace[sumTotalBase + 2] + (double) x[xBase + 2];
    }

    private static void forwardStep2(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int sumTotal2Base = workspaceOffset + 32;
        int xBase = xOffset + 3 * iN;
        int meanValueKeptBase = workspaceOffset + 16;
        {
            double t2 = ((double) x[xBase + 0] - workspace[meanValueKeptBase + 0]);
            workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (t2 * t2);
        }
        {
            double t2 = ((double) x[xBase + 1] - workspace[meanValueKeptBase + 1]);
            workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (t2 * t2);
        }
        {
            double t2 = ((double) x[xBase + 2] - workspace[meanValueKeptBase + 2]);
            workspace[sumTotal2Base + 2] = workspace[sumTotal2Base + 2] + (t2 * t2);
        }
    }

    private static void forwardStep3(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int yBase = yOffset + 3 * iN;
        int tKept2Base = workspaceOffset + 40;
        int xBase = xOffset + 3 * iN;
        int meanValueKeptBase = workspaceOffset + 16;
        int betaAtKeptBase = workspaceOffset;
        y[yBase + 0] = (float) ((workspace[tKept2Base + 0] * ((double) x[xBase + 0] - workspace[meanValueKeptBase + 0])) + workspace[betaAtKeptBase + 0]);
        y[yBase + 1] = (float) ((workspace[tKept2Base + 1] * ((double) x[xBase + 1] - workspace[meanValueKeptBase + 1])) + workspace[betaAtKeptBase + 1]);
        y[yBase + 2] = (float) ((workspace[tKept2Base + 2] * ((double) x[xBase + 2] - workspace[meanValueKeptBase + 2])) + workspace[betaAtKeptBase + 2]);
    }

    private static void forwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 15);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("beta", beta.length, betaOffset, 3);
        Arguments.range("running_mean", running_mean.length, running_meanOffset, 3);
        Arguments.range("running_var", running_var.length, running_varOffset, 3);
        Arguments.range("y", y.length, yOffset, 15);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 3);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "beta", beta, betaOffset, 3);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "y", y, yOffset, 15);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "beta", beta, betaOffset, 3);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "y", y, yOffset, 15);
        Arguments.disjoint("y", y, yOffset, 15, "x", x, xOffset, 15);
        Arguments.disjoint("y", y, yOffset, 15, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 15, "beta", beta, betaOffset, 3);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 3, "saved_mean", saved_mean, saved_meanOffset, 3);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 3, "workspace", workspace, workspaceOffset, 56);
        Arguments.disjoint("saved_mean", saved_mean, saved_meanOffset, 3, "workspace", workspace, workspaceOffset, 56);
    }

    /**
     * Writes what {@link #infer(Bindings)} does.
     */
    public static void infer(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset) {
        inferChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, workspace,
                workspaceOffset);
        int betaAtKeptBase = workspaceOffset;
        int tKeptBase = workspaceOffset + 8;
        int betaBase = betaOffset;
        int gammaBase = gammaOffset;
        int running_varBase = running_varOffset;
        {
            double betaAt = (double) beta[betaBase + 0];
            workspace[betaAtKeptBase + 0] = betaAt;
            double t = ((double) gamma[gammaBase + 0] / Math.sqrt(((double) running_var[running_varBase + 0] + 1.0E-5)));
            workspace[tKeptBase + 0] = t;
        }
        {
            double betaAt = (double) beta[betaBase + 1];
            workspace[betaAtKeptBase + 1] = betaAt;
            double t = ((double) gamma[gammaBase + 1] / Math.sqrt(((double) running_var[running_varBase + 1] + 1.0E-5)));
            workspace[tKeptBase + 1] = t;
        }
        {
            double betaAt = (double) beta[betaBase + 2];
            workspace[betaAtKeptBase + 2] = betaAt;
            double t = ((double) gamma[gammaBase + 2] / Math.sqrt(((double) running_var[running_varBase + 2] + 1.0E-5)));
            workspace[tKeptBase + 2] = t;
        }
        for (int iN = 0; iN < 5; iN++) {
            inferStep1(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, workspace,
                    workspaceOffset, iN);
        }
    }

    private static void inferStep1(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int yBase = yOffset + 3 * iN;
        int tKeptBase = workspaceOffset + 8;
        int xBase = xOffset + 3 * iN;
        int running_meanBase = running_meanOffset;
        int betaAtKeptBase = workspaceOffset;
        y[yBase + 0] = (float) ((workspace[tKeptBase + 0] * ((double) x[xBase + 0] - (double) running_mean[running_meanBase + 0])) + workspace[betaAtKeptBase + 0]);
        y[yBase + 1] = (float) ((workspace[tKeptBase + 1] * ((double) x[xBase + 1] - (double) running_mean[running_meanBase + 1])) + workspace[betaAtKeptBase + 1]);
        y[yBase + 2] = (float) ((workspace[tKeptBase + 2] * ((double) x[xBase + 2] - (double) running_mean[running_meanBase + 2])) + workspace[betaAtKeptBase + 2]);
    }

    private static void inferChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 15);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("beta", beta.length, betaOffset, 3);
        Arguments.range("running_mean", running_mean.length, running_meanOffset, 3);
        Arguments.range("running_var", running_var.length, running_varOffset, 3);
        Arguments.range("y", y.length, yOffset, 15);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("y", y, yOffset, 15, "x", x, xOffset, 15);
        Arguments.disjoint("y", y, yOffset, 15, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 15, "beta", beta, betaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 15, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("y", y, yOffset, 15, "running_var", running_var, running_varOffset, 3);
    }

    /**
     * Writes what {@link #backward(Bindings)} does.
     */
    public static void backward(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        backwardChecks(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset);
        int tKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        int saved_varBase = saved_varOffset;
        {
            double t = ((double) gamma[gammaBase + 0] / Math.sqrt((saved_var[saved_varBase + 0] + 1.0E-5)));
            workspace[tKeptBase + 0] = t;
        }
        {
            double t = ((double) gamma[gammaBase + 1] / Math.sqrt((saved_var[saved_varBase + 1] + 1.0E-5)));
            workspace[tKeptBase + 1] = t;
        }
        {
            double t = ((double) gamma[gammaBase + 2] / Math.sqrt((saved_var[saved_varBase + 2] + 1.0E-5)));
            workspace[tKeptBase + 2] = t;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 16 + iC] = 0.0;
        }
        for (int iN = 0; iN < 5; iN++) {
            backwardStep1(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                    saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                    dbetaOffset, workspace, workspaceOffset, iN);
        }
        int tKept2Base = workspaceOffset + 24;
        int tKept3Base = workspaceOffset + 32;
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 16;
        int saved_varBase2 = saved_varOffset;
        int sumTotalBase = workspaceOffset + 8;
        {
            double sum = workspace[sumTotal2Base + 0];
            double t2 = Math.sqrt((saved_var[saved_varBase2 + 0] + 1.0E-5));
            double t3 = ((sum / 5.0) / (t2 * t2));
            workspace[tKept2Base + 0] = t3;
            double sum2 = workspace[sumTotalBase + 0];
            double t4 = (sum2 / 5.0);
            workspace[tKept3Base + 0] = t4;
            dgamma[dgammaBase + 0] = (float) (sum / t2);
            dbeta[dbetaBase + 0] = (float) sum2;
        }
        {
            double sum = workspace[sumTotal2Base + 1];
            double t2 = Math.sqrt((saved_var[saved_varBase2 + 1] + 1.0E-5));
            double t3 = ((sum / 5.0) / (t2 * t2));
            workspace[tKept2Base + 1] = t3;
            double sum2 = workspace[sumTotalBase + 1];
            double t4 = (sum2 / 5.0);
            workspace[tKept3Base + 1] = t4;
            dgamma[dgammaBase + 1] = (float) (sum / t2);
            dbeta[dbetaBase + 1] = (float) sum2;
        }
        {
            double sum = workspace[sumTotal2Base + 2];
            double t2 = Math.sqrt((saved_var[saved_varBase2 + 2] + 1.0E-5));
            double t3 = ((sum / 5.0) / (t2 * t2));
            workspace[tKept2Base + 2] = t3;
            double sum2 = workspace[sumTotalBase + 2];
            double t4 = (sum2 / 5.0);
            workspace[tKept3Base + 2] = t4;
            dgamma[dgammaBase + 2] = (float) (sum / t2);
            dbeta[dbetaBase + 2] = (float) sum2;
        }
        for (int iN = 0; iN < 5; iN++) {
            backwardStep2(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                    saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                    dbetaOffset, workspace, workspaceOffset, iN);
        }
    }

    private static void backwardStep1(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int iN) {
        int sumTotalBase = workspaceOffset + 8;
        int sumTotal2Base = workspaceOffset + 16;
        int dyBase = dyOffset + 3 * iN;
        int xBase = xOffset + 3 * iN;
        int saved_meanBase = saved_meanOffset;
        {
            double dyAt = (double) dy[dyBase + 0];
            workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + dyAt;
            workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (((double) x[xBase + 0] - saved_mean[saved_meanBase + 0]) * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 1];
            workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + dyAt;
            workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (((double) x[xBase + 1] - saved_mean[saved_meanBase + 1]) * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 2];
            workspace[sumTotalBase + 2] = workspace[sumTotalBase + 2] + dyAt;
            workspace[sumTotal2Base + 2] = workspace[sumTotal2Base + 2] + (((double) x[xBase + 2] - saved_mean[saved_meanBase + 2]) * dyAt);
        }
    }

    private static void backwardStep2(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int iN) {
        int dxBase = dxOffset + 3 * iN;
        int tKeptBase = workspaceOffset;
        int dyBase = dyOffset + 3 * iN;
        int tKept2Base = workspaceOffset + 24;
        int xBase = xOffset + 3 * iN;
        int saved_meanBase = saved_meanOffset;
        int tKept3Base = workspaceOffset + 32;
        dx[dxBase + 0] = (float) (workspace[tKeptBase + 0] * (((double) dy[dyBase + 0] - (workspace[tKept2Base + 0] * ((double) x[xBase + 0] - saved_mean[saved_meanBase + 0]))) - workspace[tKept3Base + 0]));
        dx[dxBase + 1] = (float) (workspace[tKeptBase + 1] * (((double) dy[dyBase + 1] - (workspace[tKept2Base + 1] * ((double) x[xBase + 1] - saved_mean[saved_meanBase + 1]))) - workspace[tKept3Base + 1]));
        dx[dxBase + 2] = (float) (workspace[tKeptBase + 2] * (((double) dy[dyBase + 2] - (workspace[tKept2Base + 2] * ((double) x[xBase + 2] - saved_mean[saved_meanBase + 2]))) - workspace[tKept3Base + 2]));
    }

    private static void backwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 15);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 3);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 3);
        Arguments.range("dy", dy.length, dyOffset, 15);
        Arguments.range("dx", dx.length, dxOffset, 15);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 3);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("dx", dx, dxOffset, 15, "x", x, xOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 15, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dy", dy, dyOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dgamma", dgamma, dgammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dy", dy, dyOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "dy", dy, dyOffset, 15);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 56, "saved_var", saved_var, saved_varOffset, 3);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 56, "saved_mean", saved_mean, saved_meanOffset, 3);
    }

    /**
     * Writes what {@link #backwardFrozen(Bindings)} does.
     */
    public static void backwardFrozen(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset) {
        backwardFrozenChecks(x, xOffset, gamma, gammaOffset, running_mean, running_meanOffset,
                running_var, running_varOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset,
                dbeta, dbetaOffset, workspace, workspaceOffset);
        int tKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        int running_varBase = running_varOffset;
        {
            double t = ((double) gamma[gammaBase + 0] / Math.sqrt(((double) running_var[running_varBase + 0] + 1.0E-5)));
            workspace[tKeptBase + 0] = t;
        }
        {
            double t = ((double) gamma[gammaBase + 1] / Math.sqrt(((double) running_var[running_varBase + 1] + 1.0E-5)));
            workspace[tKeptBase + 1] = t;
        }
        {
            double t = ((double) gamma[gammaBase + 2] / Math.sqrt(((double) running_var[running_varBase + 2] + 1.0E-5)));
            workspace[tKeptBase + 2] = t;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 16 + iC] = 0.0;
        }
        for (int iN = 0; iN < 5; iN++) {
            backwardFrozenStep1(x, xOffset, gamma, gammaOffset, running_mean, running_meanOffset,
                    running_var, running_varOffset, dy, dyOffset, dx, dxOffset, dgamma,
                    dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, iN);
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 16;
        int running_varBase2 = running_varOffset;
        int sumTotalBase = workspaceOffset + 8;
        dgamma[dgammaBase + 0] = (float) (workspace[sumTotal2Base + 0] / Math.sqrt(((double) running_var[running_varBase2 + 0] + 1.0E-5)));
        dbeta[dbetaBase + 0] = (float) workspace[sumTotalBase + 0];
        dgamma[dgammaBase + 1] = (float) (workspace[sumTotal2Base + 1] / Math.sqrt(((double) running_var[running_varBase2 + 1] + 1.0E-5)));
        dbeta[dbetaBase + 1] = (float) workspace[sumTotalBase + 1];
        dgamma[dgammaBase + 2] = (float) (workspace[sumTotal2Base + 2] / Math.sqrt(((double) running_var[running_varBase2 + 2] + 1.0E-5)));
        dbeta[dbetaBase + 2] = (float) workspace[sumTotalBase + 2];
    }

    private static void backwardFrozenStep1(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int sumTotalBase = workspaceOffset + 8;
        int sumTotal2Base = workspaceOffset + 16;
        int dxBase = dxOffset + 3 * iN;
        int dyBase = dyOffset + 3 * iN;
        int xBase = xOffset + 3 * iN;
        int running_meanBase = running_meanOffset;
        int tKeptBase = workspaceOffset;
        {
            double dyAt = (double) dy[dyBase + 0];
            workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + dyAt;
            workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (((double) x[xBase + 0] - (double) running_mean[running_meanBase + 0]) * dyAt);
            dx[dxBase + 0] = (float) (workspace[tKeptBase + 0] * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 1];
            workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + dyAt;
            workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (((double) x[xBase + 1] - (double) running_mean[running_meanBase + 1]) * dyAt);
            dx[dxBase + 1] = (float) (workspace[tKeptBase + 1] * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 2];
            workspace[sumTotalBase + 2] = workspace[sumTotalBase + 2] + dyAt;
            workspace[sumTotal2Base + 2] = workspace[sumTotal2Base + 2] + (((double) x[xBase + 2] - (double) running_mean[running_meanBase + 2]) * dyAt);
            dx[dxBase + 2] = (float) (workspace[tKeptBase + 2] * dyAt);
        }
    }

    private static void backwardFrozenChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 15);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("running_mean", running_mean.length, running_meanOffset, 3);
        Arguments.range("running_var", running_var.length, running_varOffset, 3);
        Arguments.range("dy", dy.length, dyOffset, 15);
        Arguments.range("dx", dx.length, dxOffset, 15);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 3);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("dx", dx, dxOffset, 15, "x", x, xOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 15, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dy", dy, dyOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dgamma", dgamma, dgammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dy", dy, dyOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "dy", dy, dyOffset, 15);
    }
}
