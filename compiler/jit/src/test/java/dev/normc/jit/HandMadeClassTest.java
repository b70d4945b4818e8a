package dev.normc.jit;

import static dev.normc.jit.HandMadeClass.DUP;
import static dev.normc.jit.HandMadeClass.GETSTATIC;
import static dev.normc.jit.HandMadeClass.ICONST_0;
import static dev.normc.jit.HandMadeClass.IDIV;
import static dev.normc.jit.HandMadeClass.INVOKESTATIC;
import static dev.normc.jit.HandMadeClass.INVOKEVIRTUAL;
import static dev.normc.jit.HandMadeClass.LDC_W;
import static dev.normc.jit.HandMadeClass.MONITORENTER;
import static dev.normc.jit.HandMadeClass.NAME;
import static dev.normc.jit.HandMadeClass.POP;
import static dev.normc.jit.HandMadeClass.PRIVATE;
import static dev.normc.jit.HandMadeClass.PUBLIC;
import static dev.normc.jit.HandMadeClass.RETURN;
import static dev.normc.jit.HandMadeClass.STATIC;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files that no compiler makes: each is refused, in a time that follows from its length. */
class HandMadeClassTest {
    private static final String KERNEL = "dev/normc/runtime/NormKernel";
    private static final String ENTRY = "dev/normc/runtime/Entry";
    private static final String LONG = "D".repeat(65_000);

    private static HandMadeClass kernel() {
        return new HandMadeClass(KERNEL).constructor();
    }

    private static void assertRefused(HandMadeClass made, String why) {
        assertThatExceptionOfType(RefusedClassException.class)
                .isThrownBy(() -> KernelLoader.load(NAME, Map.of(NAME, made.bytes())))
                .withMessageStartingWith("error[N0901]: the class `" + NAME + "` is refused: ")
                .withMessageContaining(why);
    }

    /** The control: without what is hostile, a class that is made by hand gets as far as any. */
    @Test
    void aHarmlessClassGetsPastTheCheck() {
        byte[] harmless = kernel().method(PUBLIC | STATIC, "idle", RETURN)
                .method(STATIC, "<clinit>", RETURN)
                .bytes();
        assertThatCode(() -> ClassCheck.require(NAME, harmless)).doesNotThrowAnyException();
    }

    /** A row that opens a whole class opens what that class declares, not the monitor and the reflection of every object. */
    @ParameterizedTest
    @CsvSource({
        "dev/normc/runtime/Entry, wait, ()V",
        "dev/normc/runtime/Entry, notifyAll, ()V",
        "dev/normc/runtime/Entry, describeConstable, ()Ljava/util/Optional;",
        "dev/normc/runtime/Entry, toString, ()Ljava/lang/String;",
        "dev/normc/runtime/DataType, hashCode, ()I",
        "java/lang/Math, notify, ()V",
        "jdk/incubator/vector/DoubleVector, wait, ()V",
        "dev/normc/runtime/Memory, finalize, ()V",
        "dev/normc/runtime/math/Lanes, clone, ()Ljava/lang/Object;",
    })
    void whatEveryObjectHasIsRefusedUnderEveryName(String owner, String method, String descriptor) {
        HandMadeClass made = kernel();
        int called = made.method(owner, method, descriptor);
        int entry = made.field(ENTRY, "FORWARD", "L" + ENTRY + ";");
        made.method(STATIC, "<clinit>", GETSTATIC, -entry, DUP, MONITORENTER, INVOKEVIRTUAL, -called, RETURN);
        assertRefused(made, "names `" + owner.replace('/', '.') + "." + method + "`");
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18, 19, 20})
    void aConstantThatLinksAtRunTimeIsRefused(int tag) {
        HandMadeClass made = kernel();
        int abs = made.method("java/lang/Math", "abs", "(D)D");
        int constant =
                tag == 15 ? -1 : made.constant(tag, tag == 17 || tag == 18 ? new int[] {0, abs} : new int[] {abs});
        if (constant < 0) {
            made.constant(tag, 0x0600 | abs >> 8); // a handle has a byte and a reference: the pool ends within it
        }
        assertRefused(
                made.method(STATIC, "<clinit>", LDC_W, -Math.max(1, constant), POP, RETURN),
                "is "
                        + Map.of(
                                        15, "a method handle",
                                        16, "a method type",
                                        17, "a dynamic constant",
                                        18, "an invokedynamic call",
                                        19, "a module",
                                        20, "a package")
                                .get(tag));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"java/lang/System", "java/lang/Runtime", "java/lang/Thread", "java/lang/invoke/MethodHandles"})
    void aClassConstantOfTheSystemIsRefused(String type) {
        HandMadeClass made = kernel();
        int constant = made.type(type);
        assertRefused(
                made.method(STATIC, "<clinit>", LDC_W, -constant, POP, RETURN),
                "names `" + type.replace('/', '.') + "`");
    }

    /** A class constant of what a kernel may name is of no use: nothing that takes a class can be named. */
    @ParameterizedTest
    @CsvSource({
        "java/lang/Class, forName, (Ljava/lang/String;)Ljava/lang/Class;",
        "java/lang/Class, getMethods, ()Ljava/lang/Object;",
        "dev/normc/runtime/Entry, valueOf, (Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;",
        "jdk/incubator/vector/Vector, check, (Ljava/lang/Class;)Ljdk/incubator/vector/Vector;",
    })
    void nothingThatTakesAClassCanBeNamed(String owner, String method, String descriptor) {
        HandMadeClass made = kernel();
        int called = made.method(owner, method, descriptor);
        assertRefused(
                made.method(STATIC, "<clinit>", LDC_W, -made.type("java/lang/Math"), INVOKESTATIC, -called, RETURN),
                "names ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "forward x", "run", "signature", "finalize", "toString", "readObject", "warmUp"})
    void aMethodThatOverridesNoneIsRefusedWhateverItsName(String method) {
        assertRefused(kernel().method(PUBLIC, method, RETURN), "its method `" + method + " ()V` is none of a kernel");
        assertRefused(kernel().method(PRIVATE, method, RETURN), "its method `" + method + " ()V` is none of a kernel");
    }

    /** Before it is defined, and so before what it does when it is initialized. */
    @Test
    void aClassThatIsNoKernelIsNotInitialized() {
        for (String[] interfaces : new String[][] {{}, {"dev/normc/runtime/WarmUp"}}) {
            HandMadeClass made =
                    new HandMadeClass(interfaces).method(STATIC, "<clinit>", ICONST_0, ICONST_0, IDIV, POP, RETURN);
            assertRefused(made, "it does not implement `dev.normc.runtime.NormKernel`");
        }
    }

    @Test
    void aClassWithoutAConstructorIsRefused() {
        assertRefused(new HandMadeClass(KERNEL), "it has no constructor without arguments");
    }

    @Test
    void whatTheJvmDoesNotTakeIsRefusedToo() {
        assertRefused(kernel().method(STATIC, "<clinit>", POP, RETURN), "the JVM throws VerifyError");
        assertRefused(kernel().method(PUBLIC | STATIC, "noCode"), "the JVM throws ClassFormatError");
        assertRefused(kernel().method(PUBLIC | STATIC, "a;b[c", RETURN), "the JVM throws ClassFormatError");
        assertRefused(new HandMadeClass(KERNEL, KERNEL).constructor(), "the JVM throws ClassFormatError");
        assertRefused(
                kernel().method(STATIC, "twice", RETURN).method(STATIC, "twice", RETURN),
                "the JVM throws ClassFormatError");
        assertRefused(
                kernel().method(STATIC, "<clinit>", ICONST_0, ICONST_0, IDIV, POP, RETURN),
                "the JVM throws ExceptionInInitializerError");
        HandMadeClass dimensions = kernel();
        dimensions.type("[".repeat(256) + "F");
        assertRefused(dimensions, "the JVM throws ClassFormatError");
    }

    /** Every entry of a pool may name the same text of 65,000 characters. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void aLongTextThatIsNamedManyTimesIsLookedAtOnce() {
        HandMadeClass descriptors = kernel();
        int descriptor = descriptors.text("(" + LONG + ")V");
        int name = descriptors.text("a");
        IntStream.range(0, 60_000).forEach(i -> descriptors.constant(ConstantPool.NAME_AND_TYPE, name, descriptor));
        ClassCheck.require(NAME, descriptors.bytes());

        HandMadeClass arrays = kernel();
        int array = arrays.text("[".repeat(65_000) + "F");
        IntStream.range(0, 60_000).forEach(i -> arrays.constant(ConstantPool.CLASS, array));
        ClassCheck.require(NAME, arrays.bytes());

        HandMadeClass strings = kernel();
        int string = strings.text(LONG);
        IntStream.range(0, 60_000).forEach(i -> strings.constant(ConstantPool.STRING, string));
        ClassCheck.require(NAME, strings.bytes());

        HandMadeClass members = kernel();
        int own = members.type(NAME.replace('.', '/'));
        int nameAndType = members.constant(ConstantPool.NAME_AND_TYPE, members.text(LONG), members.text("()V"));
        IntStream.range(0, 60_000).forEach(i -> members.constant(ConstantPool.METHOD, own, nameAndType));
        assertRefused(members, "` as its own");
        members.method(STATIC, LONG, RETURN);
        ClassCheck.require(NAME, members.bytes());
    }
}
