package dev.normc.compiler;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.KernelPlan;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.MemoryKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names a kernel and gives it its signature. */
final class KernelPlanner {
    private static final String WORKSPACE = "workspace";
    private static final int LONGEST_NAME = 100;

    /** The entries that add buffers: those of a derivative read what the order before it names. */
    private static final List<List<Entry>> DERIVED = List.of(
            List.of(Entry.FORWARD, Entry.BACKWARD),
            List.of(Entry.BACKWARD2),
            List.of(Entry.BACKWARD_FROZEN2),
            List.of(Entry.PARTIAL, Entry.FINISH, Entry.BACKWARD_PARTIAL, Entry.BACKWARD_FINISH));

    private final TypedNorm typed;
    private final SpecializedNorm norm;
    private final Map<Entry, TensorProgram> programs;
    private final Map<Entry, LoopProgram> loops;
    private final Map<String, BufferSpec> buffers = new LinkedHashMap<>();

    KernelPlanner(
            TypedNorm typed, SpecializedNorm norm, Map<Entry, TensorProgram> programs, Map<Entry, LoopProgram> loops) {
        this.typed = typed;
        this.norm = norm;
        this.programs = programs;
        this.loops = loops;
    }

    KernelPlan plan(Schedule schedule, KernelForm form, MemoryKind memory) {
        Map<Entry, LoopProgram> chosen = form.chosen(loops);
        norm.buffers().forEach(buffer -> buffers.put(buffer.name(), buffer));
        for (List<Entry> order : DERIVED) {
            for (BufferRole role :
                    List.of(BufferRole.SAVED, BufferRole.COTANGENT, BufferRole.GRADIENT, BufferRole.STATISTIC)) {
                order.stream().filter(programs::containsKey).forEach(entry -> derived(programs.get(entry), role));
            }
        }
        buffers.values().removeIf(buffer -> isOfOthers(buffer, chosen.keySet()));
        Count workspace = workspace(chosen);
        if (!workspace.equals(Count.ZERO)) {
            buffers.put(
                    WORKSPACE,
                    BufferSpec.workspace(WORKSPACE, Math.toIntExact(workspace.fixed()), workspace.perDynamic()));
        }
        KernelDocumentation documentation = new KernelDocumentation(typed, norm, programs, schedule.fast());
        return new KernelPlan(
                form.packageName(),
                form.className().orElseGet(() -> className(schedule, memory)),
                documentation.lines(),
                documentation.places(),
                signature(chosen, memory),
                norm.leastExtent().map(SpecializedNorm.LeastExtent::extent),
                norm.leastExtent().map(SpecializedNorm.LeastExtent::why).orElse(""),
                leastAtInference(),
                schedule,
                chosen,
                Optional.empty());
    }

    private void derived(TensorProgram program, BufferRole role) {
        program.buffers().stream()
                .filter(buffer -> buffer.role() == role)
                .forEach(buffer -> buffers.putIfAbsent(buffer.name(), spec(program, buffer)));
    }

    /** One where outputs at inference need a statistic over the dynamic axis. */
    private int leastAtInference() {
        return norm.infer()
                .dynamicAxis()
                .filter(axis -> programs.get(Entry.INFER).values().stream()
                        .anyMatch(expr -> expr instanceof TensorExpr.Reduce reduce
                                && reduce.over().contains(axis)))
                .map(axis -> 1)
                .orElse(0);
    }

    private static Count workspace(Map<Entry, LoopProgram> loops) {
        long fixed = 0;
        long perDynamic = 0;
        for (LoopProgram program : loops.values()) {
            fixed = Math.max(
                    fixed, program.workspace().fixed() + program.partials().fixed());
            perDynamic = Math.max(perDynamic, program.workspace().perDynamic());
        }
        return new Count(fixed, perDynamic);
    }

    /** Gradients and cotangents look like what they belong to; saved statistics have the program's own axes. */
    private BufferSpec spec(TensorProgram program, TensorProgram.Buffer buffer) {
        if (buffer.role() != BufferRole.SAVED && buffer.role() != BufferRole.STATISTIC) {
            int prefix = buffer.name().startsWith("g2_") ? 3 : 1;
            BufferSpec source = buffers.get(buffer.name().substring(prefix));
            return BufferSpec.tensor(buffer.name(), buffer.role(), source.axes(), source.extents(), buffer.type(), 0);
        }
        List<Axis> axes =
                buffer.layout().stream().map(axis -> program.axes().get(axis)).toList();
        return BufferSpec.tensor(
                buffer.name(),
                buffer.role(),
                axes.stream().map(Axis::name).toList(),
                axes.stream().map(Axis::extent).toList(),
                buffer.type(),
                0);
    }

    private KernelSignature signature(Map<Entry, LoopProgram> chosen, MemoryKind memory) {
        KernelSignature.Builder builder =
                KernelSignature.builder(norm.name(), norm.type()).memory(memory);
        norm.train()
                .dynamicAxis()
                .ifPresent(axis ->
                        builder.dynamicAxis(norm.train().axes().get(axis).name()));
        buffers.values().forEach(builder::buffer);
        List<String> names = List.copyOf(buffers.keySet());
        for (Map.Entry<Entry, LoopProgram> entry : new EnumMap<>(chosen).entrySet()) {
            Set<Integer> slots = new TreeSet<>();
            buffers(programs.get(entry.getKey())).forEach(name -> slots.add(names.indexOf(name)));
            LoopProgram loop = entry.getValue();
            if (!loop.workspace().plus(loop.partials()).equals(Count.ZERO)) {
                slots.add(names.indexOf(WORKSPACE));
            }
            builder.entry(
                    entry.getKey(), slots.stream().mapToInt(Integer::intValue).toArray());
            range(entry.getKey(), builder);
        }
        return builder.build();
    }

    private void range(Entry entry, KernelSignature.Builder builder) {
        LoopProgram loop = loops.get(entry);
        loop.range()
                .ifPresent(range -> builder.range(
                        entry,
                        range.axis(),
                        range.extent().isFixed() ? (int) range.extent().fixed() : BufferSpec.DYNAMIC,
                        range.block(),
                        range.chunked(),
                        range.stages().size(),
                        Math.toIntExact(loop.workspace().fixed()),
                        loop.workspace().perDynamic(),
                        Math.toIntExact(loop.partials().fixed())));
    }

    /** What a program reads and writes, by name. */
    private static Set<String> buffers(TensorProgram program) {
        Set<String> names = new TreeSet<>();
        for (TensorExpr expr : program.values()) {
            if (expr instanceof TensorExpr.Input input) {
                names.add(program.buffers().get(input.buffer()).name());
            }
        }
        program.stores()
                .forEach(
                        store -> names.add(program.buffers().get(store.buffer()).name()));
        return names;
    }

    /** Whether entries use a buffer, and none of those that were chosen. */
    private boolean isOfOthers(BufferSpec buffer, Set<Entry> chosen) {
        boolean ofNorm =
                switch (buffer.role()) {
                    case INPUT, PARAM, MASK, STATE, OUTPUT, WORKSPACE -> true;
                    case SAVED, STATISTIC, COTANGENT, GRADIENT -> false;
                };
        Set<Entry> users = programs.keySet().stream()
                .filter(entry -> buffers(programs.get(entry)).contains(buffer.name()))
                .collect(Collectors.toSet());
        return !ofNorm && !users.isEmpty() && Collections.disjoint(users, chosen);
    }

    /** {@code LayerNorm_N_768_f32}: the norm and the shape of its first input. */
    private String className(Schedule schedule, MemoryKind memory) {
        StringBuilder name = new StringBuilder(norm.name());
        for (Axis axis : norm.train().axes()) {
            name.append('_').append(axis.isDynamic() ? axis.name() : Integer.toString(axis.extent()));
        }
        String suffix = norm.type().spelling()
                + (schedule.fast() ? "_fast" : "")
                + (schedule.isVector() ? "_v" + schedule.vectorBits() : "")
                + (memory == MemoryKind.ARRAY ? "" : "_" + memory.spelling());
        String full = name.append('_').append(suffix).toString();
        return full.length() <= LONGEST_NAME
                ? full
                : norm.name() + "_" + Integer.toHexString(full.hashCode()) + "_" + suffix;
    }
}
