package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.PassGroups;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Traffic;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code explain} says that a call reads and writes is what the emitted code does. */
class ExplainedTrafficTest {
    private static final List<Entry> ENTRIES =
            List.of(Entry.FORWARD, Entry.BACKWARD, Entry.INFER, Entry.BACKWARD_FROZEN);
    /** Holds some rows of the tensors below, and none of the tensors. */
    private static final long SMALL_CACHE = 6 << 10;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LayerNorm        | N=7, D=41          | F32 | 0",
                "LayerNorm        | N=7, D=40          | F32 | 256",
                "LayerNorm        | N=70, D=1040       | F32 | 512",
                "LayerNorm        | N=5, D=33          | F64 | 0",
                "RMSNorm          | N=70, D=24         | F64 | 128",
                "BatchNorm        | N=5, C=3, H=4, W=7 | F32 | 0",
                "BatchNorm        | N=5, C=3, H=4, W=7 | F32 | 256",
                "BatchNormLast    | N=67, C=19         | F32 | 0",
                "BatchNormLast    | N=67, C=18         | F32 | 128",
                "GroupNorm        | N=3, C=64, L=5     | F32 | 0",
                "GRN              | N=3, H=4, W=7, C=9 | F32 | 0",
                "GRN              | N=3, H=4, W=7, C=8 | F32 | 128",
                "MaskedLayerNorm  | N=3, T=5, D=18     | F32 | 0",
                "MaskedBatchNorm  | N=6, C=4, T=11     | F32 | 0",
                "LRN              | N=3, C=7, H=4, W=5 | F32 | 0",
                "AddRMSNorm       | N=7, D=40          | F32 | 256",
                "DyT              | N=7, D=40          | F32 | 0",
            })
    void everyLoadAndStoreOfACallIsCounted(String norm, String shape, DataType type, int bits) {
        Compilation compilation = compile(norm, shape, type, bits);
        NormKernel kernel = CountedKernel.of(compilation, folder);
        Bindings bindings = filled(kernel, 1);

        for (Entry entry : ENTRIES) {
            LoopProgram program = compilation.plan().programs().get(entry);
            Traffic traffic = Traffic.of(program, 1);
            AccessLog.clear(0);
            call(kernel, entry, bindings);
            for (int i = 0; i < program.buffers().size(); i++) {
                LoopProgram.Buffer buffer = program.buffers().get(i);
                if (buffer.role() != BufferRole.WORKSPACE) {
                    Object array = array(bindings, buffer.name());
                    assertThat(List.of(traffic.loads(i), traffic.stores(i)))
                            .as("%s: loads and stores of %s", entry.method(), buffer.name())
                            .isEqualTo(List.of(AccessLog.loads(array), AccessLog.stores(array)));
                }
            }
        }
    }

    /** The last vector of a span that does not come out even begins earlier: some elements are computed twice. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LayerNorm        | N=7, D=41          | 256 | 7",
                "BatchNormLast    | N=67, C=19         | 128 | 67",
                "GroupNorm        | N=3, C=64, L=5     | 512 | 192",
            })
    void aVectorThatOverlapsAnotherAddsLessThanItself(String norm, String shape, int bits, int spans) {
        Compilation compilation = compile(norm, shape, DataType.F32, bits);
        NormKernel kernel = CountedKernel.of(compilation, folder);
        Bindings bindings = filled(kernel, 1);

        for (Entry entry : List.of(Entry.FORWARD, Entry.BACKWARD)) {
            LoopProgram program = compilation.plan().programs().get(entry);
            AccessLog.clear(0);
            call(kernel, entry, bindings);
            long most = (bits / Double.SIZE - 1L) * spans * PassGroups.sweeps(program);
            assertThat(AccessLog.loads(array(bindings, "x")))
                    .as(entry.method())
                    .isBetween(
                            Traffic.of(program, 1).loads(0),
                            Traffic.of(program, 1).loads(0) + most);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LayerNorm        | N=70, D=40           | 0",
                "LayerNorm        | N=70, D=41           | 256",
                "LayerNorm        | N=5, D=1637          | 256",
                "RMSNorm          | N=70, D=41           | 256",
                "BatchNorm        | N=9, C=3, H=16, W=11 | 0",
                "BatchNorm        | N=9, C=3, H=16, W=11 | 256",
                "BatchNormLast    | N=167, C=19          | 256",
                "InstanceNorm     | N=4, C=6, H=9, W=7   | 256",
                "InstanceNorm     | N=2, C=3, H=39, W=57 | 256",
                "GRN              | N=13, H=6, W=7, C=9  | 256",
                "GRN              | N=3, H=16, W=17, C=9 | 256",
                "MaskedLayerNorm  | N=13, T=5, D=38      | 256",
            })
    void whatDoesNotFitACacheComesFromMemoryAgain(String norm, String shape, int bits) {
        Compilation compilation = compile(norm, shape, DataType.F32, bits);
        NormKernel kernel = CountedKernel.of(compilation, folder);
        Bindings bindings = filled(kernel, 1);

        for (Entry entry : ENTRIES) {
            LoopProgram program = compilation.plan().programs().get(entry);
            AccessLog.clear(SMALL_CACHE);
            call(kernel, entry, bindings);
            long missed = 0;
            for (LoopProgram.Buffer buffer : program.buffers()) {
                if (buffer.role() != BufferRole.WORKSPACE) {
                    missed += AccessLog.misses(array(bindings, buffer.name()))
                            * buffer.type().bytes();
                }
            }
            assertThat((double) Traffic.of(program, 1, SMALL_CACHE).bytesRead())
                    .as("%s: bytes read from memory", entry.method())
                    .isCloseTo(missed, within(0.04 * missed));
        }
    }

    @Test
    void theJsonOfAnOpenAxisCountsACallOfAnyExtent() throws JsonProcessingException {
        Workbench bench = new Workbench(folder);
        String text = bench.run("explain zoo:LayerNorm --shape N=?,D=24 --backend scalar --format json")
                .out();
        JsonNode entries = new ObjectMapper().readTree(text).at("/norms/0/specialization/entries");
        Compilation compilation = Compiler.compile(new CompileRequest(
                Zoo.source("LayerNorm"), Optional.empty(), "N=?, D=24", DataType.F32, Schedule.forThisJvm()));
        NormKernel kernel = CountedKernel.of(compilation, folder);
        int rows = 2100; // more than 16 chunks of 64
        Bindings bindings = filled(kernel, rows);

        assertThat(entries).hasSize(ENTRIES.size());
        for (JsonNode entry : entries) {
            AccessLog.clear(0);
            call(kernel, entry(entry.path("entry").asText()), bindings);
            for (JsonNode buffer : entry.path("traffic")) {
                Object array = array(bindings, buffer.path("buffer").asText());
                assertThat(List.of(at(buffer, "loads", rows), at(buffer, "stores", rows)))
                        .as("%s: %s", entry.path("entry"), buffer)
                        .isEqualTo(List.of(AccessLog.loads(array), AccessLog.stores(array)));
            }
        }
    }

    private static long at(JsonNode node, String name, int extent) {
        return node.path(name).asLong()
                + extent * node.path(name + "PerOpenIndex").asLong();
    }

    private static Object array(Bindings bindings, String buffer) {
        boolean narrow = bindings.signature().buffer(buffer).type() == DataType.F32;
        return narrow ? bindings.floats(buffer) : bindings.doubles(buffer);
    }

    private static Compilation compile(String norm, String shape, DataType type, int bits) {
        Schedule schedule =
                bits == 0 ? Schedule.forThisJvm() : Schedule.forThisJvm().withVectors(bits);
        return Compiler.compile(new CompileRequest(Zoo.source(norm), Optional.empty(), shape, type, schedule));
    }

    private static Entry entry(String method) {
        return ENTRIES.stream()
                .filter(entry -> entry.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static Bindings filled(NormKernel kernel, int dynamicExtent) {
        Bindings bindings = new Bindings(kernel.signature(), dynamicExtent).allocateAll();
        SplittableRandom random = new SplittableRandom(7);
        for (BufferSpec buffer : kernel.signature().buffers()) {
            boolean given = buffer.role() == BufferRole.INPUT
                    || buffer.role() == BufferRole.MASK
                    || buffer.role() == BufferRole.COTANGENT;
            for (int i = 0; given && i < bindings.elements(buffer.name()); i++) {
                // What a mask leaves out, plain Java does not read at all.
                double value = buffer.role() == BufferRole.MASK ? 1 : random.nextDouble(0.5, 2);
                if (buffer.type() == DataType.F32) {
                    bindings.floats(buffer.name())[i] = (float) value;
                } else {
                    bindings.doubles(buffer.name())[i] = value;
                }
            }
        }
        return bindings;
    }

    private static void call(NormKernel kernel, Entry entry, Bindings bindings) {
        switch (entry) {
            case FORWARD -> kernel.forward(bindings);
            case BACKWARD -> kernel.backward(bindings);
            case INFER -> kernel.infer(bindings);
            case BACKWARD_FROZEN -> kernel.backwardFrozen(bindings);
            default -> throw new IllegalArgumentException(entry.method());
        }
    }
}
