package dev.normc.jit;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.math.VectorSupport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that mean something in Java or in a kernel, but may be written: such a kernel computes what others do. */
class HostileNameTest {
    private static final String NORM = "norm ${0} { input ${1}[${8}, ${9}] param ${2}[${9}] = 2 state ${3}[${9}] = 0"
            + " ${4} = mean[${9}](${1}) ${5} = exp(max[${8}](abs(${1}))) track ${5} as ${6}[${9}] = 0 decay 0.9"
            + " output ${7} = where(${1} < ${4}, (${1} - ${4}) * ${2}, ${3} + ${1} / ${5}) }";

    private static final String PLAIN = "Norm x p s mu v t y N D";

    /** What plain names give, by the width of vectors. */
    private static final Map<Integer, List<Object>> EXPECTED = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Math bindings entry begin end signature combine run Math Object",
                "Object math java dev jdk com normc runtime SIGNATURE F64",
                "NormKernel forward backward infer warmUp partial finish length Arguments Entry",
                "String sum total error next added part span String Double",
                "System lane lanes stage addend full row wide DoubleVector VectorOperators",
                "Kernel i iN iD chunk limit rows sumNow NormKernel Sums",
                "Record record yield var sealed permits when module Record Override",
                "Class arguments kernelMath sums string object self main Entry Bindings",
                "Void forwardRange forwardCombine bytes o0 a1 v2 index T1 T2",
                "Long offset elements memory order get set put ByteOrder MemorySegment",
                "Aux nul con prn aux com1 lpt1 clock COM1 NUL",
                "A_b a__b a_ a_b_c aB a_B a1 b1 A_ A__B",
            })
    void theBitsAreThoseOfPlainNames(String names) {
        for (CompilerChoice compiler : List.of(CompilerChoice.JANINO, CompilerChoice.JAVAC)) {
            for (int bits : new int[] {0, VectorSupport.bits()}) {
                List<Object> expected =
                        EXPECTED.computeIfAbsent(bits, width -> results(kernel(PLAIN, CompilerChoice.JANINO, width)));
                NormKernel kernel = kernel(names, compiler, bits);
                Example.assertSame(kernel, results(kernel), expected);
            }
        }
    }

    /** All arrays after every entry. */
    private static List<Object> results(NormKernel kernel) {
        Bindings bindings = Example.filled(kernel, 1);
        for (Entry entry : List.of(Entry.FORWARD, Entry.BACKWARD, Entry.INFER, Entry.BACKWARD_FROZEN)) {
            Example.run(kernel, entry, bindings);
        }
        return Example.snapshot(kernel, bindings);
    }

    private static NormKernel kernel(String names, CompilerChoice compiler, int vectorBits) {
        String text = NORM;
        String[] name = names.split(" ");
        for (int i = 0; i < name.length; i++) {
            text = text.replace("${" + i + "}", name[i]);
        }
        CompileRequest plain = new Example(text, "5, 19").request();
        Compilation compilation = Compiler.compile(
                vectorBits == 0 ? plain : plain.withSchedule(plain.schedule().withVectors(vectorBits)));
        return KernelLoader.load(
                compilation.className(), compiler.compiler().compile(compilation.className(), compilation.java()));
    }
}
