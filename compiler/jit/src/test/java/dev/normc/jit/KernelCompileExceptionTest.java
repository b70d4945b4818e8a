package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which failures of a source compiler are the user's to mend. */
class KernelCompileExceptionTest {

    @Test
    void a_cause_that_says_too_large_makes_the_class_too_large() {
        Throwable innermost = new IllegalStateException("Code grows beyond 64 KB");
        Throwable between = new IllegalStateException(null, new IllegalStateException("File 'A.java'", innermost));

        assertThat(new KernelCompileException("Compiling \"A\"", between).isTooLarge())
                .isTrue();
    }

    @Test
    void any_other_failure_is_a_defect() {
        assertThat(new KernelCompileException("Compiling \"A\"", new IllegalStateException("no method")).isTooLarge())
                .isFalse();
    }
}
