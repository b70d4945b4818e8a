package dev.normc.compiler.specialize;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.typed.Function;
import java.util.List;
import java.util.OptionalDouble;

/** What each function of the language is in terms of the primitives. */
final class Functions {
    /** Integer exponents up to this one are products. */
    private static final int LARGEST_PRODUCT = 64;

    private final ProgramBuilder builder;

    Functions(ProgramBuilder builder) {
        this.builder = builder;
    }

    int apply(Function function, List<Integer> arguments) {
        int a = arguments.get(0);
        int b = arguments.size() > 1 ? arguments.get(1) : a;
        return switch (function) {
            case ADD -> builder.map(Op.ADD, a, b);
            case SUBTRACT -> builder.map(Op.SUBTRACT, a, b);
            case MULTIPLY -> builder.map(Op.MULTIPLY, a, b);
            case DIVIDE -> builder.map(Op.DIVIDE, a, b);
            case POWER -> power(a, b);
            case NEGATE -> builder.map(Op.NEGATE, a);
            case LESS -> builder.map(Op.LESS, a, b);
            case LESS_EQUAL -> builder.map(Op.LESS_EQUAL, a, b);
            case GREATER -> builder.map(Op.LESS, b, a);
            case GREATER_EQUAL -> builder.map(Op.LESS_EQUAL, b, a);
            case EQUAL -> builder.map(Op.EQUAL, a, b);
            case NOT_EQUAL -> builder.map(Op.NOT_EQUAL, a, b);
            case SQRT -> builder.map(Op.SQRT, a);
            case RSQRT -> builder.map(Op.DIVIDE, builder.constant(1), builder.map(Op.SQRT, a));
            case EXP -> builder.map(Op.EXP, a);
            case LOG -> builder.map(Op.LOG, a);
            case TANH -> builder.map(Op.TANH, a);
            case SIGMOID -> builder.map(Op.SIGMOID, a);
            case ERF -> builder.map(Op.ERF, a);
            case ABS -> builder.map(Op.ABS, a);
            case SIGN -> builder.map(Op.SIGN, a);
            case MIN -> builder.map(Op.MIN, a, b);
            case MAX -> builder.map(Op.MAX, a, b);
            case CLIP -> builder.map(Op.MIN, builder.map(Op.MAX, a, b), arguments.get(2));
            case WHERE -> builder.map(Op.WHERE, condition(a), b, arguments.get(2));
            // A NaN is not below 0, so it passes; at 0 the constant branch is taken and the derivative is 0.
            case RELU ->
                builder.map(Op.WHERE, builder.map(Op.LESS_EQUAL, a, builder.constant(0)), builder.constant(0), a);
            case LEAKY_RELU -> builder.map(Op.WHERE, positive(a), a, builder.map(Op.MULTIPLY, b, a));
            case ELU -> builder.map(Op.WHERE, positive(a), a, builder.map(Op.EXPM1, a));
            case GELU -> gelu(a);
            case SILU -> builder.map(Op.MULTIPLY, a, builder.map(Op.SIGMOID, a));
            case SOFTPLUS -> builder.map(Op.SOFTPLUS, a);
        };
    }

    /** {@code x (1 + erf(x / sqrt 2)) / 2}; Hendrycks &amp; Gimpel (2016). */
    private int gelu(int a) {
        int inner = builder.map(Op.MULTIPLY, a, builder.constant(Math.sqrt(0.5)));
        int both = builder.map(Op.ADD, builder.constant(1), builder.map(Op.ERF, inner));
        return builder.map(Op.MULTIPLY, builder.map(Op.MULTIPLY, builder.constant(0.5), a), both);
    }

    private int positive(int a) {
        return builder.map(Op.LESS, builder.constant(0), a);
    }

    /** A comparison as it is; any other value is true where it is not 0. */
    private int condition(int a) {
        boolean comparison =
                builder.expr(a) instanceof TensorExpr.Map map && map.op().isComparison();
        return comparison ? a : builder.map(Op.NOT_EQUAL, a, builder.constant(0));
    }

    private int power(int base, int exponent) {
        OptionalDouble constant = builder.constantOf(exponent);
        if (constant.isEmpty()) {
            return builder.map(Op.POWER, base, exponent);
        }
        double e = constant.getAsDouble();
        if (e == Math.rint(e) && Math.abs(e) <= LARGEST_PRODUCT) {
            int product = product(base, (int) Math.abs(e));
            return e < 0 ? builder.map(Op.DIVIDE, builder.constant(1), product) : product;
        }
        if (Math.abs(e) == 0.5) {
            int root = builder.map(Op.SQRT, base);
            return e < 0 ? builder.map(Op.DIVIDE, builder.constant(1), root) : root;
        }
        return builder.map(Op.POWER, base, exponent);
    }

    private int product(int base, int exponent) {
        if (exponent == 0) {
            return builder.constant(1);
        }
        if (exponent == 1) {
            return base;
        }
        int half = product(base, exponent / 2);
        int square = builder.map(Op.MULTIPLY, half, half);
        return exponent % 2 == 0 ? square : builder.map(Op.MULTIPLY, square, base);
    }
}
