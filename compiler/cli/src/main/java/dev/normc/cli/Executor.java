package dev.normc.cli;

import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.npy.NpyArray;
import java.util.Map;

/** One compiled norm that {@code run} can call. */
interface Executor {

    /** Its buffers. */
    KernelSignature signature();

    /**
     * Calls it once.
     *
     * @param arrays inputs, masks, params, states and cotangents by buffer name; a param or state that is not there
     *     starts at its initial value, a cotangent is 0
     * @param order of the highest derivative to compute: 0, 1 or 2
     * @return every output and state after the call, and every gradient up to that order, by buffer name
     */
    Map<String, NpyArray> call(RunMode mode, Map<String, NpyArray> arrays, int order);
}
