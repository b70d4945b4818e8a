package dev.normc.maven;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.JavaNames;
import dev.normc.compiler.KernelForm;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.Numerics;
import dev.normc.runtime.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the configuration into kernels to generate, and says what is wrong with it. */
final class KernelJobs {
    private static final Set<Entry> FIRST_ORDER =
            EnumSet.of(Entry.FORWARD, Entry.INFER, Entry.BACKWARD, Entry.BACKWARD_FROZEN);
    private static final int FIRST_JVM = 17;

    private final Specifications specifications;
    private final Defaults defaults;
    private final VectorWidths widths;

    /**
     * What a kernel has that does not say otherwise.
     *
     * @param jvm feature release of the JVM for which code is laid out
     * @param vector whether it has vector twins
     * @param vectorBits width of the vectors that code names; 0 for plain Java; widths of the twins
     * @param version of this plugin
     */
    record Defaults(
            Value packageName,
            Value dtype,
            Value numerics,
            Value entries,
            Value jvm,
            Value vector,
            Value vectorBits,
            String version) {

        /** The feature release. */
        int feature() {
            try {
                int feature = Integer.parseInt(jvm.text());
                if (feature >= FIRST_JVM) {
                    return feature;
                }
            } catch (NumberFormatException e) {
                // As if it were too small.
            }
            throw jvm.fault("`jvm` " + jvm.text() + " is no release of Java that kernels run on: write " + FIRST_JVM
                    + " or more");
        }
    }

    KernelJobs(Specifications specifications, Defaults defaults) {
        this.specifications = specifications;
        this.defaults = defaults;
        this.widths = new VectorWidths(defaults);
    }

    /** The kernels of one element of the configuration; problems are added to those of others. */
    List<KernelJob> of(KernelConfiguration kernel, List<Problem> problems) {
        List<KernelJob> jobs = new ArrayList<>();
        List<Value> specs = kernel.specifications();
        if (specs.isEmpty()) {
            problems.add(
                    kernel.place().error("a kernel without `spec`: name a file of the source folder, or `zoo:NAME`"));
        }
        if (!kernel.className().isEmpty() && specs.size() * kernel.extents().size() > 1) {
            problems.add(kernel.className()
                    .error("`className` " + kernel.className().text()
                            + " stands for several kernels: give each a `<kernel>`, or leave it out"));
            return jobs;
        }
        for (Value spec : specs) {
            try {
                SourceFile source = specifications.source(spec);
                KernelForm form = form(kernel, spec.text());
                for (Value shape : kernel.extents()) {
                    jobs.add(new KernelJob(
                            kernel,
                            spec,
                            shape,
                            request(kernel, source, shape, form),
                            widths.twins(kernel, memory(kernel))));
                }
            } catch (Fault e) {
                problems.addAll(e.problems());
            }
        }
        return jobs;
    }

    private CompileRequest request(KernelConfiguration kernel, SourceFile source, Value shape, KernelForm form) {
        Optional<String> norm = Optional.of(kernel.norm().text()).filter(name -> !name.isEmpty());
        MemoryKind memory = memory(kernel);
        return numerics(
                        kernel,
                        new CompileRequest(source, norm, shape.text(), type(kernel), widths.schedule(kernel, memory)))
                .withMemory(memory)
                .withProgram(kernel.isInitializer() ? Program.INITIALIZER : Program.NORM)
                .withForm(form);
    }

    private CompileRequest numerics(KernelConfiguration kernel, CompileRequest request) {
        Value wanted = kernel.numerics().or(defaults.numerics());
        Numerics numerics =
                spelled(wanted, Numerics.values(), Numerics::spelling, "`numerics` " + wanted.text() + " is none");
        try {
            return request.withNumerics(numerics);
        } catch (IllegalArgumentException e) {
            throw wanted.fault("`numerics`: " + e.getMessage());
        }
    }

    private MemoryKind memory(KernelConfiguration kernel) {
        Value wanted = kernel.memory();
        return wanted.isEmpty()
                ? MemoryKind.ARRAY
                : spelled(
                        wanted,
                        MemoryKind.values(),
                        MemoryKind::spelling,
                        "`memory` " + wanted.text() + " is no place of tensors");
    }

    private DataType type(KernelConfiguration kernel) {
        Value wanted = kernel.dtype().or(defaults.dtype());
        return spelled(wanted, DataType.values(), DataType::spelling, "`dtype` " + wanted.text() + " is no storage");
    }

    private static <T> T spelled(Value wanted, T[] values, Function<T, String> spelling, String message) {
        return Arrays.stream(values)
                .filter(value -> spelling.apply(value).equals(wanted.text()))
                .findFirst()
                .orElseThrow(() -> wanted.fault(message + ": write "
                        + Arrays.stream(values)
                                .map(value -> "`" + spelling.apply(value) + "`")
                                .collect(Collectors.joining(", "))));
    }

    private KernelForm form(KernelConfiguration kernel, String spec) {
        String header = "Generated by normc " + defaults.version() + " from " + spec + "; changes here are lost.";
        String comment = header.codePoints()
                .mapToObj(point -> point >= ' ' && point < 0x7F && point != '\\' ? Character.toString(point) : "?")
                .collect(Collectors.joining());
        String name = kernel.className().text();
        boolean qualified = name.contains(".");
        String packageName = qualified
                ? name.substring(0, name.lastIndexOf('.'))
                : defaults.packageName().text();
        Optional<String> simple = Optional.of(JavaNames.simple(name)).filter(text -> !name.isEmpty());
        String whole = packageName + "." + simple.orElse("Kernel");
        JavaNames.fault(whole).ifPresent(why -> {
            Value shown = kernel.className().or(defaults.packageName());
            throw shown.fault((name.isEmpty() ? "`packageName` " : "`className` ") + shown.text()
                    + " cannot be generated: " + why);
        });
        try {
            return new KernelForm(Optional.of(comment), packageName, simple, entries(kernel));
        } catch (IllegalArgumentException e) {
            throw new Fault(entriesPlace(kernel).error(e.getMessage()));
        }
    }

    private Place entriesPlace(KernelConfiguration kernel) {
        return named(kernel).stream().findFirst().map(Value::place).orElse(kernel.place());
    }

    private List<Value> named(KernelConfiguration kernel) {
        return kernel.entries().isEmpty() ? defaults.entries().parts(",") : kernel.entries();
    }

    private Set<Entry> entries(KernelConfiguration kernel) {
        Set<Entry> entries = EnumSet.noneOf(Entry.class);
        for (Value name : named(kernel)) {
            try {
                entries.add(KernelForm.entry(name.text()));
            } catch (IllegalArgumentException e) {
                throw name.fault(e.getMessage());
            }
        }
        if (kernel.isInitializer() && !FIRST_ORDER.containsAll(entries)) {
            throw new Fault(entriesPlace(kernel)
                    .error("an initializer has no second derivative and no shards: give it no entries, or the first"
                            + " four"));
        }
        return entries;
    }
}
