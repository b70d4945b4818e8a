package dev.normc.runtime;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The kernels that were generated ahead of time and are on the class path, found by the name of their class through
 * {@link ServiceLoader}.
 *
 * <pre>{@code
 * NormKernel layerNorm = GeneratedKernels.named("LayerNorm768");
 * }</pre>
 */
public final class GeneratedKernels {

    private GeneratedKernels() {}

    /** The qualified names of all of them, sorted. */
    public static List<String> names() {
        return ServiceLoader.load(NormKernel.class).stream()
                .map(provider -> provider.type().getName())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The kernel of a class; no other one is made, and the same one at every call.
     *
     * <p>Where the class has a {@link VectorTwin} and this JVM compiles vectors of its width, the kernel goes over to it entry
     * by entry, as soon as its code is warm: a {@link WarmingKernel}, which says what becomes of the bits. The typed static
     * entries of a class stay what they are; who wants vectors there calls those of the twin.
     *
     * @param className with its package, or without where that is enough
     * @throws IllegalArgumentException listing the names there are, if none or several are called so
     */
    public static NormKernel named(String className) {
        List<ServiceLoader.Provider<NormKernel>> found = ServiceLoader.load(NormKernel.class).stream()
                .filter(provider -> provider.type().getName().equals(className)
                        || provider.type().getSimpleName().equals(className))
                .toList();
        if (found.stream().map(ServiceLoader.Provider::type).distinct().count() == 1) {
            return VectorTwins.over(found.get(0).get());
        }
        String listed = names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                (found.isEmpty() ? "no generated kernel is called `" : "several kernels are called `") + className + "`"
                        + (listed.isEmpty() ? ", and there are none on the class path" : "; there are " + listed));
    }
}
