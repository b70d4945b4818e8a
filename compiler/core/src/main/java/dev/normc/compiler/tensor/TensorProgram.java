package dev.normc.compiler.tensor;

import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to compute, for one shape: values in an order in which each needs only earlier ones, and where some of them go.
 *
 * @param axes the axes in iteration order, outermost first
 * @param sets the axes of each value
 * @param labels names of values that have one in the specification, for people
 */
public record TensorProgram(
        List<Axis> axes,
        List<Buffer> buffers,
        List<TensorExpr> values,
        List<AxisSet> sets,
        List<Store> stores,
        Map<Integer, String> labels) {

    public TensorProgram {
        axes = List.copyOf(axes);
        buffers = List.copyOf(buffers);
        values = List.copyOf(values);
        sets = List.copyOf(sets);
        stores = List.copyOf(stores);
        labels = Map.copyOf(labels);
    }

    /**
     * A dense row-major buffer.
     *
     * @param layout axes by position, outermost first
     */
    public record Buffer(String name, BufferRole role, List<Integer> layout, DataType type) {
        public Buffer {
            layout = List.copyOf(layout);
        }

        public AxisSet set() {
            return AxisSet.of(layout);
        }
    }

    /** Writes a value to a buffer, broadcast to the buffer's axes. */
    public record Store(int buffer, int value) {}

    /** The number of a buffer by name. */
    public int buffer(String name) {
        for (int i = 0; i < buffers.size(); i++) {
            if (buffers.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no buffer " + name);
    }

    /** What a view, or a view of views, reads; any other value is itself. */
    public int inMemory(int value) {
        return values.get(value) instanceof TensorExpr.View view ? inMemory(view.operand()) : value;
    }

    /** The dynamic axis, where there is one. */
    public Optional<Integer> dynamicAxis() {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).isDynamic()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The same computation with other stores. */
    public TensorProgram withStores(List<Store> other) {
        return new TensorProgram(axes, buffers, values, sets, other, labels);
    }
}
