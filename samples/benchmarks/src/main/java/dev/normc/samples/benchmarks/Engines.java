package dev.normc.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The engines of this process: ours, the limits, and the peers that were compiled in. */
final class Engines {

    private Engines() {}

    /** Fresh engines in the order of the tables; the peers come from the profile {@code peers}. */
    static List<Engine> all() {
        List<Engine> engines = new ArrayList<>(List.of(new Ours(), new Hand(), new Copy()));
        ServiceLoader.load(Engine.class).forEach(engines::add);
        return engines;
    }

    /**
     * Those of the given names, ours always among them; all of them where no name is given.
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
                .filter(engine -> names.isEmpty() || engine.kind() == Engine.Kind.OURS || names.contains(engine.name()))
                .toList();
    }
}
