package dev.normc.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Pass;
import dev.normc.compiler.loop.PassGroup;
import dev.normc.compiler.loop.Traffic;
import dev.normc.runtime.BufferRole;
import java.util.Optional;

/** The schedule of an entry for a program; sizes are in bytes, counts in elements. */
final class ScheduleJson {
    private ScheduleJson() {}

    static void entry(ObjectNode node, EntrySchedule entry) {
        LoopProgram program = entry.program();
        node.put("entry", program.entry().method()).put("sweeps", entry.sweeps());
        ExplanationJson.bytes(node, entry.read().plus(entry.written()));
        node.put("vectorBits", entry.schedule().vectorBits());
        node.putObject("bytesPerElement")
                .put("of", entry.input().name())
                .put("read", entry.perElement(entry.read()))
                .put("written", entry.perElement(entry.written()))
                .put("total", entry.perElement(entry.read().plus(entry.written())))
                .put("copies", entry.copies())
                .put("againFromCache", entry.perElement(entry.cached()));
        node.put("cacheBytes", Traffic.CACHE_BYTES);
        ArrayNode buffers = node.putArray("traffic");
        for (int i = 0; i < program.buffers().size(); i++) {
            if (program.buffers().get(i).role() != BufferRole.WORKSPACE) {
                buffer(buffers.addObject(), program, i);
            }
        }
        ArrayNode groups = node.putArray("passGroups");
        entry.groups().forEach(group -> group(groups.addObject(), group, entry));
        program.range().ifPresent(range -> range(node.putObject("range"), range));
        count(node, "workspaceBytes", entry.workspaceBytes());
        count(node, "sharedWorkspaceBytes", entry.sharedBytes());
    }

    private static void buffer(ObjectNode node, LoopProgram program, int buffer) {
        node.put("buffer", program.buffers().get(buffer).name());
        count(node, "loads", Traffic.grown(program, traffic -> traffic.loads(buffer)));
        count(node, "stores", Traffic.grown(program, traffic -> traffic.stores(buffer)));
        count(node, "loadsFromMemory", Traffic.grown(program, traffic -> traffic.loadsFromMemory(buffer)));
        count(node, "storesToMemory", Traffic.grown(program, traffic -> traffic.storesToMemory(buffer)));
    }

    private static void group(ObjectNode node, PassGroup group, EntrySchedule entry) {
        ExplanationJson.strings(node, "sharedAxes", group.axes());
        node.put("bytesAtATime", group.bytes()).put("fitsCache", group.fitsCache());
        ArrayNode passes = node.putArray("passes");
        group.passes().forEach(pass -> pass(passes.addObject(), pass, entry));
    }

    private static void pass(ObjectNode node, Pass pass, EntrySchedule entry) {
        ExplanationJson.strings(node, "axes", pass.nest().axes());
        ExplanationJson.strings(node, "reads", pass.first());
        ExplanationJson.strings(node, "readsAgain", pass.again());
        ExplanationJson.strings(node, "readsKept", pass.kept());
        ExplanationJson.strings(node, "keeps", pass.keeps());
        ArrayNode sums = node.putArray("collects");
        for (Pass.Sums total : pass.sums()) {
            ObjectNode collected = sums.addObject()
                    .put("by", ExplanationJson.lower(total.reducer()))
                    .put("count", total.count());
            ExplanationJson.strings(collected, "each", total.per());
        }
        ExplanationJson.strings(node, "writes", pass.writes());
        Optional<String> plain = entry.staysPlain(pass);
        node.put("suitsVectors", entry.schedule().isVector() && plain.isEmpty());
        plain.ifPresent(reason -> node.put("staysPlain", reason));
    }

    private static void range(ObjectNode node, LoopProgram.Range range) {
        node.put("axis", range.axis())
                .put("chunked", range.chunked())
                .put("multipleOf", range.block())
                .put("stages", range.stages().size());
        count(node, "extent", range.extent());
    }

    private static void count(ObjectNode node, String name, Count count) {
        node.put(name, count.fixed());
        if (!count.isFixed()) {
            node.put(name + "PerOpenIndex", count.perDynamic());
        }
    }
}
