package dev.normc.runtime;

import java.util.List;
import java.util.Objects;

/**
 * One buffer of a kernel: its name, role, axes, extents and element type.
 *
 * <p>Storage is dense and row-major: the last axis is contiguous. Extents are in elements; {@link #DYNAMIC} marks the
 * axis whose extent is given at each call. A workspace has one axis, whose length is {@code extents[0]} plus
 * {@code elementsPerDynamic} for each index of the dynamic axis.
 *
 * @param initial the value of every element before the first call; 0 where the role has none
 */
public record BufferSpec(
        String name,
        BufferRole role,
        List<String> axes,
        List<Integer> extents,
        DataType type,
        double initial,
        long elementsPerDynamic) {

    /** The extent of the axis that is bound at each call. */
    public static final int DYNAMIC = -1;

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if there are not as many axes as extents, or an extent is negative
     */
    public BufferSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(type, "type");
        axes = List.copyOf(axes);
        extents = List.copyOf(extents);
        if (axes.size() != extents.size()) {
            throw new IllegalArgumentException(
                    "`" + name + "`: " + axes.size() + " axes, " + extents.size() + " extents");
        }
        for (int extent : extents) {
            if (extent < 0 && extent != DYNAMIC) {
                throw new IllegalArgumentException("`" + name + "`: negative extent " + extent);
            }
        }
    }

    /** A tensor: as many elements as the product of its extents. */
    public static BufferSpec tensor(
            String name, BufferRole role, List<String> axes, List<Integer> extents, DataType type, double initial) {
        return new BufferSpec(name, role, axes, extents, type, initial, 0);
    }

    /** Scratch of {@code fixed + perDynamic * n} f64 elements, {@code n} the extent of the dynamic axis. */
    public static BufferSpec workspace(String name, int fixed, long perDynamic) {
        return new BufferSpec(
                name, BufferRole.WORKSPACE, List.of("elements"), List.of(fixed), DataType.F64, 0.0, perDynamic);
    }

    /** Whether the element count depends on the extent given at each call. */
    public boolean isDynamic() {
        return elementsPerDynamic != 0 || extents.contains(DYNAMIC);
    }

    /**
     * The number of elements for one extent of the dynamic axis.
     *
     * @throws IllegalArgumentException if the count does not fit an array
     */
    public int elements(int dynamicExtent) {
        long count = 1;
        for (int extent : extents) {
            long factor = extent == DYNAMIC ? dynamicExtent : extent;
            count = saturatedProduct(count, factor);
        }
        count += saturatedProduct(elementsPerDynamic, Math.max(0, dynamicExtent));
        if (count > Arguments.MAX_ARRAY) {
            throw new IllegalArgumentException("`" + name + "`: " + count + " elements do not fit an array");
        }
        return (int) count;
    }

    private static long saturatedProduct(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        return high != 0 || a * b < 0 ? Long.MAX_VALUE >> 1 : a * b;
    }

    /** The declaration as a person reads it, for example {@code x[N, D=768]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name);
        if (axes.isEmpty()) {
            return text.toString();
        }
        text.append('[');
        for (int i = 0; i < axes.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(axes.get(i)).append('=');
            text.append(extents.get(i) == DYNAMIC ? "?" : extents.get(i).toString());
        }
        return text.append(']').toString();
    }
}
