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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the configuration into kernels to generate, and says what is wrong with it. */
final class KernelJobs {
    private static final Set<Entry> FIRST_ORDER =
            EnumSet.of(Entry.FORWARD, Entry.INFER, Entry.BACKWARD, Entry.BACKWARD_FROZEN);

    private final Specifications specifications;
    private final Pom pom;
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
            String packageName,
            String dtype,
            String numerics,
            List<String> entries,
            int jvm,
            boolean vector,
            String vectorBits,
            String version) {}

    KernelJobs(Specifications specifications, Pom pom, Defaults defaults) {
        this.specifications = specifications;
        this.pom = pom;
        this.defaults = defaults;
        this.widths = new VectorWidths(pom, defaults);
    }

    /** The kernels of one element of the configuration; problems are added to those of others. */
    List<KernelJob> of(KernelConfiguration kernel, List<Problem> problems) {
        List<KernelJob> jobs = new ArrayList<>();
        List<String> specs = kernel.specifications();
        if (specs.isEmpty()) {
            problems.add(pom.error("a kernel without `spec`: name a file of the source folder, or `zoo:NAME`"));
        }
        if (!kernel.className().isEmpty() && specs.size() * kernel.extents().size() > 1) {
            problems.add(pom.error(
                    kernel.className(),
                    "`className` " + kernel.className()
                            + " stands for several kernels: give each a `<kernel>`, or leave it out"));
            return jobs;
        }
        for (String spec : specs) {
            try {
                SourceFile source = specifications.source(spec);
                KernelForm form = form(kernel, spec);
                for (String shape : kernel.extents()) {
                    jobs.add(new KernelJob(
                            spec, request(kernel, source, shape, form), widths.twins(kernel, memory(kernel))));
                }
            } catch (Fault e) {
                problems.addAll(e.problems());
            }
        }
        return jobs;
    }

    private CompileRequest request(KernelConfiguration kernel, SourceFile source, String shape, KernelForm form) {
        Optional<String> norm = Optional.of(kernel.norm()).filter(name -> !name.isEmpty());
        MemoryKind memory = memory(kernel);
        return numerics(kernel, new CompileRequest(source, norm, shape, type(kernel), widths.schedule(kernel, memory)))
                .withMemory(memory)
                .withProgram(kernel.isInitializer() ? Program.INITIALIZER : Program.NORM)
                .withForm(form);
    }

    private CompileRequest numerics(KernelConfiguration kernel, CompileRequest request) {
        String wanted = kernel.numerics().isEmpty() ? defaults.numerics() : kernel.numerics();
        Numerics numerics = Arrays.stream(Numerics.values())
                .filter(value -> value.spelling().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new Fault(pom.error(wanted, "`numerics` " + wanted + " is none: write `exact` or `fast`")));
        try {
            return request.withNumerics(numerics);
        } catch (IllegalArgumentException e) {
            throw new Fault(pom.error(wanted, "`numerics`: " + e.getMessage()));
        }
    }

    private MemoryKind memory(KernelConfiguration kernel) {
        String wanted = kernel.memory();
        return wanted.isEmpty()
                ? MemoryKind.ARRAY
                : Arrays.stream(MemoryKind.values())
                        .filter(kind -> kind.spelling().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new Fault(pom.error(
                                wanted,
                                "`memory` " + wanted + " is no place of tensors: write "
                                        + listed(Arrays.stream(MemoryKind.values())
                                                .map(MemoryKind::spelling)))));
    }

    private DataType type(KernelConfiguration kernel) {
        String wanted = kernel.dtype().isEmpty() ? defaults.dtype() : kernel.dtype();
        return Arrays.stream(DataType.values())
                .filter(type -> type.spelling().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Fault(pom.error(
                        wanted,
                        "`dtype` " + wanted + " is no storage: write "
                                + listed(Arrays.stream(DataType.values()).map(DataType::spelling)))));
    }

    private KernelForm form(KernelConfiguration kernel, String spec) {
        String header = "Generated by normc " + defaults.version() + " from " + spec + "; changes here are lost.";
        String comment = header.codePoints()
                .mapToObj(point -> point >= ' ' && point < 0x7F && point != '\\' ? Character.toString(point) : "?")
                .collect(Collectors.joining());
        String name = kernel.className();
        boolean qualified = name.contains(".");
        String packageName = qualified ? name.substring(0, name.lastIndexOf('.')) : defaults.packageName();
        Optional<String> simple = Optional.of(JavaNames.simple(name)).filter(text -> !name.isEmpty());
        String whole = packageName + "." + simple.orElse("Kernel");
        JavaNames.fault(whole).ifPresent(why -> {
            String shown = name.isEmpty() ? "`packageName` " + packageName : "`className` " + name;
            throw new Fault(pom.error(name.isEmpty() ? packageName : name, shown + " cannot be generated: " + why));
        });
        try {
            return new KernelForm(Optional.of(comment), packageName, simple, entries(kernel));
        } catch (IllegalArgumentException e) {
            throw new Fault(pom.error(e.getMessage()));
        }
    }

    private Set<Entry> entries(KernelConfiguration kernel) {
        List<String> names = kernel.entries().isEmpty() ? defaults.entries() : kernel.entries();
        Set<Entry> entries = EnumSet.noneOf(Entry.class);
        for (String name : names) {
            try {
                entries.add(KernelForm.entry(name.strip()));
            } catch (IllegalArgumentException e) {
                throw new Fault(pom.error(name, e.getMessage()));
            }
        }
        if (kernel.isInitializer() && !FIRST_ORDER.containsAll(entries)) {
            throw new Fault(pom.error("an initializer has no second derivative and no shards: "
                    + "give it no entries, or the first four"));
        }
        return entries;
    }

    private static String listed(Stream<String> names) {
        return names.map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
