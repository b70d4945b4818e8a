package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.LaneValues;
import dev.normc.compiler.loop.Loads;
import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Statement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements of a loop body as vectors, for one vector of the lanes at a time. */
final class VectorStatements {
    private final ScalarBackend backend;
    private final VectorTerms vectors;
    private final VectorElements elements;
    private final VectorForm form;
    private final List<Statement.Accumulator> accumulators;
    private final CodeBlock.Builder out;
    private final Map<Place, Statement> lasts = new HashMap<>();
    private final Map<Place, String> current = new HashMap<>();

    VectorStatements(
            ScalarBackend backend,
            VectorTerms vectors,
            VectorElements elements,
            VectorForm form,
            List<Statement.Accumulator> accumulators,
            CodeBlock.Builder out) {
        this.backend = backend;
        this.vectors = vectors;
        this.elements = elements;
        this.form = form;
        this.accumulators = accumulators;
        this.out = out;
    }

    /** Whether some statements read a buffer. */
    boolean isRead(int buffer, List<Statement> body) {
        Set<Scalar.Load> loads = new LinkedHashSet<>();
        body.forEach(statement -> Loads.of(statement, loads));
        return loads.stream().anyMatch(load -> load.buffer() == buffer);
    }

    /** Declares vectors of what a statement needs and the loop does not change. */
    void hoist(Statement statement) {
        LaneValues.of(statement).forEach(vectors::hoist);
    }

    /** Declares the accumulators, some of the vectors of each. */
    void declare(int first, int copies) {
        for (Statement.Accumulator accumulator : accumulators) {
            for (int copy = first; copy < first + copies; copy++) {
                out.addStatement(
                        form.narrow() ? "$T $N = $T.broadcast($N, (float) $L)" : "$T $N = $T.broadcast($N, $L)",
                        form.vector(),
                        backend.laneName(accumulator.name(), copy),
                        form.vector(),
                        form.species(),
                        Terms.number(accumulator.reducer().neutral()));
                int current = copy;
                accumulator
                        .error()
                        .ifPresent(error -> out.addStatement(
                                "$T $N = $T.zero($N)",
                                VectorTypes.WIDE,
                                backend.laneName(error, current),
                                VectorTypes.WIDE,
                                VectorTypes.F64));
            }
        }
    }

    /** A statement for one vector of the lanes. */
    void emit(Statement statement, int copy) {
        if (statement instanceof Statement.Let let) {
            String name = backend.fresh(let.name() + "_" + copy);
            declare(name, vectors.vector(let.value()));
            vectors.name(let.name(), name);
        } else if (statement instanceof Statement.Store store) {
            elements.store(store.buffer(), store.index(), vectors.vector(store.value()));
        } else if (statement instanceof Statement.Accumulate accumulate && lasts.containsKey(accumulate.place())) {
            chained(accumulate);
        } else if (statement instanceof Statement.Accumulate accumulate) {
            Place.Element place = (Place.Element) accumulate.place();
            CodeBlock before = elements.load(place.buffer(), place.index());
            CodeBlock after = VectorOps.combined(accumulate.reducer(), before, vectors.vector(accumulate.value()));
            elements.store(place.buffer(), place.index(), after);
        } else if (statement instanceof Statement.AddExactly add) {
            addExactly(add);
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            laneAccumulate(accumulate, copy);
        }
    }

    /** Notes which running values several statements of a body add to: those stay in a register between them. */
    void begin(List<Statement> body) {
        vectors.begin(body);
        lasts.clear();
        current.clear();
        Map<Place, Statement> firsts = new HashMap<>();
        for (Statement statement : body) {
            if (statement instanceof Statement.Accumulate accumulate
                    && firsts.putIfAbsent(accumulate.place(), statement) != null) {
                lasts.put(accumulate.place(), statement);
            }
        }
    }

    private void chained(Statement.Accumulate accumulate) {
        Place.Element place = (Place.Element) accumulate.place();
        String before = current.get(place);
        CodeBlock sum = before == null ? elements.load(place.buffer(), place.index()) : CodeBlock.of("$N", before);
        String next = backend.fresh("sumNow");
        declare(next, VectorOps.combined(accumulate.reducer(), sum, vectors.vector(accumulate.value())));
        current.put(place, next);
        if (lasts.get(place) == accumulate) {
            elements.store(place.buffer(), place.index(), CodeBlock.of("$N", next));
        }
    }

    private void declare(String name, CodeBlock vector) {
        out.addStatement("$T $N = $L", form.vector(), name, vector);
    }

    private void laneAccumulate(Statement.LaneAccumulate accumulate, int copy) {
        Statement.Accumulator accumulator = accumulators.stream()
                .filter(candidate -> candidate.name().equals(accumulate.accumulator()))
                .findFirst()
                .orElseThrow();
        CodeBlock sum = CodeBlock.of("$N", backend.laneName(accumulator.name(), copy));
        CodeBlock value = vectors.vector(accumulate.value());
        if (accumulator.error().isEmpty()) {
            out.addStatement("$L = $L", sum, VectorOps.combined(accumulator.reducer(), sum, value));
            return;
        }
        CodeBlock error =
                CodeBlock.of("$N", backend.laneName(accumulator.error().get(), copy));
        TwoSum next = twoSum(sum, value);
        out.addStatement("$1L = $1L.add($2L)", error, next.lost());
        out.addStatement("$L = $N", sum, next.sum());
    }

    private void addExactly(Statement.AddExactly add) {
        Place.Element sumPlace = (Place.Element) add.sum();
        Place.Element errorPlace = (Place.Element) add.error();
        String sum = backend.fresh("sumBefore");
        declare(sum, elements.load(sumPlace.buffer(), sumPlace.index()));
        TwoSum next = twoSum(CodeBlock.of("$N", sum), vectors.vector(add.value()));
        CodeBlock lost = add.valueError()
                .map(error -> CodeBlock.of("$L.add($L)", vectors.vector(error), next.lost()))
                .orElse(next.lost());
        CodeBlock error = CodeBlock.of("$L.add($L)", elements.load(errorPlace.buffer(), errorPlace.index()), lost);
        elements.store(errorPlace.buffer(), errorPlace.index(), error);
        elements.store(sumPlace.buffer(), sumPlace.index(), CodeBlock.of("$N", next.sum()));
    }

    /** The rounded sum, and what rounding took from it. */
    private record TwoSum(String sum, CodeBlock lost) {}

    private TwoSum twoSum(CodeBlock sum, CodeBlock value) {
        String added = backend.fresh("added");
        String next = backend.fresh("next");
        String part = backend.fresh("part");
        declare(added, value);
        declare(next, CodeBlock.of("$L.add($N)", sum, added));
        declare(part, CodeBlock.of("$N.sub($L)", next, sum));
        CodeBlock lost = CodeBlock.of("$L.sub($N.sub($N)).add($N.sub($N))", sum, next, part, added, part);
        return new TwoSum(next, lost);
    }
}
