package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.LayerNorm768", "a.B", "_a._B", "com.acme.Normal", "javax2.X", "com.acme.con2"})
    void aNameOfJavaIsTaken(String name) {
        assertThat(JavaNames.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../Evil               | empty
            com/acme.Evil         | com/acme
            com.acme.Ev\\il       | Ev\\il
            com..acme.K           | empty
            .K                    | empty
            com.acme.             | empty
            com.1acme.K           | 1acme
            com.acme.K;           | K;
            com.größe.K           | größe
            com.acme.$K           | $K
            com.int.K             | `int` is a word of Java
            com._.K               | `_` is a word of Java
            com.acme.true         | `true` is a word of Java
            com.acme.var          | `var` is a word of Java
            com.acme.sealed       | `sealed` is a word of Java
            java.util.K           | not yours
            javax.swing.K         | not yours
            jdk.internal.K        | not yours
            sun.misc.K            | not yours
            dev.normc.runtime.K   | not yours
            dev.normc.runtime.math.K | not yours
            com.acme.String       | java.lang.String
            com.NUL.K             | device
            com.acme.Com1         | device
            """)
    void aNameThatIsNoneOrSomebodyElsesIsRefused(String name, String why) {
        assertThat(JavaNames.fault(name))
                .hasValueSatisfying(fault -> assertThat(fault).contains(why));
    }

    @Test
    void aNameLongerThanFilesAreIsRefused() {
        assertThat(JavaNames.fault("a." + "K".repeat(198))).isEmpty();
        assertThat(JavaNames.fault("a." + "K".repeat(199))).isPresent();
    }

    @Test
    void classesThatDifferDoNotCollide() {
        assertThat(JavaNames.collisions(List.of("com.acme.A", "com.acme.B", "com.acme.sub.A", "com.A")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Norm, com.acme.Norm, two kernels",
        "com.acme.Norm, com.acme.NORM, case alone",
        "com.acme.Norm, com.Acme.Other, case alone",
        "com.acme.Norm, com.acme.Norm.Inner, one file and one folder",
        "com.acme.norm.Inner, com.acme.Norm, one file and one folder"
    })
    void classesThatWouldBeOneFileCollide(String first, String second, String why) {
        assertThat(JavaNames.collisions(List.of(first, second)))
                .hasEntrySatisfying(second, fault -> assertThat(fault).contains(why));
    }
}
