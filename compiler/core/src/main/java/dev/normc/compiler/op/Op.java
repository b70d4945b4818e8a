package dev.normc.compiler.op;

import dev.normc.runtime.math.KernelMath;

/**
 * The pointwise primitives; everything else a specification can write is built of them.
 *
 * <p>Values are binary64. A comparison gives 1 or 0 and stands only as the condition of {@link #WHERE}.
 */
public enum Op {
    NEGATE(1, "-"),
    ADD(2, "+"),
    SUBTRACT(2, "-"),
    MULTIPLY(2, "*"),
    DIVIDE(2, "/"),
    /** A sum of two or more terms whose order is the compiler's to choose: what reverse mode accumulates. */
    TOTAL(-1, "total"),
    SQRT(1, "sqrt"),
    EXP(1, "exp"),
    EXPM1(1, "expm1"),
    LOG(1, "log"),
    TANH(1, "tanh"),
    SIGMOID(1, "sigmoid"),
    SOFTPLUS(1, "softplus"),
    ERF(1, "erf"),
    ABS(1, "abs"),
    SIGN(1, "sign"),
    MIN(2, "min"),
    MAX(2, "max"),
    POWER(2, "pow"),
    LESS(2, "<"),
    LESS_EQUAL(2, "<="),
    EQUAL(2, "=="),
    NOT_EQUAL(2, "!="),
    /** The second operand where the first is not 0, else the third. */
    WHERE(3, "where"),
    /** The second operand where the first is not 0, else 0; whatever the other factors of a product are there. */
    KEEP(2, "keep"),
    /** The second operand where the first is 0, else 0; whatever the other factors of a product are there. */
    DROP(2, "drop");

    private final int arity;
    private final String spelling;

    Op(int arity, String spelling) {
        this.arity = arity;
        this.spelling = spelling;
    }

    /** Number of operands; negative where it varies. */
    public int arity() {
        return arity;
    }

    public String spelling() {
        return spelling;
    }

    /** Whether the result is a truth value. */
    public boolean isComparison() {
        return this == LESS || this == LESS_EQUAL || this == EQUAL || this == NOT_EQUAL;
    }

    /** Whether it costs much more than a multiplication, so that computing it again is worth avoiding. */
    public boolean isExpensive() {
        return switch (this) {
            case DIVIDE, SQRT, EXP, EXPM1, LOG, TANH, SIGMOID, SOFTPLUS, ERF, POWER -> true;
            case NEGATE,
                    ADD,
                    SUBTRACT,
                    MULTIPLY,
                    TOTAL,
                    ABS,
                    SIGN,
                    MIN,
                    MAX,
                    LESS,
                    LESS_EQUAL,
                    EQUAL,
                    NOT_EQUAL,
                    WHERE,
                    KEEP,
                    DROP -> false;
        };
    }

    /** Whether kernels call a function of their own for it, which takes as long as dozens of additions. */
    public boolean isTranscendental() {
        return isExpensive() && this != DIVIDE && this != SQRT;
    }

    /** The value for constant operands, with the bits a kernel would compute. */
    public double apply(double... operands) {
        double a = operands[0];
        double b = operands.length > 1 ? operands[1] : 0;
        return switch (this) {
            case NEGATE -> -a;
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case TOTAL -> total(operands);
            case SQRT -> Math.sqrt(a);
            case EXP -> KernelMath.exp(a);
            case EXPM1 -> KernelMath.expm1(a);
            case LOG -> KernelMath.log(a);
            case TANH -> KernelMath.tanh(a);
            case SIGMOID -> KernelMath.sigmoid(a);
            case SOFTPLUS -> KernelMath.softplus(a);
            case ERF -> KernelMath.erf(a);
            case ABS -> Math.abs(a);
            case SIGN -> Math.signum(a);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case POWER -> KernelMath.pow(a, b);
            case LESS -> a < b ? 1 : 0;
            case LESS_EQUAL -> a <= b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case NOT_EQUAL -> a != b ? 1 : 0;
            case WHERE -> a != 0 ? b : operands[2];
            case KEEP -> a != 0 ? b : 0;
            case DROP -> a == 0 ? b : 0;
        };
    }

    /** Whether it selects a value or 0. */
    public boolean isSelection() {
        return this == KEEP || this == DROP;
    }

    private static double total(double[] terms) {
        double sum = terms[0];
        for (int i = 1; i < terms.length; i++) {
            sum += terms[i];
        }
        return sum;
    }
}
