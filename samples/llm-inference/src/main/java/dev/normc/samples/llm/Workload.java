package dev.normc.samples.llm;

import dev.normc.runtime.DataType;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One call of a norm as a model makes it, by several contenders.
 *
 * @param norm what it is called in tables
 * @param storage where its numbers stand
 * @param rows how many rows one call normalizes
 * @param size elements of a row
 * @param type storage of an element
 * @param exact the unrounded outputs
 * @param prepare brings the input back to what it was, before a call that is checked
 * @param output the numbers that the last call wrote
 * @param calls the call of each contender that can run here
 */
public record Workload(
        String norm,
        String storage,
        int rows,
        int size,
        DataType type,
        Exact exact,
        Runnable prepare,
        Supplier<double[]> output,
        Map<Contender, Runnable> calls) {

    public Workload {
        calls = new EnumMap<>(calls);
    }

    String title() {
        return norm + " [" + rows + ", " + size + "], " + storage;
    }

    /** Runs one contender once and compares what it wrote with the unrounded outputs. */
    Accuracy check(Contender contender) {
        prepare.run();
        calls.get(contender).run();
        return exact.compare(output.get(), type);
    }

    /**
     * What went wrong with a contender, or nothing: exact kernels round the exact value once; a fast one is off by some tens
     * of roundings, and a loop in {@code float} by as many as {@code size} additions make.
     */
    String fault(Contender contender, Accuracy accuracy) {
        String who = title() + ", " + contender.title() + ": ";
        if (contender.isExact() && !(accuracy.worstUlp() < 0.51)) {
            return who + accuracy.worstUlp() + " ulp off, more than a rounding";
        }
        double roundings = contender.isGenerated() ? 100 : size + 16;
        double ofOutput = type == DataType.F32 ? 0x1p-24 : 0x1p-8;
        if (!(accuracy.worstRelative() < roundings * 0x1p-24 + ofOutput)) {
            return who + "off by " + accuracy.worstRelative() + " of the largest element";
        }
        return "";
    }
}
