package dev.normc.samples.benchmarks;

import dev.normc.runtime.Numerics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engines of this process: ours, the limits, and the peers that were compiled in. */
final class Engines {
    /** Classes of the package {@code peers}, which only the Maven profile of that name compiles. */
    private static final List<String> PEERS = List.of("PyTorch", "OneDnn", "OnnxRuntime", "Nd4jLayerNorm");

    private Engines() {}

    /** Fresh engines; nothing of theirs is loaded before they are prepared. */
    static List<Engine> all() {
        List<Engine> engines =
                new ArrayList<>(List.of(new Ours(Numerics.EXACT), new Ours(Numerics.FAST), new Hand(), new Copy()));
        PEERS.forEach(name -> peer(name).ifPresent(engines::add));
        return engines;
    }

    private static Optional<Engine> peer(String name) {
        try {
            Class<?> found = Class.forName(Engines.class.getPackageName() + ".peers." + name);
            return Optional.of((Engine) found.getDeclaredConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("peer " + name + ": cannot be made", e);
        }
    }

    /**
     * Those of the given names, ours always among them; all of them where no name is given, but for ours with another option:
     * JDK 17 compiles vectors worse where kernels of both kinds run in one process.
     *
     * @throws IllegalArgumentException if there is none of a name
     */
    static List<Engine> named(List<String> names) {
        List<Engine> all = all();
        List<String> known = all.stream().map(Engine::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("engine `" + name + "`: there is none; this build has "
                        + String.join(", ", known) + " (peers need the Maven profile -Ppeers)");
            }
        }
        return all.stream()
                .filter(engine -> names.isEmpty() && engine.kind() != Engine.Kind.OPTION
                        || engine.kind() == Engine.Kind.OURS
                        || names.contains(engine.name()))
                .toList();
    }
}
