package dev.normc.cli;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Pass;
import dev.normc.compiler.loop.PassGroup;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Traffic;
import dev.normc.runtime.math.Chunks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The schedules of a kernel's entries for a person. */
final class ScheduleText {
    private static final int WIDTH = 96;

    private final String openAxis;
    private final List<String> lines = new ArrayList<>();
    private int number;

    private ScheduleText(String openAxis) {
        this.openAxis = openAxis;
    }

    /** What is moved, a row for each entry. */
    static List<String> traffic(List<EntrySchedule> entries, String openAxis) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("entry", "sweeps", "memory, a call", "each element", "copies", "cached"));
        for (EntrySchedule entry : entries) {
            rows.add(List.of(
                    entry.program().entry().method(),
                    Integer.toString(entry.sweeps()),
                    ByteText.of(entry.read().plus(entry.written()), openAxis),
                    number(entry.perElement(entry.read())) + " + " + number(entry.perElement(entry.written())),
                    String.format(Locale.ROOT, "%.2f", entry.copies()),
                    number(entry.perElement(entry.cached()))));
        }
        return Table.lines(rows);
    }

    /** What the columns of {@link #traffic} are. */
    static String trafficTitle(EntrySchedule entry) {
        String input = entry.input().name();
        return "Bytes for each element of " + input + ": read + written (a copy moves "
                + 2 * entry.input().type().bytes() + "); cached: read again within "
                + ByteText.rounded(Traffic.CACHE_BYTES);
    }

    /** How loops run on the machine. */
    static String title(EntrySchedule entry) {
        Schedule schedule = entry.schedule();
        String loops = schedule.isVector()
                ? "in vectors of " + schedule.vectorBits() + " bits, " + schedule.vectorElements() + " f64 at a time"
                : "in plain Java";
        String narrow = schedule.fast() ? ", f32 where all is f32" : "";
        return "Schedule, " + loops + narrow + ", axes outermost first";
    }

    /** The passes of an entry, how it is cut for threads, and its workspace. */
    static List<String> passes(EntrySchedule entry, String openAxis) {
        ScheduleText text = new ScheduleText(openAxis);
        text.entry(entry);
        return text.lines;
    }

    private void entry(EntrySchedule entry) {
        lines.add(entry.program().entry().method());
        entry.groups().forEach(group -> group(group, entry));
        item("threads", entry.program().range().map(this::range).orElse("one: nothing to cut it along"));
        Count workspace = entry.workspaceBytes();
        String shared = entry.sharedBytes().equals(Count.ZERO)
                ? ""
                : ", and " + ByteText.of(entry.sharedBytes(), openAxis) + " for all";
        if (!workspace.equals(Count.ZERO) || !shared.isEmpty()) {
            item("workspace", ByteText.of(workspace, openAxis) + " for each thread" + shared);
        }
    }

    private void group(PassGroup group, EntrySchedule entry) {
        boolean together = group.passes().size() > 1;
        if (together) {
            String turn = group.axes().isEmpty() ? "part by part" : "for each " + String.join(", ", group.axes());
            String cache = group.fitsCache() ? "in the cache" : "too much for the cache";
            lines.add("  " + turn + ", " + ByteText.rounded(group.bytes()) + " at a time, " + cache + ":");
        }
        for (Pass pass : group.passes()) {
            number++;
            List<String> axes = pass.nest().axes();
            List<String> own = together ? axes.subList(group.axes().size(), axes.size()) : axes;
            String head = (together ? "    " : "  ") + number + "  along " + String.join(", ", own) + ": ";
            String plain = entry.staysPlain(pass)
                    .map(reason -> "; stays in plain Java: " + reason)
                    .orElse("");
            wrapped(head, together ? "       " : "     ", what(pass) + plain);
        }
    }

    /** One short line for a pass. */
    private static String what(Pass pass) {
        List<String> parts = new ArrayList<>();
        part("reads ", pass.first(), "", parts);
        part("rereads ", pass.again(), "", parts);
        part("takes the kept ", pass.kept(), "", parts);
        part("keeps ", pass.keeps(), " in f64", parts);
        part("collects ", pass.sums().stream().map(ScheduleText::sums).toList(), "", parts);
        part("writes ", pass.writes(), "", parts);
        return parts.isEmpty() ? "computes" : String.join("; ", parts);
    }

    private static void part(String verb, List<String> objects, String end, List<String> parts) {
        if (!objects.isEmpty()) {
            parts.add(verb + String.join(", ", objects) + end);
        }
    }

    private static String sums(Pass.Sums sums) {
        String count = sums.count() == 1 ? "one " : sums.count() + " ";
        String noun =
                switch (sums.reducer()) {
                    case SUM -> "sum";
                    case MAX -> "maximum";
                    case MIN -> "minimum";
                };
        String per = sums.per().isEmpty() ? "of everything" : "for each " + String.join(", ", sums.per());
        return count + (sums.count() == 1 ? noun : plural(noun)) + " " + per;
    }

    private static String plural(String noun) {
        return noun.endsWith("um") && !noun.equals("sum") ? noun.substring(0, noun.length() - 2) + "a" : noun + "s";
    }

    private String range(LoopProgram.Range range) {
        int stages = range.stages().size();
        return cut(range) + (stages == 1 ? "" : ", in " + stages + " stages, one after the other");
    }

    private String cut(LoopProgram.Range range) {
        if (range.chunked()) {
            return "cut along " + range.axis() + " into " + (range.extent().isFixed() ? "" : "at most ") + chunks(range)
                    + ", whose sums are combined in order";
        }
        String most = range.extent().isFixed() ? Long.toString(range.extent().fixed()) : openAxis;
        return "cut along " + range.axis() + " into " + most + " ranges at most";
    }

    private static String chunks(LoopProgram.Range range) {
        if (!range.extent().isFixed()) {
            return Chunks.MOST + " chunks, of at least " + range.block();
        }
        int extent = (int) range.extent().fixed();
        int length = Chunks.length(extent, range.block());
        return (extent + length - 1) / length + " chunks of " + length;
    }

    private void item(String name, String content) {
        wrapped("  " + name + ": ", "    ", content);
    }

    /** One line, or several where it is long, the further ones indented. */
    private void wrapped(String head, String indent, String content) {
        String line = head;
        boolean empty = true;
        for (String word : content.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line);
                line = indent + word;
            } else {
                line += (empty ? "" : " ") + word;
            }
            empty = false;
        }
        lines.add(line);
    }

    private static String number(double bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes).replaceFirst("\\.00$", "");
    }
}
