package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.specialize.Specializer;
import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.compiler.typed.TypedExpr;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From what is written to what is meant, and from there to one shape. */
class CheckerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N=4, C=64, H=3, W=5 | norm BatchNorm(eps = 1e-5) { input x[N, C, ..] reduce N, .. epsilon eps \
            affine scale gamma[C], shift beta[C] track decay 0.9 unbiased }
            N=4, D=8            | norm LayerNorm { input x[.., D] reduce D epsilon 1e-5 affine scale gamma[D], shift beta[D] }
            N=4, C=8, H=3, W=5  | norm InstanceNorm { input x[N, C, ..] reduce .. epsilon 1e-5 affine scale gamma[C], shift beta[C] }
            N=4, C=64, H=3, W=5 | norm GroupNorm(G = 32) { input x[N, C, ..] group C into G reduce C, .. epsilon 1e-5 \
            affine scale gamma[C], shift beta[C] }
            N=4, D=8            | norm RMSNorm { input x[.., D] reduce D divide rms epsilon 1e-6 affine scale gamma[D] }
            N=4, C=8, H=3       | norm MeanOnlyBatchNorm { input x[N, C, ..] reduce N, .. subtract mean affine shift beta[C] track decay 0.9 }
            N=4, H=3, W=5, C=8  | norm GRN { input x[N, .., C] param gamma[C] = 0, beta[C] = 0 g = norm2[..](x) \
            output y = gamma * x * g / (mean[C](g) + 1e-6) + beta + x }
            T=4, D=8            | norm AddRMSNorm(eps = 1e-6) { input x[T, D], r[T, D] param w[D] = 0 output s = x + r \
            output y = (1 + w) * s / sqrt(mean[D](s^2) + eps) }
            N=4, C=64, H=3      | norm GroupNormEq(G = 32) { input x[N, C = G*K, ..] param gamma[C] = 1, beta[C] = 0 \
            output y = gamma * standardize[K, ..](x, 1e-5) + beta }
            O=4, I=8            | norm WeightNorm { input v[O, ..] param g[O] = 1 output w = g * v / norm2[..](v) }
            N=4, D=8            | norm DyT { input x[.., D] param alpha = 0.5, gamma[D] = 1, beta[D] = 0 \
            output y = gamma * tanh(alpha * x) + beta }
            """)
    void theNormsOfTheReferenceAreAccepted(String shape, String text) {
        SpecializedNorm norm = specialize(text, shape);
        assertThat(norm.buffers()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reduce N, .. epsilon 1e-5 | mean = mean[N, ..](x) var = var[N, ..](x) output y = (x - mean) / sqrt(var + 1e-5)
            reduce N subtract mean    | mean = mean[N](x) output y = x - mean
            reduce C divide std epsilon 0.1 | var = var[C](x) output y = x / sqrt(var + 0.1)
            reduce C divide rms epsilon 0.1 | ms = mean[C](x^2) output y = x / sqrt(ms + 0.1)
            reduce C divide l2 epsilon 0.1  | l2 = sum[C](x^2) output y = x / sqrt(l2 + 0.1)
            reduce C divide mad epsilon 0.1 | mad = mean[C](abs(x)) output y = x / (mad + 0.1)
            reduce C divide l1 epsilon 0.1  | l1 = sum[C](abs(x)) output y = x / (l1 + 0.1)
            reduce C divide max epsilon 0.1 | max = max[C](abs(x)) output y = x / (max + 0.1)
            reduce C subtract mean divide mad epsilon 0.1 | mean = mean[C](x) mad = mean[C](abs(x - mean)) \
            output y = (x - mean) / (mad + 0.1)
            reduce C subtract mean divide max epsilon 0.1 | mean = mean[C](x) max = max[C](abs(x - mean)) \
            output y = (x - mean) / (max + 0.1)
            reduce C epsilon 0.1 affine scale g[C], shift b[C] = 2 | param g[C] = 1, b[C] = 2 mean = mean[C](x) \
            var = var[C](x) output y = g * ((x - mean) / sqrt(var + 0.1)) + b
            mask m[N, ..] reduce N, .. epsilon 0.1 | mask m[N, ..] mean = mean[N, ..; m](x) var = var[N, ..; m](x) \
            output y = (x - mean) / sqrt(var + 0.1)
            reduce N epsilon 0.1 track decay 0.9 unbiased | mean = mean[N](x) track mean as running_mean[C, ..] = 0 decay 0.9 \
            var = var[N](x) track var as running_var[C, ..] = 1 decay 0.9 unbiased output y = (x - mean) / sqrt(var + 0.1)
            reduce N divide l2 epsilon 0.1 track cumulative | l2 = sum[N](x^2) track l2 as running_l2[C, ..] = 1 cumulative \
            output y = x / sqrt(l2 + 0.1)
            """)
    void aCardIsTheEquationsItStandsFor(String card, String equations) {
        SpecializedNorm a = specialize("norm A { input x[N, C, ..] " + card + " }", "N=3, C=4, L=2");
        SpecializedNorm b = specialize("norm A { input x[N, C, ..] " + equations + " }", "N=3, C=4, L=2");
        assertThat(a.buffers()).isEqualTo(b.buffers());
        assertThat(a.train()).isEqualTo(b.train());
        assertThat(a.infer()).isEqualTo(b.infer());
    }

    @Test
    void aGroupedCardIsItsProduct() {
        SpecializedNorm a = specialize(
                "norm A(G = 2) { input x[N, C, ..] group C into G reduce C, .. epsilon 0.1 affine scale g[C], shift b[G] }",
                "N=3, C=4, L=2");
        SpecializedNorm b = specialize(
                "norm A(G = 2) { input x[N, C = G*K, ..] param g[C] = 1, b[G] = 0 mean = mean[K, ..](x)"
                        + " var = var[K, ..](x) output y = g * ((x - mean) / sqrt(var + 0.1)) + b }",
                "N=3, C=4, L=2");
        assertThat(a.train()).isEqualTo(b.train());
        assertThat(a.buffers()).isEqualTo(b.buffers());
        assertThat(specialize("norm A { input x[N, C] group C into 2 reduce C epsilon 1 }", "N=3, C=4")
                        .train())
                .isEqualTo(specialize("norm A(G = 2) { input x[N, C] group C into G reduce C epsilon 1 }", "N=3, C=4")
                        .train());
    }

    @Test
    void theGroupsOfANumberAreCalledGInOtherClauses() {
        String rest = " reduce C, .. epsilon 0.1 affine scale g[G], shift b[C] }";
        SpecializedNorm number = specialize("norm A { input x[N, C, ..] group C into 2" + rest, "N=3, C=4, L=2");
        assertThat(number.train())
                .isEqualTo(specialize("norm A(G = 2) { input x[N, C, ..] group C into G" + rest, "N=3, C=4, L=2")
                        .train());
        assertThat(specialize(
                                "norm A { input x[N, G, C] group C into 2 reduce C epsilon 1 affine scale g[G] }",
                                "3,5,4")
                        .train())
                .isEqualTo(specialize(
                                "norm A(G1 = 2) { input x[N, G, C] group C into G1 reduce C epsilon 1 affine scale g[G] }",
                                "3,5,4")
                        .train());
    }

    @Test
    void standardizeIsSugar() {
        assertThat(specialize("norm A { input x[N, D] output y = standardize[D](x, 0.1) }", "2,3")
                        .train()
                        .stores())
                .isEqualTo(specialize(
                                "norm A { input x[N, D] output y = (x - mean[D](x)) / sqrt(var[D](x) + 0.1) }", "2,3")
                        .train()
                        .stores());
    }

    @Test
    void theNamesOfACardNeverCollideWithTheUsersNames() {
        TypedNorm norm = check(
                "norm A(mean = 1) { input var[N, K] group K into 2 reduce K epsilon mean affine scale g[K], shift b[K] }");
        assertThat(norm.equations()).extracting(TypedNorm.Equation::name).containsExactly("mean1", "var1", "y");
        assertThat(norm.card()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x + g                   | N,C,..
            g                       | C
            mean[N](x)              | C,..
            mean[..](x) * g         | N,C
            sum[N, C, ..](x)        | ''
            mean[N; m](x)           | C,..
            mean[N; g](m)           | C
            index[C] + size[N]      | C
            standardize[N, ..](x, g) | N,C,..
            stop(m)                 | N
            where(m > 0, 1, 0)      | N
            """)
    void theAxesOfAValueAreTheUnionOfItsOperandsAxes(String expression, String axes) {
        TypedNorm norm = check("norm A { input x[N, C, ..] mask m[N] param g[C] = 1 output y = " + expression + " }");
        assertThat(String.join(",", norm.equation("y").orElseThrow().value().axes()))
                .isEqualTo(axes);
    }

    @Test
    void equationsMayStandInAnyOrder() {
        TypedNorm norm = check("norm A { output y = b + a a = b^2 b = x - c c = 1 input x[N] }");
        assertThat(norm.equations()).extracting(TypedNorm.Equation::name).containsExactly("c", "b", "a", "y");
    }

    @Test
    void outputsKeepTheOrderOfTheFile() {
        TypedNorm norm = check("norm A { input x[N] output b = 2 * a output a = x }");
        assertThat(norm.outputs()).extracting(TypedNorm.Equation::name).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"scale", "shift", "decay", "into", "as", "from", "cumulative", "unbiased", "mean", "size", "pi"})
    void wordsThatAreNotReservedAreNames(String word) {
        check("norm A { input " + word + "[N] output y = " + word + " - mean[N](" + word + ") }");
        check("norm A { input x[N] output " + word + " = mean[N](x) }");
        check("norm A { input x[N, C] reduce N epsilon 1 affine scale " + word + "[C] }");
    }

    @Test
    void piIsItsValueUnlessItIsDeclared() {
        TypedExpr pi = check("norm A { input x[N] output y = pi }")
                .equation("y")
                .orElseThrow()
                .value();
        assertThat(((TypedExpr.Number) pi).value()).isEqualTo(Math.PI);
        TypedExpr own = check("norm A { input pi[N] output y = pi }")
                .equation("y")
                .orElseThrow()
                .value();
        assertThat(own).isInstanceOf(TypedExpr.Reference.class);
    }

    @Test
    void everyFunctionAndStatisticIsKnown() {
        check("norm A { input x[N, C] a = sqrt(x) + rsqrt(x) + exp(x) + log(x) + tanh(x) + sigmoid(x) + erf(x) + abs(x)"
                + " b = sign(x) + min(x, 1) + max(x, 1) + clip(x, 0, 1) + where(x == 0, 1, x) + relu(x) + leaky_relu(x, 0.1)"
                + " c = elu(x) + gelu(x) + silu(x) + softplus(x) + stop(x) + index[N] * size[N, C] + pi + x^0.5 + x^-2"
                + " d = sum[N](x) + mean[N](x) + var[N](x) + std[N](x) + max[N](x) + min[N](x) + norm2[N](x) + norm1[N](x)"
                + " e = rms[N](x) + count[N](x) + count[N; x](1) output y = a + b + c + d + e }");
    }

    @Test
    void aTrackedStatisticMayBeReadAsStateBeforeTheUpdate() {
        TypedNorm norm = check(
                "norm A { input x[N, C] mu = mean[N](x) track mu as s[C] = 0 decay 0.9 output y = x - mu + 0 * s }");
        assertThat(norm.tensors(BufferRole.STATE))
                .extracting(TypedNorm.Tensor::name)
                .containsExactly("s");
    }

    @Test
    void cumulativeTracksShareOneCounter() {
        TypedNorm norm = check("norm A { input x[N, C] reduce N epsilon 1 track cumulative }");
        assertThat(norm.tensors(BufferRole.STATE))
                .extracting(TypedNorm.Tensor::name)
                .containsExactly("running_mean", "running_var", "batches");
    }

    @Test
    void theHintForMomentumTranslatesBothConventions() {
        assertThatThrownBy(() -> check("norm A { input x[N, C] reduce N epsilon 1 track momentum 0.1 }"))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("error[N0105]")
                .hasMessageContaining("`decay 0.9` for PyTorch's momentum 0.1")
                .hasMessageContaining("Keras");
    }

    @Test
    void aFileOfSeveralNormsNeedsAName() {
        SourceFile file = new SourceFile("a.norm", "norm A { input x output y = x } norm B { input x output y = x }");
        assertThatThrownBy(() -> Compiler.norm(file, Optional.empty())).hasMessageContaining("error[N0401]");
        assertThatThrownBy(() -> Compiler.norm(file, Optional.of("C"))).hasMessageContaining("it declares `A`, `B`");
        assertThat(Compiler.norm(file, Optional.of("B")).name()).isEqualTo("B");
    }

    @Test
    void extentsBindByNameByPositionAndThroughProducts() {
        String norm =
                "norm A(G = 2, eps = 1) { input x[N, C = G*K, ..] param g[C] = eps output y = g * x - mean[K](x) }";
        assertThat(extents(specialize(norm, "N=3, C=8, H=5, W=7"), "x")).isEqualTo("x[N=3, C=8, H=5, W=7]");
        assertThat(extents(specialize(norm, "3,8,5,7"), "x")).isEqualTo("x[N=3, C=8, H=5, W=7]");
        assertThat(extents(specialize(norm, "3,8,5"), "x")).isEqualTo("x[N=3, C=8, L=5]");
        assertThat(extents(specialize(norm, "3,8"), "x")).isEqualTo("x[N=3, C=8]");
        assertThat(extents(specialize(norm, "N=3, K=5, G=4"), "x")).isEqualTo("x[N=3, C=20]");
        assertThat(extents(specialize(norm, "N=3, K=5, G=4, Q=2, N2=6"), "x")).isEqualTo("x[N=3, C=20, Q=2, N2=6]");
        assertThat(extents(specialize(norm, "N=?, C=8"), "x")).isEqualTo("x[N=?, C=8]");
        assertThat(spec(specialize(norm, "N=3, C=8, eps=2.5e-1"), "g").initial())
                .isEqualTo(0.25);
    }

    @Test
    void anOutputListsItsAxesByFirstAppearance() {
        String norm =
                "norm A { input x[N, C = G*K] param w[K, N] = 1 output y = w * x output z = mean[G](x) output s = mean[N, C](x) }";
        SpecializedNorm specialized = specialize(norm, "N=2, G=3, K=4");
        assertThat(extents(specialized, "y")).isEqualTo("y[N=2, C=12]");
        assertThat(extents(specialized, "z")).isEqualTo("z[N=2, K=4]");
        assertThat(extents(specialized, "s")).isEqualTo("s");
    }

    @Test
    void aDynamicAxisOfAStatisticNeedsAnElementAtEachCall() {
        String norm = "norm A { input x[N, C] reduce N epsilon 1 track decay 0.9 unbiased }";
        assertThat(specialize(norm, "N=?, C=4").leastExtent().orElseThrow().extent())
                .isEqualTo(2);
        assertThat(specialize(norm.replace(" unbiased", ""), "N=?, C=4")
                        .leastExtent()
                        .orElseThrow()
                        .extent())
                .isEqualTo(1);
        assertThat(specialize("norm A { input x[N, D] reduce D epsilon 1 }", "N=?, D=4")
                        .leastExtent())
                .isEmpty();
    }

    @Test
    void aRestOfNoAxesReducesNothing() {
        String norm = "norm A { input x[N, ..] output y = x - mean[..](x) }";
        assertThat(extents(specialize(norm, "N=3"), "y")).isEqualTo("y[N=3]");
    }

    @Test
    void aKeptAxisMayBeEmpty() {
        assertThat(extents(specialize("norm A { input x[N, D] reduce D epsilon 1 }", "N=0, D=3"), "y"))
                .isEqualTo("y[N=0, D=3]");
    }

    private static String extents(SpecializedNorm norm, String buffer) {
        return spec(norm, buffer).toString();
    }

    private static BufferSpec spec(SpecializedNorm norm, String buffer) {
        return norm.buffers().stream()
                .filter(spec -> spec.name().equals(buffer))
                .findFirst()
                .orElseThrow();
    }

    private static TypedNorm check(String text) {
        List<TypedNorm> norms = Compiler.check(new SourceFile("a.norm", text));
        assertThat(norms).hasSize(1);
        return norms.get(0);
    }

    private static SpecializedNorm specialize(String text, String shape) {
        return Specializer.specialize(check(text), new SourceFile("shape", shape), DataType.F32);
    }
}
