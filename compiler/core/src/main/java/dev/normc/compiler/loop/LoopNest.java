package dev.normc.compiler.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The loops around a statement, outermost first, for one extent of the dynamic axis. */
public record LoopNest(List<Level> levels) {
    /** No loop. */
    static final LoopNest NONE = new LoopNest(List.of());

    private static final String VARIABLE_OF_AXIS = "i";

    public LoopNest {
        levels = List.copyOf(levels);
    }

    /**
     * One loop.
     *
     * @param loop the statement, by which two nests know whether they share it
     * @param extent how far the variable runs, over all parts of a loop that is cut
     * @param trips iterations, over all parts
     * @param part the variable of the loop around it of which it runs through one part; empty where it is whole
     */
    public record Level(String variable, Statement loop, long extent, long trips, String part) {
        /** The axis it runs along, neighbouring axes merged; empty for a loop over parts of one. */
        public String axis() {
            return variable.startsWith(VARIABLE_OF_AXIS) ? variable.substring(VARIABLE_OF_AXIS.length()) : "";
        }
    }

    /** The nest with one loop more inside. */
    LoopNest into(Statement.For loop, long dynamic) {
        long extent = at(loop.to(), dynamic);
        long step = loop.kind() == Statement.Kind.CHUNKS
                ? dev.normc.runtime.math.Chunks.length((int) Math.min(extent, Integer.MAX_VALUE), loop.step())
                : loop.step();
        return with(new Level(loop.variable(), loop, extent, (extent + step - 1) / step, partOf(loop.from())));
    }

    /** The nest with one loop more inside. */
    LoopNest into(Statement.Lanes loop, long dynamic) {
        long extent = at(loop.to(), dynamic);
        return with(new Level(loop.variable(), loop, extent, extent, partOf(loop.from())));
    }

    private LoopNest with(Level level) {
        List<Level> more = new ArrayList<>(levels);
        more.add(level);
        return new LoopNest(more);
    }

    private String partOf(String from) {
        for (Level level : levels) {
            if (from.equals(level.variable()) || from.equals(Chunks.begin(level.variable()))) {
                return level.variable();
            }
        }
        return "";
    }

    /** How often a statement in it runs. */
    public long iterations() {
        return iterations(0);
    }

    /** How often it runs in one iteration of the loops above a depth, on an average. */
    long iterations(int depth) {
        Set<String> parts = parts();
        long product = 1;
        for (int i = depth; i < levels.size(); i++) {
            if (!parts.contains(levels.get(i).variable())) {
                product *= within(levels.get(i).trips(), levels.get(i), depth);
            }
        }
        return product;
    }

    /** Different positions of an index in one iteration of the loops above a depth, on an average. */
    long positions(Index index, int depth) {
        long product = 1;
        for (int i = depth; i < levels.size(); i++) {
            Level level = levels.get(i);
            if (index.variables().contains(level.variable())) {
                product *= within(level.extent(), level, depth);
            }
        }
        return product;
    }

    /** What is left of all iterations of a loop where loops above a depth cut it. */
    private long within(long all, Level level, int depth) {
        String part = level.part();
        long parts = 1;
        for (int i = levels.size() - 1; i >= 0 && !part.isEmpty(); i--) {
            if (levels.get(i).variable().equals(part)) {
                parts = i < depth ? Math.max(parts, levels.get(i).trips()) : parts;
                part = levels.get(i).part();
            }
        }
        return (all + parts - 1) / parts;
    }

    /** Variables that count parts of the loops inside them. */
    private Set<String> parts() {
        Set<String> parts = new HashSet<>();
        levels.forEach(level -> parts.add(level.part()));
        return parts;
    }

    /** How many of the outermost loops two nests share. */
    int shared(LoopNest other) {
        int shared = 0;
        while (shared < Math.min(levels.size(), other.levels.size())
                && levels.get(shared).loop() == other.levels.get(shared).loop()) {
            shared++;
        }
        return shared;
    }

    /** The axes, outermost first. */
    public List<String> axes() {
        return axes(0, levels.size());
    }

    /** The axes of some of the loops. */
    List<String> axes(int from, int to) {
        return levels.subList(from, to).stream()
                .map(Level::axis)
                .filter(axis -> !axis.isEmpty())
                .toList();
    }

    static long at(Count count, long dynamic) {
        return count.fixed() + count.perDynamic() * dynamic;
    }
}
