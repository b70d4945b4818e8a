package dev.normc.compiler.loop;

/**
 * A number of elements or positions: {@code fixed + perDynamic * n}, n the extent given at each call.
 *
 * <p>Units are elements.
 */
public record Count(long fixed, long perDynamic) {
    public static final Count ZERO = new Count(0, 0);

    public static Count of(long fixed) {
        return new Count(fixed, 0);
    }

    public boolean isFixed() {
        return perDynamic == 0;
    }

    public Count plus(Count other) {
        return new Count(fixed + other.fixed, perDynamic + other.perDynamic);
    }

    /** The larger one of both parts each. */
    public Count orMore(Count other) {
        return new Count(Math.max(fixed, other.fixed), Math.max(perDynamic, other.perDynamic));
    }

    /** Whether this is a fixed number not above a limit. */
    public boolean isAtMost(long limit) {
        return isFixed() && fixed <= limit;
    }
}
