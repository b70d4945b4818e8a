package dev.normc.samples.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Engines taking turns on one workload.
 *
 * <p>A round visits every cell and in each cell every engine, in an order drawn for that cell and round, so that what
 * the machine does besides falls on all of them alike. Ratios are taken within a round.
 */
final class Session implements AutoCloseable {
    /** A turn makes as many calls as fill this. */
    private static final double TURN_NANOS = 500_000;

    private static final int MOST_CALLS = 2000;
    private static final double SLOW_NANOS = 100_000_000;
    private static final int SLOW_ROUNDS = 8;
    /** How long OpenMP's threads and {@link Workers} may stay awake after a call; longer than any of them does. */
    private static final long SETTLE_NANOS = 3_000_000;

    private final Plan plan;
    private final List<Engine> engines = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Double> callNanos = new HashMap<>();
    private final Random random = new Random(1);
    private int sets;
    private int nextSet;
    private int round;
    private boolean awake;

    private Session(Plan plan) {
        this.plan = plan;
    }

    /** Prepares every engine and checks its results; one that fails is left out with a note. */
    static Session prepared(Plan plan) {
        Session session = new Session(plan);
        Workload workload = plan.workload();
        session.sets = plan.sets();
        Data data = Data.of(workload);
        BufferSets buffers = BufferSets.of(data, session.sets);
        Reference reference = new Reference(workload, data);
        for (Engine engine : Engines.named(plan.engines())) {
            if (plan.directions().stream().noneMatch(direction -> engine.supports(workload, direction))) {
                continue;
            }
            try {
                engine.prepare(workload, data, buffers);
                session.check(engine, reference);
                session.engines.add(engine);
            } catch (RuntimeException | LinkageError e) {
                session.notes.add(engine.name() + " left out of " + workload + ": " + e);
                e.printStackTrace();
            }
        }
        return session;
    }

    private void check(Engine engine, Reference reference) {
        for (Direction direction : plan.directions()) {
            if (engine.kind() == Engine.Kind.LIMIT || !engine.supports(plan.workload(), direction)) {
                continue;
            }
            for (int threads : plan.threads()) {
                engine.threads(threads);
                engine.spoil();
                engine.run(direction, 0);
                Accuracy accuracy = Accuracy.PERFECT;
                for (String name : direction.results(plan.workload().norm())) {
                    accuracy = accuracy.and(reference.accuracy(name, engine.result(name)));
                }
                checks.add(new Check(direction, threads, engine.name(), accuracy));
            }
        }
    }

    /** Every cell, every engine, once. */
    void round(boolean measured) {
        for (Cell cell : plan.cells()) {
            List<Engine> order = new ArrayList<>(engines);
            Collections.shuffle(order, random);
            for (Engine engine : order) {
                if (engine.supports(plan.workload(), cell.direction())
                        && correct(engine, cell)
                        && due(engine, cell, measured)) {
                    double nanos = turn(engine, cell);
                    if (measured) {
                        samples.add(new Sample(cell, engine.name(), round, nanos));
                    }
                }
            }
        }
        round = measured ? round + 1 : round;
    }

    private boolean correct(Engine engine, Cell cell) {
        return checks.stream()
                .filter(check -> check.engine().equals(engine.name())
                        && check.direction() == cell.direction()
                        && check.threads() == cell.threads())
                .allMatch(check -> check.accuracy().correct());
    }

    /** One that would take most of the time has one turn to warm up, and then every eighth. */
    private boolean due(Engine engine, Cell cell, boolean measured) {
        boolean slow = callNanos.getOrDefault(cell + engine.name(), 0.0) > SLOW_NANOS;
        return !slow || measured && round % SLOW_ROUNDS == 0;
    }

    private double turn(Engine engine, Cell cell) {
        settle();
        awake = cell.threads() > 1;
        engine.threads(cell.threads());
        Direction direction = cell.direction();
        String key = cell + engine.name();
        boolean cold = cell.memory() == Memory.COLD;
        int most = cold ? Math.max(1, sets / 2) : MOST_CALLS;
        int calls = (int) Math.min(most, Math.ceil(TURN_NANOS / callNanos.getOrDefault(key, TURN_NANOS)));
        int first = cold ? nextSet : 0;
        int step = cold ? 1 : 0;
        nextSet = cold ? (nextSet + calls) % sets : nextSet;
        for (int call = 0; call <= (calls - 1) * step; call++) {
            engine.release(direction, (first + call) % sets);
        }
        if (!cold) {
            engine.run(direction, 0);
        }
        long start = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            engine.run(direction, (first + call * step) % sets);
        }
        double nanos = (double) (System.nanoTime() - start) / calls;
        callNanos.merge(key, nanos, Math::min);
        return nanos;
    }

    /** Waits until helping threads of the turn before have gone to sleep. */
    private void settle() {
        if (awake) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < SETTLE_NANOS) {
                Thread.onSpinWait();
            }
        }
    }

    /** What was seen so far. */
    Measured measured() {
        Map<String, String> versions = new HashMap<>();
        engines.forEach(engine -> versions.put(engine.name(), engine.version()));
        return new Measured(versions, notes, checks, samples);
    }

    @Override
    public void close() {
        engines.forEach(Engine::close);
    }
}
