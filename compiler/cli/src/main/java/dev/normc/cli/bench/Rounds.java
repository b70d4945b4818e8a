package dev.normc.cli.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Contestants in turns on the same buffers: each round has every one of them once, in an order drawn for it, so that what
 * the machine does besides falls on all alike. Ratios are taken within a round.
 */
public final class Rounds {
    /** A turn makes as many calls as fill this. */
    private static final double TURN_NANOS = 500_000;

    private static final int MOST_CALLS = 2_000;
    private static final int FEWEST_ROUNDS = 5;

    /** Turns whose times are this close count as settled. */
    private static final double SETTLED = 1.1;

    private static final int SETTLED_TURNS = 7;
    private static final double SECOND = 1e9;

    private final List<Contestant> contestants;
    private final boolean cold;
    private final int sets;
    private final Progress progress;
    private final Random random = new Random(1);
    private final Map<Contestant, Double> callNanos = new HashMap<>();
    private int nextSet;

    /** Hears how far it is. */
    public interface Progress {
        /** @param share done of the seconds of this cell, from 0 to 1; the warm-up is at 0 */
        void at(double share);
    }

    /**
     * How the kernel warmed up.
     *
     * @param settled whether its time had stopped changing
     * @param isWaiting whether it still was to go over to other code
     */
    public record WarmUp(double seconds, boolean settled, boolean isWaiting) {}

    /**
     * Rounds on one cell.
     *
     * @param contestants the kernel first
     * @param cold whether every call takes the next set, not always the first
     */
    public Rounds(List<Contestant> contestants, boolean cold, int sets, Progress progress) {
        this.contestants = List.copyOf(contestants);
        this.cold = cold;
        this.sets = sets;
        this.progress = progress;
    }

    /**
     * Rounds that do not count, until the kernel's time no longer changes and it waits for no other code.
     *
     * @param least seconds it lasts
     * @param most seconds it lasts, but for what has begun
     * @param patience seconds more for a kernel that waits
     */
    public WarmUp warmUp(double least, double most, double patience) {
        long start = System.nanoTime();
        List<Double> last = new ArrayList<>();
        while (true) {
            boolean waiting = contestants.get(0).isWaiting();
            round().forEach((contestant, nanos) -> {
                if (contestant == contestants.get(0)) {
                    last.add(nanos);
                }
            });
            progress.at(0);
            double seconds = (System.nanoTime() - start) / SECOND;
            if (waiting) {
                last.clear();
            }
            if (last.size() > SETTLED_TURNS) {
                last.remove(0);
            }
            boolean settled = !waiting
                    && last.size() == SETTLED_TURNS
                    && Collections.max(last) <= SETTLED * Collections.min(last);
            if (settled && seconds >= least || seconds > most + (waiting ? patience : 0)) {
                return new WarmUp(seconds, settled, waiting);
            }
        }
    }

    /**
     * Rounds that count.
     *
     * @param seconds they last, but for at least five of them
     * @return nanoseconds of a call, for each contestant one number a round
     */
    public Map<Contestant, double[]> measure(double seconds) {
        Map<Contestant, List<Double>> found = new HashMap<>();
        contestants.forEach(contestant -> found.put(contestant, new ArrayList<>()));
        long start = System.nanoTime();
        double share = 0;
        for (int round = 0; round < FEWEST_ROUNDS || share < 1; round++) {
            round().forEach((contestant, nanos) -> found.get(contestant).add(nanos));
            share = (System.nanoTime() - start) / SECOND / seconds;
            progress.at(Math.min(1, share));
        }
        Map<Contestant, double[]> times = new HashMap<>();
        found.forEach((contestant, nanos) -> times.put(
                contestant, nanos.stream().mapToDouble(Double::doubleValue).toArray()));
        return times;
    }

    private Map<Contestant, Double> round() {
        List<Contestant> order = new ArrayList<>(contestants);
        Collections.shuffle(order, random);
        Map<Contestant, Double> nanos = new HashMap<>();
        order.forEach(contestant -> nanos.put(contestant, turn(contestant)));
        return nanos;
    }

    private double turn(Contestant contestant) {
        int most = cold ? Math.max(1, sets / 2) : MOST_CALLS;
        int calls = (int) Math.min(most, Math.ceil(TURN_NANOS / callNanos.getOrDefault(contestant, TURN_NANOS)));
        int first = cold ? nextSet : 0;
        int step = cold ? 1 : 0;
        nextSet = cold ? (nextSet + calls) % sets : 0;
        if (!cold) {
            contestant.call(0); // what the turn before has driven out comes back
        }
        long start = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            contestant.call((first + call * step) % sets);
        }
        double nanos = (double) (System.nanoTime() - start) / calls;
        callNanos.merge(contestant, nanos, Math::min);
        return nanos;
    }
}
