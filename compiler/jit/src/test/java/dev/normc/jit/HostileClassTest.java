package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.Compiler;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files that something changed, or that no norm compiles to: each is refused before it is defined. */
class HostileClassTest {
    private static final Compilation KERNEL = Compiler.compile(new Example(Example.BATCH_NORM, "N=40, C=6").request());

    private static final String NAME = KERNEL.className();

    private static byte[] kernel(CompilerChoice compiler) {
        return compiler.compiler().compile(NAME, KERNEL.java()).get(NAME);
    }

    private static byte[] janino() {
        return kernel(CompilerChoice.JANINO);
    }

    private static void assertRefused(String name, Map<String, byte[]> classes, String why) {
        assertThatExceptionOfType(RefusedClassException.class)
                .isThrownBy(() -> KernelLoader.load(name, classes))
                .withMessageStartingWith("error[N0901]: the class `" + name + "` is refused: ")
                .withMessageContaining(why)
                .withMessageEndingWith("it is a defect of normc, or something changed the class");
    }

    private static void assertRefused(byte[] bytes, String why) {
        assertRefused(NAME, Map.of(NAME, bytes), why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            static { System.exit(3); }                                              | `java.lang.System
            static { System.setProperty("hostile", "yes"); }                        | `java.lang.System
            static String s = System.getenv("HOME");                                | `java.lang.System
            static { System.load("/lib.so"); }                                  | `java.lang.System
            static { System.arraycopy(new int[1], 0, new int[1], 0, 1); }           | `java.lang.System
            static { System.out.println(); }                                        | `java.lang.System
            static { Runtime.getRuntime().halt(3); }                                | `java.lang.Runtime
            static { try { new ProcessBuilder("ls").start(); } catch (Exception e) {} } | `java.lang.ProcessBuilder`
            static Object o = new ProcessBuilder("ls");                             | `java.lang.ProcessBuilder
            static Object o = new java.io.File("/etc/passwd");                      | `java.io.File
            static Object o = java.nio.file.Path.of("/etc/passwd");                 | `java.nio.file.Path
            static Object o = java.net.URI.create("http://localhost");              | `java.net.URI
            static Object o = new java.net.Socket();                                | `java.net.Socket
            static Object o = new Thread();                                         | `java.lang.Thread
            static Object o = Thread.currentThread().getContextClassLoader();       | `java.lang.Thread
            static Object o = ClassLoader.getSystemClassLoader();                   | `java.lang.ClassLoader
            static Class<?> o() throws Exception { return Class.forName("X"); }     | `java.lang.Class
            static Object o = "".getClass();                                        | `java.lang.Object.getClass`
            static Object o = String.class.getMethods();                            | `java.lang.Class
            static java.lang.reflect.Method o;                                      | the type `Ljava.lang.reflect.Method;`
            static Object o = java.lang.invoke.MethodHandles.lookup();              | `java.lang.invoke.MethodHandles
            static sun.misc.Unsafe o;                                               | sun.misc.Unsafe
            static Object o = java.util.ServiceLoader.load(Object.class);           | `java.util.ServiceLoader
            static Object o = new javax.script.ScriptEngineManager();               | `javax.script.ScriptEngineManager
            static Object o = java.util.List.of();                                  | `java.util.List
            static Object o = new java.util.concurrent.ForkJoinPool();              | `java.util.concurrent.ForkJoinPool
            static String s = "a".repeat(1 << 30);                                  | `java.lang.String.repeat`
            static { java.util.Arrays.sort(new int[3]); }                           | `java.util.Arrays.sort`
            static Object o = dev.normc.runtime.npy.NpyFile.class;                  | dev.normc.runtime.npy.NpyFile
            static Object o = dev.normc.runtime.Normc.zoo("LayerNorm", "N=?, D=8"); | `dev.normc.runtime.Normc
            void a(dev.normc.runtime.Bindings b) { b.allocateAll(); }               | `dev.normc.runtime.Bindings.allocateAll`
            static Object o = new dev.normc.jit.Jit(1);                             | `dev.normc.jit.Jit
            static Object o = java.nio.ByteBuffer.allocateDirect(1);                | `java.nio.ByteBuffer
            static Runnable r = () -> {};                                           | an invokedynamic call
            static String s(int i) { return "a" + i; }                              | an invokedynamic call
            static void a() { try { a(); } catch (Throwable t) { } }                | `java.lang.Throwable`
            static void a() { throw new Error(); }                                  | `java.lang.Error
            static void a(Object o) { synchronized (o) { a(o); } }                  | `java.lang.Throwable`
            static synchronized void a() { }                                        | access flags of its method `a ()V` are 28
            static native void a();                                                 | access flags of its method `a ()V` are 108
            static void a(int... more) { }                                          | access flags of its method `a ([I)V` are 88
            volatile int field;                                                     | access flags of its field `field I` are 40
            int field;                                                              | access flags of its field `field I` are 0
            static transient int field;                                             | access flags of its field `field I` are 88
            protected void finalize() { }                                           | the access flags of its method `finalize ()V` are 4
            public String toString() { return ""; }                                 | its method `toString ()Ljava.lang.String;` is none
            public void own() { }                                                   | its method `own ()V` is none of a kernel
            static void a(Hostile h) { h.notifyAll(); }                             | `java.lang.Object.notifyAll`
            static final int A = 5;                                                 | an attribute `ConstantValue`
            @Deprecated static int a;                                               | an attribute `Deprecated`
            static void a() throws RuntimeException { }                             | `java.lang.RuntimeException`
            static String s = "\\u00e9";                                                  | is not printable ASCII
            static class Inner { }                                                  | the classes compiled with it are
            enum Choice { A }                                                       | the classes compiled with it are
            """)
    void whatNoKernelDoesIsRefused(String members, String why) {
        Map<String, byte[]> classes = HostileClass.withMembers(members);
        assertRefused(HostileClass.NAME, classes, why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public final class Hostile extends UnsupportedOperationException implements NormKernel | its superclass is
            public final class Hostile extends Thread implements NormKernel         | `java.lang.Thread.<init>`
            public final class Hostile extends ClassLoader implements NormKernel    | `java.lang.ClassLoader.<init>`
            public final class Hostile implements NormKernel, Cloneable             | `java.lang.Cloneable`
            public final class Hostile implements NormKernel, java.io.Serializable  | `java.io.Serializable`
            public class Hostile implements NormKernel                                   | its access flags are 21
            final class Hostile implements NormKernel                                    | its access flags are 30
            public abstract class Hostile implements NormKernel                          | its access flags are 421
            """)
    void aClassThatIsMoreThanAKernelIsRefused(String header, String why) {
        Map<String, byte[]> classes = HostileClass.compiled("package dev.normc.generated; import dev.normc.runtime.*;"
                + header + " { public KernelSignature signature() { return null; } }");
        assertRefused(HostileClass.NAME, Map.of(HostileClass.NAME, classes.get(HostileClass.NAME)), why);
    }

    @Test
    void whatIsNoClassIsRefused() {
        assertRefused(
                HostileClass.NAME,
                HostileClass.compiled("package dev.normc.generated; public interface Hostile { }"),
                "its access flags are 601");
        assertRefused(
                HostileClass.NAME,
                HostileClass.compiled("package dev.normc.generated; public @interface Hostile { }"),
                "names `java.lang.annotation.Annotation`");
        assertRefused(
                HostileClass.NAME,
                HostileClass.compiled("package dev.normc.generated; public enum Hostile { }"),
                "names `[Ldev.normc.generated.Hostile;.clone`");
        assertRefused(
                HostileClass.NAME,
                HostileClass.compiled("package dev.normc.generated; public record Hostile() { }"),
                "an invokedynamic call");
    }

    @ParameterizedTest
    @CsvSource({
        "java/lang/Math, java/lang/System, java.lang.System",
        "java/lang/Object, java/lang/Thread, java.lang.Thread",
        "java/lang/UnsupportedOperationException, java/util/Timer, java.util.Timer",
        "dev/normc/runtime/Arguments, dev/normc/runtime/Normc, dev.normc.runtime.Normc",
        "dev/normc/runtime/NormKernel, java/lang/AutoCloseable, java.lang.AutoCloseable",
        "dev/normc/runtime/NormKernel, java/lang/Math, it implements `java.lang.Math`",
        "concat, intern, names `java.lang.String.intern`",
        "offset, allocateAll, dev.normc.runtime.Bindings.allocateAll",
        "(D)D, (DX)D, the type `(DX)D`",
        "(D)D, (DLjava/io/File;)D, the type `(DLjava.io.File;)D`",
        "(D)D, (DLjava/lang/String, the type `(DLjava.lang.String`",
        "Code, Cope, an attribute `Cope`",
        "LineNumberTable, RuntimeVisibleAnnotations, an attribute `RuntimeVisibleAnnotations`",
        "SourceFile, BootstrapMethods, an attribute `BootstrapMethods`",
        "forward, fornard, its method `fornard",
    })
    void aConstantThatWasChangedIsRefused(String from, String to, String why) {
        for (CompilerChoice compiler : new CompilerChoice[] {CompilerChoice.JANINO, CompilerChoice.JAVAC}) {
            assertRefused(HostileClass.renamed(kernel(compiler), from, to), why);
        }
    }

    @Test
    void aClassOfAnotherNameOrOfAPackageOfOthersIsRefused() {
        byte[] other = HostileClass.renamed(janino(), NAME.replace('.', '/'), "dev/normc/generated/Other");
        assertRefused(other, "names `dev.normc.generated.Other`");
        for (String taken : new String[] {"java.util.Kernel", "dev.normc.runtime.Bindings"}) {
            byte[] named = HostileClass.renamed(janino(), NAME.replace('.', '/'), taken.replace('.', '/'));
            assertRefused(taken, Map.of(taken, named), "its package is not its own");
        }
        assertRefused(NAME, Map.of(), "the classes compiled with it are []");
        assertRefused(NAME, Map.of(NAME, janino(), NAME + "2", janino()), "the classes compiled with it are [");
    }

    @Test
    void headersThatAreWrongAreRefused() {
        assertRefused(changed(bytes -> bytes.putInt(0, 0xCAFEBABF)), "it is not a class file");
        assertRefused(changed(bytes -> bytes.putShort(4, (short) 0xFFFF)), "its version is 52.65535");
        assertRefused(changed(bytes -> bytes.putShort(6, (short) 51)), "its version is 51.0");
        assertRefused(changed(bytes -> bytes.putShort(6, (short) 67)), "its version is 67.0");
        assertRefused(changed(bytes -> bytes.putShort(8, (short) 0)), "");
        assertRefused(changed(bytes -> bytes.putShort(8, (short) 0xFFFF)), "");
        assertRefused(changed(bytes -> bytes.putShort(8, (short) (bytes.getShort(8) - 1))), "");
        assertRefused(changed(bytes -> bytes.put(10, (byte) 2)), "constant 1 is of the unknown kind 2");
        assertRefused(changed(bytes -> bytes.put(10, (byte) 17)), "constant 1 is a dynamic constant");
        assertRefused(changed(bytes -> bytes.put(10, (byte) 19)), "constant 1 is a module");
        assertRefused(Arrays.copyOf(janino(), janino().length + 1), "there are 1 bytes behind its end");
        assertRefused(new byte[0], "it ends too early");
    }

    private static byte[] changed(Consumer<ByteBuffer> change) {
        byte[] bytes = janino();
        change.accept(ByteBuffer.wrap(bytes));
        return bytes;
    }

    @ParameterizedTest
    @EnumSource(names = {"JANINO", "JAVAC"})
    void everyBeginningOfAClassIsRefused(CompilerChoice compiler) {
        byte[] whole = kernel(compiler);
        assertThatCode(() -> ClassCheck.require(NAME, whole)).doesNotThrowAnyException();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(RefusedClassException.class)
                    .as("the first %d bytes", length)
                    .isThrownBy(() -> ClassCheck.require(NAME, part));
        }
    }

    /** No bytes make the check do anything but accept or refuse. */
    @Test
    void changedBytesAreRefusedOrStillAKernel() {
        byte[] whole = janino();
        SplittableRandom random = new SplittableRandom(20261121);
        Map<Boolean, Integer> counts = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = whole.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                int at = random.nextBoolean() ? random.nextInt(whole.length) : random.nextInt(2_000);
                changed[at] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(-1, 2));
            }
            Throwable outcome = catchThrowable(() -> ClassCheck.require(NAME, changed));
            if (outcome != null) {
                assertThat(outcome).isInstanceOf(RefusedClassException.class);
                assertThat(outcome.getMessage()).matches("[ -~]{1,600}");
            }
            counts.merge(outcome == null, 1, Integer::sum);
        }
        assertThat(counts.get(false)).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.io.File(\"x\")",
                "Runtime.getRuntime()",
                "System.getProperties()",
                "Thread.currentThread()",
                "new ProcessBuilder()",
                "\"\".getClass().getClassLoader()",
                "java.nio.file.Path.of(\"x\")",
                "dev.normc.runtime.npy.NpyFile.read(null)",
                "dev.normc.runtime.Normc.zoo(\"LayerNorm\", \"8\")",
                "new dev.normc.jit.Jit(1)"
            })
    void aClassThatGotPastTheCheckStillFindsNothingElse(String expression) throws ReflectiveOperationException {
        Map<String, byte[]> classes =
                HostileClass.withMembers("public static Object slipped() { return " + expression + "; }");
        Class<?> slipped = new KernelLoader(HostileClass.NAME).define(classes.get(HostileClass.NAME));
        assertThatThrownBy(() -> slipped.getMethod("slipped").invoke(null))
                .hasRootCauseInstanceOf(ClassNotFoundException.class)
                .rootCause()
                .hasMessageEndingWith("is nothing that a kernel uses");
    }

    @Test
    void aRefusedClassRunsNothingAndLeavesNoKernel() {
        Map<String, byte[]> classes =
                HostileClass.withMembers("static { System.setProperty(\"normc.test.hostile\", \"ran\"); }");
        assertRefused(HostileClass.NAME, classes, "java.lang.System");
        assertThat(System.getProperty("normc.test.hostile")).isNull();
    }
}
