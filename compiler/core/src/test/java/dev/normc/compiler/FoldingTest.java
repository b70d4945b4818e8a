package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.Fold;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which norms are a scale and a shift at inference, and why the others are not. */
class FoldingTest {
    private static final String BATCH_NORM = "norm B { input x[N, C, ..] reduce N, .. epsilon 3"
            + " affine scale gamma[C], shift beta[C] track decay 0.9 unbiased }";

    private static Fold fold(String text, String shape, Map<String, double[]> values) {
        TypedNorm norm = Compiler.norm(new SourceFile("norm.norm", text), Optional.empty());
        return Folding.of(norm, shape, values);
    }

    @Test
    void aBatchNormIsOneScaleAndOneShiftPerChannel() {
        Fold fold = fold(
                BATCH_NORM,
                "N=2, C=2, H=5",
                Map.of(
                        "gamma", new double[] {2, -3},
                        "beta", new double[] {0.5, 1},
                        "running_mean", new double[] {4, 5},
                        "running_var", new double[] {1, 6}));
        assertThat(fold.axes()).containsExactly("C");
        assertThat(fold.scale()).containsExactly(new double[] {1, -1}, within(1e-15));
        assertThat(fold.shift()).containsExactly(new double[] {-3.5, 6}, within(1e-15));
    }

    @Test
    void whatIsNotGivenHasItsInitialValue() {
        Fold fold = fold(BATCH_NORM, "N=2, C=2, H=5", Map.of());
        assertThat(fold.scale()).containsExactly(0.5, 0.5);
        assertThat(fold.shift()).containsExactly(0, 0);
    }

    @Test
    void extentsThatNoParamAndNoStateHasDoNotMatter() {
        Map<String, double[]> values = Map.of("gamma", new double[] {2, -3}, "running_mean", new double[] {4, 5});
        assertThat(fold(BATCH_NORM, "N=7, C=2, H=1, W=3", values))
                .usingRecursiveComparison()
                .isEqualTo(fold(BATCH_NORM, "N=2, C=2", values));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            norm A { input x[N, C] param a[C] = 3 output y = 2 * x / a - (5 - x) }              | 1.6666666666666667 | -5
            norm A { input x[N, C] param a[C] = 3 output y = stop(-x * a) + a }                 | -3                 | 3
            norm A { input x[N, C] param a[C] = 3, b = 4 output y = (x + a) * b + mean[C](a) }  | 4                  | 15
            norm A { input x[N, C] state a[C] = 3 update a = mean[N](x) output y = x - a }      | 1                  | -3
            """)
    void anyAffineExpressionFolds(String text, double scale, double shift) {
        Fold fold = fold(text, "N=3, C=1", Map.of());
        assertThat(fold.scale()).containsExactly(new double[] {scale}, within(1e-15));
        assertThat(fold.shift()).containsExactly(new double[] {shift}, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            norm A { input x[N, C] reduce C epsilon 1e-5 }                            | it takes a statistic of its input
            norm A { input x[N, C] reduce N epsilon 1e-5 }                            | it takes a statistic of its input
            norm A { input x[N, C] output y = tanh(x) }                               | `tanh` of its input is not affine
            norm A { input x[N, C] output y = x * x }                                 | of its input is not affine
            norm A { input x[N, C] output y = 1 / x }                                 | of its input is not affine
            norm A { input x[N, C] output y = max(x, 0) }                             | of its input is not affine
            norm A { input x[N, C] output y = where(x > 0, x, 0) }                    | of its input is not affine
            norm A { input x[N, C] output y = shift[C](x, 1) }                        | it reads its input at other positions
            norm A { input x[N, C], z[N, C] output y = x + z }                        | depends on 2 inputs
            norm A { input x[N, C] param g[C] = 1 output y = g }                      | its output depends on
            norm A { input x[N, C] output y = x output z = 2 * x }                    | it has 2 outputs
            norm A { input x[N, C] mask m[N] output y = x * m }                       | its scale depends on a mask
            """)
    void aNormThatDoesNotFoldSaysWhy(String text, String reason) {
        assertThatThrownBy(() -> fold(text, "N=3, C=2", Map.of()))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("N0404")
                .hasMessageContaining("`A` cannot be folded: ")
                .hasMessageContaining(reason)
                .hasMessageContaining("scale * x + shift");
    }

    @Test
    void valuesThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> fold(BATCH_NORM, "N=2, C=2", Map.of("gama", new double[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`B` has no param or state `gama`");
        assertThatThrownBy(() -> fold(BATCH_NORM, "N=2, C=2", Map.of("x", new double[4])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`B` has no param or state `x`");
        assertThatThrownBy(() -> fold(BATCH_NORM, "N=2, C=2", Map.of("gamma", new double[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`gamma`: needs 2 elements, got 3");
        assertThatThrownBy(() -> fold(BATCH_NORM, "N=2", Map.of())).isInstanceOf(SpecificationException.class);
    }
}
