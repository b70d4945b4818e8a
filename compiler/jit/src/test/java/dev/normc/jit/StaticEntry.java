package dev.normc.jit;

import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** The typed static entry of a kernel, called by reflection: one array and one offset for each buffer it takes. */
final class StaticEntry {
    private final KernelSignature signature;
    private final List<Integer> slots;
    private final Method method;

    private StaticEntry(KernelSignature signature, List<Integer> slots, Method method) {
        this.signature = signature;
        this.slots = slots;
        this.method = method;
    }

    static StaticEntry of(NormKernel kernel, Entry entry) {
        KernelSignature signature = kernel.signature();
        List<Integer> slots = signature.entries().get(entry);
        List<Class<?>> parameters = new ArrayList<>();
        for (int slot : slots) {
            parameters.add(arrayOf(signature.buffers().get(slot).type()));
            parameters.add(int.class);
        }
        if (signature.dynamicAxis().isPresent()) {
            parameters.add(int.class);
        }
        Class<?> type = ((JitKernel) kernel).generated().getClass();
        try {
            return new StaticEntry(
                    signature, slots, type.getMethod(entry.method(), parameters.toArray(Class<?>[]::new)));
        } catch (NoSuchMethodException e) {
            throw new AssertionError("no typed entry " + entry.method(), e);
        }
    }

    private static Class<?> arrayOf(DataType type) {
        return switch (type) {
            case F32 -> float[].class;
            case F64 -> double[].class;
            case BF16, F16 -> short[].class;
        };
    }

    /** Slots of the buffers it takes. */
    List<Integer> slots() {
        return slots;
    }

    /** Names of the buffers it takes. */
    List<String> names() {
        return slots.stream()
                .map(slot -> signature.buffers().get(slot))
                .map(BufferSpec::name)
                .toList();
    }

    /**
     * Calls it.
     *
     * @param arrays arrays in slot order, those it does not take included
     * @param offsets an offset for each of them
     */
    void call(List<Object> arrays, int[] offsets, int extent) {
        List<Object> arguments = new ArrayList<>();
        for (int slot : slots) {
            arguments.add(arrays.get(slot));
            arguments.add(offsets[slot]);
        }
        if (signature.dynamicAxis().isPresent()) {
            arguments.add(extent);
        }
        try {
            method.invoke(null, arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
