package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerChoiceTest {

    @AfterEach
    void clearTheProperty() {
        System.clearProperty(CompilerChoice.PROPERTY);
    }

    @Test
    void withoutThePropertyItIsAuto() {
        System.clearProperty(CompilerChoice.PROPERTY);
        assertThat(CompilerChoice.ofProperty()).isEqualTo(CompilerChoice.AUTO);
    }

    @ParameterizedTest
    @EnumSource
    void thePropertyTakesEveryChoiceAsItIsSpelled(CompilerChoice choice) {
        System.setProperty(CompilerChoice.PROPERTY, choice.spelling());
        assertThat(CompilerChoice.ofProperty()).isEqualTo(choice);
        assertThat(choice.spelling()).isLowerCase();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecj", "JANINO", "", " auto"})
    void anyOtherValueIsNamedWithWhatThePropertyTakes(String value) {
        System.setProperty(CompilerChoice.PROPERTY, value);
        assertThatThrownBy(CompilerChoice::ofProperty)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("normc.compiler=" + value + ": takes janino, javac or auto");
    }

    @Test
    void autoIsJanino() {
        assertThat(CompilerChoice.AUTO.compiler()).isInstanceOf(JaninoCompiler.class);
        assertThat(CompilerChoice.JANINO.compiler()).isInstanceOf(JaninoCompiler.class);
        assertThat(CompilerChoice.JAVAC.compiler()).isInstanceOf(JavacCompiler.class);
    }
}
