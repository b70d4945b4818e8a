package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the values of the program are called at some place of the loops. */
final class Scope {
    private final Map<Integer, Scalar> names;
    /** Values in the workspace are readable from everywhere after they are complete. */
    private final Map<Integer, Scalar> everywhere;

    private final Map<Integer, Scalar> errors;

    private Scope(Map<Integer, Scalar> names, Map<Integer, Scalar> everywhere, Map<Integer, Scalar> errors) {
        this.names = names;
        this.everywhere = everywhere;
        this.errors = errors;
    }

    static Scope empty() {
        return new Scope(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    Scope inner() {
        return new Scope(new HashMap<>(names), everywhere, errors);
    }

    void define(int value, Scalar name) {
        names.put(value, name);
    }

    void defineOutside(int value, Scalar place) {
        everywhere.put(value, place);
    }

    void defineError(int value, Scalar place) {
        errors.put(value, place);
    }

    /** From here on, only what stands in the workspace is known. */
    void forgetLocals() {
        names.clear();
        everywhere.values().removeIf(Scalar.Local.class::isInstance);
    }

    Optional<Scalar> find(int value) {
        Scalar name = names.get(value);
        return Optional.ofNullable(name == null ? everywhere.get(value) : name);
    }

    /** The place of a value outside all loops. */
    Optional<Scalar> findOutside(int value) {
        return Optional.ofNullable(everywhere.get(value));
    }

    /** Whether a value has a local name here. */
    boolean isLocal(int value) {
        return names.containsKey(value) || everywhere.get(value) instanceof Scalar.Local;
    }

    Optional<Scalar> error(int value) {
        return Optional.ofNullable(errors.get(value));
    }
}
