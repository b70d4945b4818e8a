package dev.normc.compiler;

import dev.normc.compiler.differentiate.Differentiator;
import dev.normc.compiler.differentiate.SavedStatistics;
import dev.normc.compiler.fold.AffineForm;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.lower.Lowering;
import dev.normc.compiler.shard.ShardedPrograms;
import dev.normc.compiler.simplify.LiveValues;
import dev.normc.compiler.simplify.SharedSums;
import dev.normc.compiler.simplify.Simplifier;
import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.Entry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order of the passes. Read it aloud: this list is the compiler. */
public final class Pipeline {

    /** Sees the program after each pass. */
    public interface Observer {
        /** Called with the name of the pass that has just run. */
        void after(String pass, TensorProgram program);

        /** Sees nothing. */
        Observer NONE = (pass, program) -> {};
    }

    private Pipeline() {}

    /** What each entry of order 1 computes. */
    public static Map<Entry, TensorProgram> programs(SpecializedNorm norm, Observer observer) {
        return programs(norm, 1, observer);
    }

    /**
     * What each entry computes: differentiated, simplified, cut into halves.
     *
     * @param order of the highest derivative, 1 or 2
     */
    public static Map<Entry, TensorProgram> programs(SpecializedNorm norm, int order, Observer observer) {
        TensorProgram joint = Differentiator.differentiate(norm.train());
        TensorProgram train = simplified(joint, "train", observer);
        TensorProgram second = order > 1 ? simplified(Differentiator.again(joint), "second", observer) : null;
        SavedStatistics.Halves halves =
                second == null ? SavedStatistics.split(train) : SavedStatistics.split(train, second);
        TensorProgram jointFrozen = Differentiator.differentiate(norm.infer());
        TensorProgram frozen = simplified(jointFrozen, "frozen", observer);

        Map<Entry, TensorProgram> programs = new EnumMap<>(Entry.class);
        programs.put(Entry.FORWARD, sequenced(halves.forward(), "forward", observer));
        programs.put(Entry.BACKWARD, sequenced(halves.backward(), "backward", observer));
        programs.put(Entry.INFER, sequenced(storing(frozen, BufferRole.OUTPUT), "infer", observer));
        programs.put(
                Entry.BACKWARD_FROZEN, sequenced(storing(frozen, BufferRole.GRADIENT), "backwardFrozen", observer));
        if (second != null) {
            programs.put(Entry.BACKWARD2, sequenced(halves.withSavedStates(second), "backward2", observer));
            TensorProgram secondFrozen = simplified(Differentiator.again(jointFrozen), "second frozen", observer);
            programs.put(Entry.BACKWARD_FROZEN2, sequenced(secondFrozen, "backwardFrozen2", observer));
        }
        return programs;
    }

    /** The entries of a norm whose statistics may be split over shards of its outermost axis. */
    static Map<Entry, TensorProgram> sharded(SpecializedNorm norm, Observer observer)
            throws ShardedPrograms.NotMergeableException {
        Map<Entry, TensorProgram> programs = programs(norm, observer);
        // Sums are not shared here: each must be one statistic.
        TensorProgram joint = Simplifier.simplify(Differentiator.differentiate(norm.train()));
        SavedStatistics.Halves halves = SavedStatistics.split(joint);
        programs.put(Entry.FORWARD, sequenced(halves.forward(), "forward", observer));
        programs.put(Entry.BACKWARD, sequenced(halves.backward(), "backward", observer));
        ShardedPrograms shards = ShardedPrograms.of(
                LiveValues.only(halves.forward()), LiveValues.only(halves.backward()), norm.freeAxes());
        programs.put(Entry.PARTIAL, sequenced(shards.partial(), "partial", observer));
        programs.put(Entry.FINISH, sequenced(shards.finish(), "finish", observer));
        programs.put(Entry.BACKWARD_PARTIAL, sequenced(shards.backwardPartial(), "backwardPartial", observer));
        programs.put(Entry.BACKWARD_FINISH, sequenced(shards.backwardFinish(), "backwardFinish", observer));
        return programs;
    }

    /** The scale and the shift of a norm that is affine in its input at inference. */
    static TensorProgram folded(SpecializedNorm norm) throws AffineForm.NotAffineException {
        return LiveValues.sequenced(Simplifier.simplify(AffineForm.of(LiveValues.only(norm.infer()))));
    }

    private static TensorProgram simplified(TensorProgram differentiated, String name, Observer observer) {
        observer.after("differentiate " + name, differentiated);
        TensorProgram simple = Simplifier.simplify(differentiated);
        observer.after("simplify " + name, simple);
        TensorProgram shared = SharedSums.share(simple);
        observer.after("share sums " + name, shared);
        return shared;
    }

    private static TensorProgram sequenced(TensorProgram program, String name, Observer observer) {
        TensorProgram sequenced = LiveValues.sequenced(program);
        observer.after("sequence " + name, sequenced);
        return sequenced;
    }

    private static TensorProgram storing(TensorProgram program, BufferRole role) {
        List<TensorProgram.Store> stores = program.stores().stream()
                .filter(store -> program.buffers().get(store.buffer()).role() == role)
                .toList();
        return program.withStores(stores);
    }

    /**
     * How each entry is computed.
     *
     * @param whole entries that are not cut into ranges
     */
    static Map<Entry, LoopProgram> loops(
            SpecializedNorm norm, Map<Entry, TensorProgram> programs, Schedule schedule, Set<Entry> whole) {
        Map<Entry, LoopProgram> loops = new EnumMap<>(Entry.class);
        programs.forEach((entry, program) -> loops.put(
                entry, Lowering.lower(program, entry, norm.freeAxes(), norm.type(), schedule, !whole.contains(entry))));
        return loops;
    }
}
