package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.normc.runtime.Normc;
import dev.normc.runtime.NormcException;
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

    @Test
    void aPowerOfAPowerOfAPowerDoesNotFit() {
        StringBuilder text = new StringBuilder("norm A { input x[N, D]\n a0 = x\n");
        for (int i = 1; i < 130; i++) {
            text.append(" a%d = a%d * a%d\n".formatted(i, i - 1, i - 1));
        }
        text.append(" output y = a129 }");
        assertThatExceptionOfType(NormcException.class)
                .isThrownBy(() -> Normc.compile("a.norm", text.toString(), "N=3, D=5"))
                .withMessageContaining("N0402")
                .withMessageContaining("too large for a Java class");
    }
}
