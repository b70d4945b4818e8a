package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.Normc;
import dev.normc.runtime.NormcException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What no class file holds is the norm's fault, and said so, whichever way a compiler says it. */
class TooLargeTest {

    @Test
    void janinoSaysItBelowEveryExpressionThatItIsIn() {
        Throwable innermost = new IllegalStateException("Code grows beyond 64 KB");
        Throwable between = new IllegalStateException("Compiling \"t1 * t2\"", innermost);
        assertThat(new KernelCompileException("Compiling \"A\"", between).isTooLarge())
                .isTrue();
        assertThat(new KernelCompileException("Compiling \"A\"", new IllegalStateException("Compiling \"t1\"", null))
                        .isTooLarge())
                .isFalse();
    }

    /** On a stack of 64 MB, so that the chain of values is not refused for its length. */
    @Test
    void aPowerOfAPowerOfAPowerDoesNotFit() throws InterruptedException {
        StringBuilder text = new StringBuilder("norm A { input x[N, D]\n a0 = x\n");
        for (int i = 1; i < 130; i++) {
            text.append(" a%d = a%d * a%d\n".formatted(i, i - 1, i - 1));
        }
        text.append(" output y = a129 }");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread deep = new Thread(null, () -> compile(text.toString(), thrown), "deep", 1 << 26);
        deep.start();
        deep.join();
        assertThat(thrown.get())
                .isInstanceOf(NormcException.class)
                .hasMessageContaining("N0402")
                .hasMessageContaining("too large for a Java class");
    }

    private static void compile(String text, AtomicReference<Throwable> thrown) {
        try {
            Normc.compile("a.norm", text, "N=3, D=5");
        } catch (RuntimeException e) {
            thrown.set(e);
        }
    }
}
