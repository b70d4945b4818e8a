package dev.normc.compiler.typed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every operation on elements that a specification can write; operators are functions without a callable name. */
public enum Function {
    ADD("+", 2, false),
    SUBTRACT("-", 2, false),
    MULTIPLY("*", 2, false),
    DIVIDE("/", 2, false),
    POWER("^", 2, false),
    NEGATE("-", 1, false),
    LESS("<", 2, false),
    LESS_EQUAL("<=", 2, false),
    GREATER(">", 2, false),
    GREATER_EQUAL(">=", 2, false),
    EQUAL("==", 2, false),
    NOT_EQUAL("!=", 2, false),
    SQRT(1),
    RSQRT(1),
    EXP(1),
    LOG(1),
    TANH(1),
    SIGMOID(1),
    ERF(1),
    ABS(1),
    SIGN(1),
    MIN(2),
    MAX(2),
    CLIP(3),
    WHERE(3),
    RELU(1),
    LEAKY_RELU(2),
    ELU(1),
    GELU(1),
    SILU(1),
    SOFTPLUS(1);

    private final String spelling;
    private final int arity;
    private final boolean callable;

    Function(String spelling, int arity, boolean callable) {
        this.spelling = spelling;
        this.arity = arity;
        this.callable = callable;
    }

    Function(int arity) {
        this.spelling = name().toLowerCase(Locale.ROOT);
        this.arity = arity;
        this.callable = true;
    }

    public String spelling() {
        return spelling;
    }

    public int arity() {
        return arity;
    }

    public boolean isCallable() {
        return callable;
    }

    /** Whether it compares; such a value stands only in the first argument of {@link #WHERE}. */
    public boolean isComparison() {
        return ordinal() >= LESS.ordinal() && ordinal() <= NOT_EQUAL.ordinal();
    }

    /** The function written {@code name(...)}. */
    public static Optional<Function> called(String name) {
        return Arrays.stream(values())
                .filter(function -> function.callable && function.spelling.equals(name))
                .findFirst();
    }

    /** The function of a binary operator. */
    public static Function operator(String spelling) {
        return Arrays.stream(values())
                .filter(function -> !function.callable && function.arity == 2 && function.spelling.equals(spelling))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operator " + spelling));
    }
}
