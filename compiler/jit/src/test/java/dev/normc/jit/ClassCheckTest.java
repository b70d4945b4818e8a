package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.KernelForm;
import dev.normc.compiler.loop.Schedule;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.Numerics;
import java.lang.reflect.Member;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kernel is let in, and the table of what it may name has nothing that none names. */
class ClassCheckTest {
    private static final boolean SEGMENTS = Runtime.version().feature() >= MemoryKind.FIRST_WITH_SEGMENTS;

    private static final Example ALL_FUNCTIONS = new Example(
            "norm F { input x[N, D] mask m[N, D] param a[D] = 1 b = exp(x) + log(abs(x) + 1) + tanh(x) + sigmoid(x)"
                    + " + erf(x) + softplus(x) + elu(x) + x^1.5 + min(x, a) + sign(x)"
                    + " output y = where(x < max[D](x), b, a / sqrt(1 + sum[D; m](b)^2)) + min[N](x) }",
            "N=5, D=70");

    private static final List<Example> EXAMPLES = List.of(
            new Example(Example.LAYER_NORM, "N=?, D=70"),
            new Example(Example.BATCH_NORM, "N=4, C=6, H=5, W=7"),
            new Example(Example.MASKED_LAYER_NORM, "N=3, T=70, D=5"),
            new Example(Example.GROUP_NORM, "N=2, C=64, L=5"),
            ALL_FUNCTIONS);

    /** Kernels of every storage, width and memory, with both derivatives, with shards. */
    private static Stream<CompileRequest> requests() {
        List<CompileRequest> requests = new ArrayList<>();
        for (DataType type : DataType.values()) {
            int width = 128 << type.ordinal() % 3;
            for (Example example : EXAMPLES) {
                CompileRequest plain = example.request(type);
                CompileRequest vectors = plain.withSchedule(plain.schedule().withVectors(width));
                requests.add(plain);
                requests.add(vectors);
                if (SEGMENTS) {
                    requests.add(vectors.withMemory(MemoryKind.SEGMENT));
                }
            }
            CompileRequest row = EXAMPLES.get(0).request(type).withMemory(MemoryKind.BUFFER);
            requests.add(row);
            requests.add(row.withSchedule(row.schedule().withVectors(width)));
        }
        CompileRequest batch = EXAMPLES.get(1).request();
        Set<Entry> shard = Set.of(Entry.PARTIAL, Entry.FINISH);
        requests.add(batch.withForm(new KernelForm(Optional.empty(), "com.acme", Optional.of("Shard"), shard)));
        requests.add(batch.withSchedule(Schedule.forJvm(25)).withOrder(2));
        for (Example example : EXAMPLES) {
            CompileRequest plain = example.request();
            requests.add(plain.withNumerics(Numerics.FAST));
            requests.add(plain.withSchedule(plain.schedule().withVectors(256)).withNumerics(Numerics.FAST));
        }
        return requests.stream();
    }

    private static Map<String, byte[]> classes(CompileRequest request, CompilerChoice compiler) {
        Compilation compilation = Compiler.compile(request);
        int release = request.memory() == MemoryKind.SEGMENT ? MemoryKind.FIRST_WITH_SEGMENTS : SourceCompiler.OLDEST;
        return compiler.compiler().compile(compilation.className(), compilation.java(), release);
    }

    @Test
    void everyKernelIsOneClassThatPassesAndTheTableHasNothingThatNoneNames() {
        Set<String> idle = table();
        requests().forEach(request -> {
            for (CompilerChoice compiler : List.of(CompilerChoice.JANINO, CompilerChoice.JAVAC)) {
                Map<String, byte[]> classes = classes(request, compiler);
                assertThat(classes).hasSize(1);
                classes.forEach((name, bytes) -> {
                    assertThatCode(() -> ClassCheck.require(name, bytes))
                            .as("%s %s", compiler, request)
                            .doesNotThrowAnyException();
                    idle.removeAll(named(name, bytes));
                });
            }
        });
        idle.remove("java/lang/Double NaN"); // a constant that folds to it
        if (SEGMENTS) {
            assertThat(idle).isEmpty();
        } else {
            Set<String> ofSegments =
                    Set.of("java/nio/ByteOrder nativeOrder", "java/util/Optional", "java/util/Optional isPresent");
            assertThat(idle).allMatch(row -> row.startsWith("java/lang/foreign/") || ofSegments.contains(row));
        }
    }

    /** The members that a class names, and the classes, as the table spells them. */
    private static Set<String> named(String name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        ConstantPool.skip(in, 8);
        ConstantPool pool = ConstantPool.read(in);
        Set<String> named = new TreeSet<>();
        for (int i = 1; i < pool.size(); i++) {
            if (pool.isMember(i) && !pool.owner(i).equals(name.replace('.', '/'))) {
                named.add(pool.owner(i) + " " + pool.memberName(i));
                named.add(pool.owner(i) + " *");
            } else if (pool.tag(i) == ConstantPool.CLASS) {
                named.add(pool.className(i));
            } else if (pool.tag(i) == ConstantPool.NAME_AND_TYPE) {
                String types = pool.text(pool.reference(i, ConstantPool.NAME_AND_TYPE, 2));
                Stream.of(types.split("[()\\[]*[BCDFIJSVZ()\\[]*L|;")).forEach(named::add);
            }
        }
        return named;
    }

    private static Set<String> table() {
        return KernelApi.classes().stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type), KernelApi.members(type).stream().map(member -> type + " " + member)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theTableNamesWhatThereIs() throws ClassNotFoundException {
        for (String type : KernelApi.classes()) {
            if (type.startsWith("java/lang/foreign/") && !SEGMENTS) {
                continue;
            }
            Class<?> named =
                    Class.forName(type.replace('/', '.'), false, getClass().getClassLoader());
            Set<String> members = Stream.of(named.getMethods(), named.getFields())
                    .flatMap(Arrays::stream)
                    .map(Member::getName)
                    .collect(Collectors.toSet());
            assertThat(KernelApi.members(type))
                    .allMatch(member -> member.equals("*") || member.equals("<init>") || members.contains(member));
        }
    }

    /** What {@code *} stands for, of classes of the platform, gives nothing but numbers, vectors and what is below. */
    @Test
    void anOpenRowOfThePlatformIsArithmetic() {
        assertThat(KernelApi.classes())
                .filteredOn(type -> KernelApi.members(type).contains("*"))
                .allMatch(type -> type.equals("java/lang/Math")
                        || type.startsWith("jdk/incubator/vector/")
                        || type.startsWith("dev/normc/runtime/"));
    }
}
