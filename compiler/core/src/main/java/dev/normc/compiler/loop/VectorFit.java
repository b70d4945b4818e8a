package dev.normc.compiler.loop;

import dev.normc.compiler.op.Op;
import dev.normc.runtime.DataType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a loop along the innermost axis has a form in hardware vectors, what that takes, and what stands against it. */
public final class VectorFit {
    /** Vector operations of a loop at most, in all vectors side by side: more make nodes at which C2 gives the method up. */
    private static final int MOST_OPERATIONS = 160;

    /** The same with accumulators: with many more, and as many vectors alive, C2 makes objects of them. */
    private static final int MOST_SIDE_BY_SIDE = 80;

    /** No species has fewer elements of 16 bits. */
    private static final int FEWEST_SHORTS = 4;

    /** Bytecodes of an operation at most, with the loads of its operands. */
    private static final int OPERATION = 12;

    private static final int STATEMENT = 30;
    private static final int EXACT = 60;

    /** Bits from which on every machine with such vectors has a fused multiply-add. */
    private static final int FUSED = 256;

    private final Statement.Lanes loop;
    private final List<LoopProgram.Buffer> buffers;
    private final Schedule schedule;
    private final int width;
    private final int lanes;
    private final LaneValues values;

    /** @param buffers what the indices of the loop's buffers name */
    public VectorFit(Statement.Lanes loop, List<LoopProgram.Buffer> buffers, Schedule schedule) {
        this.loop = loop;
        this.buffers = buffers;
        this.schedule = schedule;
        this.width = schedule.vectorElements();
        this.lanes = schedule.lanes(loop.narrow());
        this.values = new LaneValues(loop);
    }

    /** Whether the machine has a fused multiply-add. */
    public boolean isFused() {
        return schedule.vectorBits() >= FUSED;
    }

    /** Whether the loop is in vectors. */
    public boolean isVector() {
        return obstacle().isEmpty();
    }

    /** Why the loop is in plain Java, as a part of a sentence; empty where it is in vectors. */
    public Optional<String> obstacle() {
        if (!schedule.isVector()) {
            return Optional.of("the schedule has no vectors");
        }
        if (!loop.inVectors()) {
            return Optional.of("it runs once and is a small part of the work, or there is no room in its method");
        }
        boolean accumulates = !loop.accumulators().isEmpty();
        int least = accumulates ? lanes : width;
        if (loop.to().isAtMost(least - 1L)) {
            return Optional.of("its axis has fewer than " + least + " elements");
        }
        if (lanes < width) {
            return Optional.of("a vector has more elements than there are accumulators");
        }
        return loop.body().stream()
                .map(this::obstacle)
                .flatMap(Optional::stream)
                .findFirst()
                .or(this::tooMuch);
    }

    private Optional<String> tooMuch() {
        int operations = copies() * operations();
        if (operations > MOST_OPERATIONS) {
            return Optional.of(operations + " operations, more than the " + MOST_OPERATIONS + " that C2 takes");
        }
        int most = mostBytes();
        return bytes() > most
                ? Optional.of("about " + bytes() + " bytecodes, more than the " + most
                        + " it may have of a method that C2 takes")
                : Optional.empty();
    }

    /** A loop in a method of its own may be most of it; beside others, C2 makes objects of vectors much sooner. */
    private int mostBytes() {
        boolean apart = loop.accumulators().isEmpty() || !loop.from().isEmpty();
        return apart ? schedule.methodBytes() * 9 / 10 : schedule.methodBytes() * 35 / 100;
    }

    /** Vectors side by side that hold the accumulators; 1 where there are none. */
    public int copies() {
        return loop.accumulators().isEmpty() ? 1 : Math.max(1, lanes / width);
    }

    /** How many of them one loop takes, as many as its operations allow: the others have loops of their own. */
    public int copiesAtATime() {
        int fitting = MOST_SIDE_BY_SIDE / Math.max(1, operations());
        return Integer.highestOneBit(Math.max(1, Math.min(copies(), fitting)));
    }

    /** An upper estimate of the bytecodes of the loop, its tail and what stands around it. */
    public int bytes() {
        int tails = loop.to().isFixed() && loop.to().fixed() % lanes != 0 ? 2 : 1;
        long exact = loop.accumulators().stream()
                .filter(accumulator -> accumulator.error().isPresent())
                .count();
        int around = loop.accumulators().size() * STATEMENT + (int) exact * EXACT;
        return copies() * (OPERATION * operations() + around)
                + tails * (OPERATION * operations() + STATEMENT * loop.body().size())
                + STATEMENT * invariants();
    }

    /** Vectors that are made before the loop, about. */
    private int invariants() {
        Set<Scalar> found = new HashSet<>();
        loop.body().forEach(statement -> LaneValues.of(statement).forEach(value -> invariants(value, found)));
        return found.size();
    }

    private void invariants(Scalar scalar, Set<Scalar> found) {
        if (values.isInvariant(scalar)) {
            found.add(scalar);
        } else if (scalar instanceof Scalar.Apply apply) {
            apply.operands().forEach(operand -> invariants(operand, found));
        }
    }

    /** Vector operations in the loop for one of the vectors side by side. */
    public int operations() {
        Set<Scalar> shared = new HashSet<>();
        return loop.body().stream()
                .mapToInt(statement -> operations(statement, shared))
                .sum();
    }

    private int operations(Statement statement, Set<Scalar> shared) {
        int own = statement instanceof Statement.AddExactly ? 12 : statement instanceof Statement.Let ? 0 : 2;
        if (statement instanceof Statement.Store store) {
            own = type(store.buffer()).isShort() ? 20 : 2;
        }
        return own
                + LaneValues.of(statement).stream()
                        .mapToInt(value -> operations(value, shared))
                        .sum();
    }

    /** @param shared comparisons that have been made */
    private int operations(Scalar scalar, Set<Scalar> shared) {
        if (values.isInvariant(scalar) || scalar instanceof Scalar.Local || isShared(scalar) && !shared.add(scalar)) {
            return 0;
        }
        if (scalar instanceof Scalar.Apply apply) {
            int own = apply.op() == Op.SIGN ? 4 : 1;
            return own
                    + apply.operands().stream()
                            .mapToInt(operand -> operations(operand, shared))
                            .sum();
        }
        return scalar instanceof Scalar.Load load ? operationsOfLoad(load.buffer()) : 2;
    }

    private int operationsOfLoad(int buffer) {
        return switch (type(buffer)) {
            case F32, F64 -> 2;
            case BF16 -> 5;
            case F16 -> 16;
        };
    }

    /** Whether a value that stands in a body more than once is computed once for each vector. */
    public static boolean isShared(Scalar scalar) {
        return scalar instanceof Scalar.Apply apply && apply.op().isComparison();
    }

    private Optional<String> obstacle(Statement statement) {
        boolean neighbours;
        if (statement instanceof Statement.Let || statement instanceof Statement.LaneAccumulate) {
            neighbours = true;
        } else if (statement instanceof Statement.Store store) {
            neighbours = values.isContiguous(store.index()) && hasVectors(store.buffer());
        } else if (statement instanceof Statement.Accumulate accumulate) {
            neighbours = isContiguous(accumulate.place());
        } else if (statement instanceof Statement.AddExactly add) {
            neighbours = isContiguous(add.sum()) && isContiguous(add.error());
        } else {
            return Optional.of("not all of it is arithmetic");
        }
        if (!neighbours) {
            return Optional.of("what it writes does not lie side by side");
        }
        return LaneValues.of(statement).stream()
                .map(this::obstacle)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> obstacle(Scalar scalar) {
        if (values.isInvariant(scalar) || scalar instanceof Scalar.Local || scalar instanceof Scalar.Position) {
            return Optional.empty();
        }
        if (scalar instanceof Scalar.Load load) {
            return values.isContiguous(load.index()) && hasVectors(load.buffer())
                    ? Optional.empty()
                    : Optional.of("the elements of " + name(load) + " that it reads do not lie side by side");
        }
        if (scalar instanceof Scalar.Shifted shifted) {
            return Optional.of("it reads " + name(shifted.load()) + " at shifted places, which may lie outside");
        }
        if (!(scalar instanceof Scalar.Apply apply)) {
            return Optional.of("it divides compensated sums");
        }
        return hasVectors(apply.op())
                ? apply.operands().stream()
                        .map(this::obstacle)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.of("there is no vector form of " + apply.op().spelling());
    }

    private String name(Scalar.Load load) {
        return buffers.get(load.buffer()).name();
    }

    private boolean hasVectors(int buffer) {
        return !type(buffer).isShort() || width >= FEWEST_SHORTS;
    }

    private static boolean hasVectors(Op op) {
        return switch (op) {
            case NEGATE, ADD, SUBTRACT, MULTIPLY, DIVIDE, SQRT, ABS, SIGN, MIN, MAX -> true;
            case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL, WHERE, KEEP, DROP -> true;
            case EXP, EXPM1, LOG, TANH, SIGMOID, SOFTPLUS, ERF, POWER, TOTAL -> false;
        };
    }

    private DataType type(int buffer) {
        return buffers.get(buffer).type();
    }

    private boolean isContiguous(Place place) {
        return place instanceof Place.Element element && values.isContiguous(element.index());
    }
}
