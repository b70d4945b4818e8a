package dev.normc.compiler;

import dev.normc.compiler.loop.KernelPlan;
import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import java.util.EnumMap;
import java.util.Map;

/**
 * One norm on its walk through the rooms.
 *
 * @param programs what each entry computes, simplified
 * @param java the text of the kernel class
 */
public record Compilation(
        TypedNorm typed,
        SpecializedNorm specialized,
        Map<Entry, TensorProgram> programs,
        KernelPlan plan,
        String java) {

    public Compilation {
        programs = new EnumMap<>(programs);
    }

    public KernelSignature signature() {
        return plan.signature();
    }

    /** The qualified name of the kernel class. */
    public String className() {
        return plan.packageName() + "." + plan.className();
    }
}
