package dev.normc.maven;

import dev.normc.compiler.CompileRequest;
import dev.normc.runtime.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One kernel to generate.
 *
 * @param kernel what it is configured by
 * @param specification as the configuration names it
 * @param shape as the configuration has it
 * @param request what the compiler gets
 * @param twins widths of the vectors of the classes beside it, in bits
 */
record KernelJob(
        KernelConfiguration kernel, Value specification, Value shape, CompileRequest request, List<Integer> twins) {

    KernelJob {
        twins = List.copyOf(twins);
    }

    /**
     * Digest of everything that the text of the kernel depends on.
     *
     * @param compiler digest of the compiler itself
     */
    String source(String compiler) {
        return new Digest()
                .add(compiler)
                .add(request.source().name())
                .add(request.source().text())
                .add(request.norm().orElse(""))
                .add(request.shape())
                .add(request.type().name())
                .add(request.schedule().toString())
                .add(twins.toString())
                .add(Integer.toString(request.order()))
                .add(request.program().name())
                .add(request.memory().name())
                .add(request.form().header().orElse(""))
                .add(request.form().packageName())
                .add(request.form().className().orElse(""))
                .add(request.form().entries().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Entry::name)
                        .collect(Collectors.joining(",")))
                .hex();
    }

    /** An error of the class. */
    Problem error(String message) {
        return kernel.className().isEmpty()
                ? kernel.place().error(message)
                : kernel.className().error(message);
    }

    /** How messages call it. */
    String label() {
        return "kernel `" + specification.text() + "`"
                + request.norm().map(norm -> ", norm `" + norm + "`").orElse("") + ", shape `" + request.shape() + "`";
    }
}
