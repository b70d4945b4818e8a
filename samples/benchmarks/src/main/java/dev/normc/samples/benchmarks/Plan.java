package dev.normc.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What one process measures.
 *
 * @param threads counts, 1 or 2 or both
 * @param engines names; empty means all there are
 * @throws IllegalArgumentException for another number of threads
 */
record Plan(
        Workload workload,
        List<Direction> directions,
        List<Integer> threads,
        List<Memory> memories,
        List<String> engines) {

    Plan {
        directions = List.copyOf(directions);
        threads = List.copyOf(threads);
        memories = List.copyOf(memories);
        engines = List.copyOf(engines);
        for (int count : threads) {
            if (count < 1 || count > 2) {
                throw new IllegalArgumentException("--threads " + count + ": there is 1 and 2");
            }
        }
    }

    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Direction direction : directions) {
            for (int count : threads) {
                for (Memory memory : memories) {
                    if (memory == Memory.HOT || !workload.onlyHot()) {
                        cells.add(new Cell(direction, count, memory));
                    }
                }
            }
        }
        return cells;
    }

    /** The buffer sets that its cells need. */
    int sets() {
        boolean cold = cells().stream().anyMatch(cell -> cell.memory() == Memory.COLD);
        return cold ? BufferSets.coldSets(workload) : 1;
    }
}
