package dev.normc.maven;

import dev.normc.compiler.loop.Schedule;
import dev.normc.runtime.MemoryKind;
import java.util.Arrays;
import java.util.List;

/** Which vectors a kernel is written for: none, those of one width, or, beside plain Java, those of several twins. */
final class VectorWidths {
    private static final List<Integer> USUAL_TWINS = List.of(256, 512);

    private final KernelJobs.Defaults defaults;

    VectorWidths(KernelJobs.Defaults defaults) {
        this.defaults = defaults;
    }

    /** What the class of a kernel is laid out for. */
    Schedule schedule(KernelConfiguration kernel, MemoryKind memory) {
        Schedule plain = Schedule.forJvm(defaults.feature());
        if (hasTwins(kernel)) {
            return plain;
        }
        List<Integer> widths = widths(kernel);
        if (widths.isEmpty()) {
            return plain;
        }
        if (widths.size() > 1) {
            throw text(kernel)
                    .fault("`vectorBits` " + text(kernel).text()
                            + ": a class has vectors of one width, and several twins with `<vector>true</vector>`");
        }
        if (memory == MemoryKind.BUFFER) {
            if (kernel.vectorBits().isEmpty()) {
                return plain;
            }
            throw ofBuffers("vectorBits", kernel.vectorBits());
        }
        return plain.withVectors(widths.get(0));
    }

    /** The widths of its twins, in bits. */
    List<Integer> twins(KernelConfiguration kernel, MemoryKind memory) {
        if (!hasTwins(kernel)) {
            return List.of();
        }
        if (memory == MemoryKind.BUFFER) {
            if (kernel.vector().isEmpty()) {
                return List.of();
            }
            throw ofBuffers("vector", kernel.vector());
        }
        List<Integer> widths = widths(kernel);
        return widths.isEmpty() ? USUAL_TWINS : widths;
    }

    private boolean hasTwins(KernelConfiguration kernel) {
        Value wanted = kernel.vector().or(defaults.vector());
        return switch (wanted.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wanted.fault("`vector` " + wanted.text() + ": write `true` or `false`");
        };
    }

    private Value text(KernelConfiguration kernel) {
        return kernel.vectorBits().or(defaults.vectorBits());
    }

    private List<Integer> widths(KernelConfiguration kernel) {
        Value value = text(kernel);
        String text = value.text();
        if (text.isEmpty() || text.equals("0")) {
            return List.of();
        }
        try {
            List<Integer> widths = Arrays.stream(text.split(","))
                    .map(width -> Integer.valueOf(width.strip()))
                    .distinct()
                    .sorted()
                    .toList();
            widths.forEach(Schedule.DEFAULT::withVectors);
            return widths;
        } catch (NumberFormatException e) {
            throw value.fault("`vectorBits` " + text + " is no width of vectors: write 128, 256 or 512");
        } catch (IllegalArgumentException e) {
            throw value.fault("`vectorBits`: " + e.getMessage());
        }
    }

    private static Fault ofBuffers(String parameter, Value value) {
        return value.fault("`" + parameter + "` " + value.text() + " of a kernel with `memory` "
                + MemoryKind.BUFFER.spelling() + ": there are no vectors of buffers, leave one of them out");
    }
}
