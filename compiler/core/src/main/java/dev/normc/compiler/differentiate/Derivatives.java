package dev.normc.compiler.differentiate;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.ProgramBuilder;
import java.util.List;

/**
 * The gradient, as one table over the pointwise primitives: what each operand of an operation receives for a cotangent.
 *
 * <p>At corners: the derivative of {@code sqrt} at 0, of {@code abs} and {@code sign} at 0 is 0; ties of {@code min} and
 * {@code max} go to the first operand; {@code where} selects cotangents as it selects values.
 */
final class Derivatives {
    /** No gradient passes to this operand. */
    static final int NONE = -1;

    private final ProgramBuilder b;

    Derivatives(ProgramBuilder builder) {
        this.b = builder;
    }

    /**
     * What operand {@code i} receives.
     *
     * @param x the operands
     * @param out the value of the operation
     * @param g the cotangent of the value
     * @return a value, or {@link #NONE}
     */
    int contribution(Op op, List<Integer> x, int i, int out, int g) {
        int a = x.get(0);
        int c = x.size() > 1 ? x.get(1) : a;
        return switch (op) {
            case NEGATE -> b.map(Op.NEGATE, g);
            case ADD, TOTAL -> g;
            case SUBTRACT -> i == 0 ? g : b.map(Op.NEGATE, g);
            case MULTIPLY -> times(g, i == 0 ? c : a);
            case DIVIDE -> i == 0 ? over(g, c) : b.map(Op.NEGATE, over(times(g, out), c));
            case SQRT -> drop(b.map(Op.EQUAL, out, zero()), over(times(b.constant(0.5), g), out));
            case EXP -> times(g, out);
            case EXPM1 -> times(g, b.map(Op.EXP, a));
            case LOG -> over(g, a);
            case TANH -> times(g, b.map(Op.SUBTRACT, one(), times(out, out)));
            case SIGMOID -> times(g, times(out, b.map(Op.SUBTRACT, one(), out)));
            case SOFTPLUS -> times(g, b.map(Op.SIGMOID, a));
            case ERF ->
                times(g, times(b.constant(2 / Math.sqrt(Math.PI)), b.map(Op.EXP, b.map(Op.NEGATE, times(a, a)))));
            case ABS -> times(g, b.map(Op.SIGN, a));
            case MIN -> chosen(b.map(Op.LESS_EQUAL, a, c), i, g);
            case MAX -> chosen(b.map(Op.LESS_EQUAL, c, a), i, g);
            case POWER ->
                i == 0 ? times(g, times(c, b.map(Op.POWER, a, b.map(Op.SUBTRACT, c, one())))) : exponent(a, out, g);
            case WHERE -> selected(a, i, g);
            case KEEP -> i == 0 ? NONE : keep(a, g);
            case DROP -> i == 0 ? NONE : drop(a, g);
            case SIGN, LESS, LESS_EQUAL, EQUAL, NOT_EQUAL -> NONE;
        };
    }

    /** {@code d/dc a^c = a^c log a}, and 0 at a = 0 where the power is 0 for every positive exponent. */
    private int exponent(int a, int out, int g) {
        int zeroBase = b.map(Op.EQUAL, a, zero());
        return drop(zeroBase, times(g, times(out, b.map(Op.LOG, a))));
    }

    private int chosen(int first, int i, int g) {
        return i == 0 ? keep(first, g) : drop(first, g);
    }

    private int selected(int condition, int i, int g) {
        return switch (i) {
            case 1 -> keep(condition, g);
            case 2 -> drop(condition, g);
            default -> NONE;
        };
    }

    private int times(int x, int y) {
        return b.map(Op.MULTIPLY, x, y);
    }

    private int over(int x, int y) {
        return b.map(Op.DIVIDE, x, y);
    }

    private int keep(int condition, int value) {
        return b.map(Op.KEEP, condition, value);
    }

    private int drop(int condition, int value) {
        return b.map(Op.DROP, condition, value);
    }

    private int zero() {
        return b.constant(0);
    }

    private int one() {
        return b.constant(1);
    }
}
