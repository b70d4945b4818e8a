package dev.normc.cli;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Pass;
import dev.normc.compiler.loop.PassGroup;
import dev.normc.compiler.loop.PassGroups;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Traffic;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one entry is computed, as its loops have it, and what they move.
 *
 * @param read bytes that come from memory in one call
 * @param written bytes that go to memory in one call
 * @param cached bytes that loops read again from the cache
 * @param input the largest input, to whose elements bytes are related
 * @param schedule what the loops are made by
 */
record EntrySchedule(
        LoopProgram program,
        List<PassGroup> groups,
        Count read,
        Count written,
        Count cached,
        BufferSpec input,
        Schedule schedule) {
    EntrySchedule {
        groups = List.copyOf(groups);
    }

    /** Of every entry of a kernel. */
    static List<EntrySchedule> of(Compilation compilation) {
        BufferSpec input = compilation.signature().buffers(BufferRole.INPUT).stream()
                .max(Comparator.comparing(buffer -> size(BufferBytes.of(buffer))))
                .orElseThrow();
        return compilation.plan().programs().values().stream()
                .map(program -> new EntrySchedule(
                        program,
                        PassGroups.of(program),
                        Traffic.grown(program, Traffic::bytesRead),
                        Traffic.grown(program, Traffic::bytesWritten),
                        Traffic.grown(program, Traffic::bytesFromCache),
                        input,
                        compilation.plan().schedule()))
                .toList();
    }

    int sweeps() {
        return PassGroups.sweeps(program);
    }

    /** Bytes of one call for each element of the input; where its extent is open, as it is for many. */
    double perElement(Count bytes) {
        return (double) size(bytes) * input.type().bytes() / size(BufferBytes.of(input));
    }

    /** Bytes read and written, over those that a copy of the input reads and writes. */
    double copies() {
        return perElement(read.plus(written)) / (2.0 * input.type().bytes());
    }

    /** Bytes of the workspace that each thread needs. */
    Count workspaceBytes() {
        return doubles(program.workspace());
    }

    /** Bytes behind it that threads share. */
    Count sharedBytes() {
        return doubles(program.partials());
    }

    /** Whether all passes run in hardware vectors. */
    boolean isVector() {
        return schedule.isVector()
                && groups.stream().flatMap(group -> group.passes().stream()).allMatch(pass -> staysPlain(pass)
                        .isEmpty());
    }

    /** Why a pass stays in plain Java where others are in hardware vectors; empty where it is in them, or none is. */
    Optional<String> staysPlain(Pass pass) {
        return schedule.isVector() ? pass.staysPlain(program, schedule) : Optional.empty();
    }

    private static Count doubles(Count elements) {
        return new Count(elements.fixed() * Double.BYTES, elements.perDynamic() * Double.BYTES);
    }

    private static long size(Count count) {
        return count.isFixed() ? count.fixed() : count.perDynamic();
    }
}
