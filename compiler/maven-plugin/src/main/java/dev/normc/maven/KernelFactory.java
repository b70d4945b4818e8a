package dev.normc.maven;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.JavaNames;
import dev.normc.compiler.diag.SpecificationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the text of kernels, or takes it from the build before where nothing that it depends on has changed. */
final class KernelFactory {
    private final Specifications specifications;
    private final String compiler;

    /**
     * The text of one class.
     *
     * @param source digest of what it was made from
     * @param isTwin whether it is the vector twin of another
     * @param isNew whether it was compiled now
     */
    record Kernel(KernelJob job, String className, String text, String source, boolean isTwin, boolean isNew) {}

    KernelFactory(Specifications specifications, String compiler) {
        this.specifications = specifications;
        this.compiler = compiler;
    }

    /** All kernels; problems are added to those there are. */
    List<Kernel> make(List<KernelJob> jobs, Ledger before, OutputFolder output, List<Problem> problems) {
        List<Kernel> kernels = new ArrayList<>();
        for (KernelJob job : jobs) {
            try {
                kernels.addAll(kept(job, before, output).orElseGet(() -> compiled(job)));
            } catch (SpecificationException e) {
                e.diagnostics().forEach(diagnostic -> problems.add(specifications.problem(diagnostic, job)));
            } catch (Fault e) {
                problems.addAll(e.problems());
            }
        }
        names(kernels, problems);
        return kernels;
    }

    /** The class and its twins; nothing if one of them has to be made anew. */
    private Optional<List<Kernel>> kept(KernelJob job, Ledger before, OutputFolder output) {
        List<Kernel> classes = new ArrayList<>();
        for (int i = 0; i <= job.twins().size(); i++) {
            kept(job, i, before, output).ifPresent(classes::add);
        }
        return classes.size() == job.twins().size() + 1 ? Optional.of(classes) : Optional.empty();
    }

    private Optional<Kernel> kept(KernelJob job, int index, Ledger before, OutputFolder output) {
        String source = source(job, index);
        Optional<Map.Entry<String, Ledger.Entry>> known = before.madeFrom(source);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String path = known.get().getKey();
        String className = path.replaceFirst("\\.java$", "").replace('/', '.');
        return output.text(path)
                .filter(text -> Digest.of(text).equals(known.get().getValue().text()))
                .map(text -> new Kernel(job, className, text, source, index > 0, false));
    }

    /** @param index 0 for the class itself, then its twins */
    private String source(KernelJob job, int index) {
        String source = job.source(compiler);
        return index == 0 ? source : Digest.of(source + " " + index);
    }

    private List<Kernel> compiled(KernelJob job) {
        try {
            List<Kernel> classes = new ArrayList<>();
            for (Compilation each : compilations(job)) {
                int index = classes.size();
                classes.add(new Kernel(job, each.className(), each.java(), source(job, index), index > 0, true));
            }
            return classes;
        } catch (SpecificationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException("error[N0901]: normc itself failed on " + job.label() + " (" + e + ")", e);
        }
    }

    private static List<Compilation> compilations(KernelJob job) {
        return job.twins().isEmpty()
                ? List.of(Compiler.compile(job.request()))
                : Compiler.withVectorTwins(job.request(), job.twins());
    }

    private void names(List<Kernel> kernels, List<Problem> problems) {
        Map<String, Kernel> last = new HashMap<>();
        for (Kernel kernel : kernels) {
            last.put(kernel.className(), kernel);
            JavaNames.fault(kernel.className())
                    .ifPresent(why -> problems.add(kernel.job()
                            .error(kernel.job().label() + ": class " + kernel.className() + " cannot be generated: "
                                    + why)));
        }
        Map<String, String> collisions =
                JavaNames.collisions(kernels.stream().map(Kernel::className).toList());
        collisions.forEach((className, why) -> {
            KernelJob job = last.get(className).job();
            problems.add(
                    job.error("class " + className + ": " + why + ": give " + job.label() + " another `className`"));
        });
    }
}
