package dev.normc.compiler.loop;

import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What one call of an entry moves, on one thread: the elements that its loops read and write, and how many of them come
 * from memory or go there.
 *
 * <p>An element that is read again counts as cached where everything that the loops touch in between is at most as large
 * as a cache; what one outermost loop leaves there is no help for the next one. Buffers of the caller count, the workspace
 * does not: it stays in the cache.
 */
public final class Traffic {
    /** Bytes that are taken to stay close to a core: the second-level caches of today have this and more. */
    public static final long CACHE_BYTES = 1 << 19;

    private static final long LARGE_EXTENT = 1 << 20;

    private final LoopProgram program;
    private final long dynamic;
    private final long cacheBytes;
    private final List<Touch> touches = new ArrayList<>();
    private final Map<Statement, List<Touch>> under = new IdentityHashMap<>();
    private final Map<Statement, Long> footprints = new IdentityHashMap<>();

    /** An access with the loops around it. */
    private record Touch(Access access, LoopNest nest) {}

    private Traffic(LoopProgram program, long dynamic, long cacheBytes) {
        this.program = program;
        this.dynamic = dynamic;
        this.cacheBytes = cacheBytes;
    }

    /** The traffic of one call with an extent of the dynamic axis; any where there is none. */
    public static Traffic of(LoopProgram program, long dynamic) {
        return of(program, dynamic, CACHE_BYTES);
    }

    /** The same with a cache of another size. */
    public static Traffic of(LoopProgram program, long dynamic, long cacheBytes) {
        Traffic traffic = new Traffic(program, dynamic, cacheBytes);
        LoopWalk.walk(program, dynamic, new LoopWalk.Visitor() {
            @Override
            public void statement(Statement statement, LoopNest nest) {
                Access.of(statement).forEach(access -> traffic.add(new Touch(access, nest)));
            }

            @Override
            public void innermost(Statement loop, List<Statement> body, LoopNest nest) {}
        });
        return traffic;
    }

    /** A number of bytes or elements as it grows with the extent of the dynamic axis, exact for large extents. */
    public static Count grown(LoopProgram program, ToLongFunction<Traffic> number) {
        long small = number.applyAsLong(of(program, LARGE_EXTENT));
        long large = number.applyAsLong(of(program, 2 * LARGE_EXTENT));
        long slope = (large - small) / LARGE_EXTENT;
        return new Count(small - slope * LARGE_EXTENT, slope);
    }

    private void add(Touch touch) {
        touches.add(touch);
        touch.nest().levels().forEach(level -> under.computeIfAbsent(level.loop(), loop -> new ArrayList<>())
                .add(touch));
    }

    /** Elements of a buffer that are read, however often. */
    public long loads(int buffer) {
        return times(buffer, false);
    }

    /** Elements of a buffer that are written, however often. */
    public long stores(int buffer) {
        return times(buffer, true);
    }

    private long times(int buffer, boolean writes) {
        return touches.stream()
                .filter(touch ->
                        touch.access().buffer() == buffer && touch.access().isWrite() == writes)
                .mapToLong(touch -> touch.access().times(touch.nest(), dynamic))
                .sum();
    }

    /** Elements of a buffer that come from memory. */
    public long loadsFromMemory(int buffer) {
        return moved(buffer, false);
    }

    /** Elements of a buffer that go to memory. */
    public long storesToMemory(int buffer) {
        return moved(buffer, true);
    }

    private long moved(int buffer, boolean writes) {
        long all = 0;
        List<Touch> earlier = new ArrayList<>();
        Map<Touch, Long> known = new IdentityHashMap<>();
        for (Touch touch : touches) {
            if (touch.access().buffer() != buffer || touch.access().isWrite() != writes) {
                continue;
            }
            long elements = fetched(touch);
            long there = earlier.stream()
                    .filter(other -> isCached(other.nest(), touch.nest()))
                    .mapToLong(known::get)
                    .max()
                    .orElse(0);
            all += Math.max(0, elements - there);
            known.put(touch, elements);
            earlier.add(touch);
        }
        return all;
    }

    /** Whether what the one nest touches stays until the other comes, in the innermost loop that both share. */
    boolean isCached(LoopNest earlier, LoopNest later) {
        int shared = earlier.shared(later);
        return shared > 0 && footprint(later, shared) <= cacheBytes;
    }

    /** Elements that an access brings from memory: again for each iteration of a loop that drives them out. */
    private long fetched(Touch touch) {
        LoopNest nest = touch.nest();
        long elements = Math.min(
                touch.access().times(nest, dynamic),
                nest.positions(touch.access().index(), 0));
        for (int i = 0; i < nest.levels().size(); i++) {
            LoopNest.Level level = nest.levels().get(i);
            boolean moves = touch.access().index().variables().contains(level.variable());
            if (!moves && !level.axis().isEmpty() && footprint(nest, i + 1) > cacheBytes) {
                elements *= level.trips();
            }
        }
        return elements;
    }

    /** Bytes that everything in the first loops of a nest touches in one iteration of the last of them. */
    long footprint(LoopNest nest, int depth) {
        Statement loop = nest.levels().get(depth - 1).loop();
        Long known = footprints.get(loop);
        if (known == null) {
            Map<Integer, Long> elements = new HashMap<>();
            for (Touch touch : under.getOrDefault(loop, List.of())) {
                elements.merge(
                        touch.access().buffer(),
                        touch.nest().positions(touch.access().index(), depth),
                        Math::max);
            }
            known = elements.entrySet().stream()
                    .mapToLong(entry -> entry.getValue()
                            * program.buffers().get(entry.getKey()).type().bytes())
                    .sum();
            footprints.put(loop, known);
        }
        return known;
    }

    /** Bytes of the caller's buffers that come from memory. */
    public long bytesRead() {
        return bytes(this::loadsFromMemory);
    }

    /** Bytes of the caller's buffers that go to memory. */
    public long bytesWritten() {
        return bytes(this::storesToMemory);
    }

    /** Bytes of the caller's buffers that loops read again from the cache. */
    public long bytesFromCache() {
        return bytes(this::loads) - bytesRead();
    }

    private long bytes(ToLongFunction<Integer> elements) {
        long sum = 0;
        for (int i = 0; i < program.buffers().size(); i++) {
            LoopProgram.Buffer buffer = program.buffers().get(i);
            if (buffer.role() != BufferRole.WORKSPACE) {
                sum += elements.applyAsLong(i) * buffer.type().bytes();
            }
        }
        return sum;
    }
}
