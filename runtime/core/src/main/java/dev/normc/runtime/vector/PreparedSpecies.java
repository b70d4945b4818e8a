package dev.normc.runtime.vector;

import dev.normc.runtime.math.VectorSupport;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The species of a kernel, once the JIT compiler has seen what kernels do with vectors.
 *
 * <p>On JDK 17 vectors become objects where this is left out. The methods of the vector module ask an operator of which
 * kind it is in one small method, which C2 also compiles by itself. If the first vector code of a JVM has only operators of
 * one class, as a kernel that multiplies and adds, that method is compiled for this class, and traps at the first fused
 * multiply-add. HotSpot keeps the number of its traps for ever, and adds it up over everything that a compilation inlines:
 * with four traps, 25 operations are too many, and C2 stops trusting the class of a vector wherever it cannot prove it,
 * which is behind the 18,000th node of a method. So here are operators of all kinds, in turns, before the first kernel.
 */
public final class PreparedSpecies {
    /** The first release that was seen to do without. */
    private static final int SETTLED = 25;

    /** Rounds until the method has a profile, with some to spare; all take some 40 ms. */
    private static final int ROUNDS = 750;

    private static final int TIMES = 4;

    /** Between the rounds, for the compiler's own threads where all processors are busy. */
    private static final long PAUSE_MILLIS = 2;

    private static final AtomicBoolean DONE = new AtomicBoolean();

    static {
        // The descriptor does not say so; see there. Nothing happens on the class path.
        ModuleLayer.boot().findModule(VectorSupport.MODULE).ifPresent(PreparedSpecies.class.getModule()::addReads);
    }

    private PreparedSpecies() {}

    /**
     * Called by a kernel before it computes. The first call in a JVM takes some time.
     *
     * @param bits of the vectors that the caller computes with; no species, because javac finds no class of the vector module
     *     in a signature of this one, whose descriptor does not require it
     */
    public static void prepare(int bits) {
        of(VectorSpecies.of(double.class, VectorShape.forBitSize(bits)));
    }

    /** The same species. */
    static VectorSpecies<Double> of(VectorSpecies<Double> species) {
        if (Runtime.version().feature() < SETTLED && !DONE.getAndSet(true)) {
            double[] numbers = new double[species.length()];
            for (int i = 0; i < TIMES; i++) {
                compute(species, numbers);
                pause();
            }
        }
        return species;
    }

    private static void compute(VectorSpecies<Double> species, double[] numbers) {
        for (int i = 0; i < ROUNDS; i++) {
            DoubleVector x = DoubleVector.fromArray(species, numbers, 0);
            x.neg().sub(x).add(x).fma(x, x).intoArray(numbers, 0);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the caller's affair; without pauses it works nearly always
        }
    }
}
