package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.ast.AxisTerm;
import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.parse.NormFileParser;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From text to what is written in it. */
class ParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -x^2                    | -(x ^ 2.0)
            x^y^z                   | (x ^ (y ^ z))
            x^-y                    | (x ^ -(y))
            2^-x*3                  | ((2.0 ^ -(x)) * 3.0)
            -x*y                    | (-(x) * y)
            x - y - z               | ((x - y) - z)
            x / y * z               | ((x / y) * z)
            x + y * z               | (x + (y * z))
            (x + y) * z             | ((x + y) * z)
            x - -y                  | (x - -(y))
            --x                     | -(-(x))
            where(x+1<y*2, x, y)    | where(((x + 1.0) < (y * 2.0)), x, y)
            mean[N, ..](x)^2        | (mean[N, ..](x) ^ 2.0)
            sum[C; m * 2](x)        | sum[C; (m * 2.0)](x)
            size[A, B] - 1          | (size[A, B]() - 1.0)
            .5 + 1e-5 + 2.5E+3      | ((0.5 + 1.0E-5) + 2500.0)
            """)
    void operatorsBindAsTheReferenceSays(String text, String expected) {
        assertThat(show(expression(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"into", "as", "from", "scale", "shift", "decay", "cumulative", "unbiased", "mean", "pi"})
    void onlyTheWordsThatBeginAClauseAreReserved(String word) {
        NormDecl norm = only("norm A { input " + word + "[N] output y = 2 * " + word + " " + word + "2 = y }");
        assertThat(norm.clauses()).hasSize(3);
        assertThat(show(((Clause.Equation) norm.clauses().get(1)).value())).isEqualTo("(2.0 * " + word + ")");
        assertThat(only("norm A { " + word + " = 1 output y = " + word + " }").clauses())
                .hasSize(2);
    }

    @Test
    void aValueMayHaveTheNameOfAFunction() {
        NormDecl norm = only("norm A { input x[N] output mean = mean[N](x) v = mean + mean[N](x) }");
        assertThat(show(((Clause.Equation) norm.clauses().get(2)).value())).isEqualTo("(mean + mean[N](x))");
    }

    @Test
    void anEquationMayBeCalledUnbiasedBehindATrack() {
        NormDecl norm =
                only("norm A { track m as s[C] = 0 decay 0.9 unbiased = 3 track v as t = 1 cumulative unbiased\n"
                        + "unbiased2 = 4 }");
        Clause.Track first = (Clause.Track) norm.clauses().get(0);
        Clause.Track second = (Clause.Track) norm.clauses().get(2);
        assertThat(first.rate().unbiased()).isFalse();
        assertThat(first.rate().decay()).isPresent();
        assertThat(second.rate().unbiased()).isTrue();
        assertThat(second.rate().decay()).isEmpty();
        assertThat(norm.clauses()).hasSize(4);
    }

    @Test
    void aTrackOfSomethingCalledDecayIsNoCardClause() {
        Clause.Track track = (Clause.Track)
                only("norm A { track decay as s = 0 decay 0.5 }").clauses().get(0);
        assertThat(track.target()).isPresent();
        assertThat(((Clause.Track) only("norm A { track decay 0.5 }").clauses().get(0)).target())
                .isEmpty();
    }

    @Test
    void lineBreaksAndSemicolonsMeanNothing() {
        List<Clause> onOneLine =
                only("norm A{input x[N],r[N] m=mean[N](x) output y=x-m}").clauses();
        List<Clause> spread = only("norm A {;\n input x[N], r[N];\n\n m =\n mean[N](x);; output y = x\n - m; }")
                .clauses();
        assertThat(spread).hasSameSizeAs(onOneLine);
        assertThat(show(((Clause.Equation) spread.get(2)).value()))
                .isEqualTo(show(((Clause.Equation) onOneLine.get(2)).value()));
    }

    @Test
    void commentsAreSkippedAndDocumentationIsKept() {
        List<NormDecl> norms = parse("""
                // a comment
                /// First line.
                ///   Second line.
                norm A { // norm X { }
                    /// inside, belongs to nothing
                    input x[N] output y = x
                }
                /// Of B.
                norm B { input x[N] output y = x }
                norm C { input x[N] output y = x }
                """);
        assertThat(norms)
                .extracting(NormDecl::documentation)
                .containsExactly(List.of("First line.", "Second line."), List.of("Of B."), List.of());
    }

    @Test
    void aProductOfAxesKeepsItsFactorsInOrder() {
        Clause.Declare input = (Clause.Declare)
                only("norm A { input x[N, C = G*H*K, ..] }").clauses().get(0);
        List<AxisTerm> axes = input.tensors().get(0).axes();
        assertThat(axes.get(1).factors()).extracting(Identifier::text).containsExactly("G", "H", "K");
        assertThat(axes.get(2).isRest()).isTrue();
    }

    @Test
    void constantsMayBeNegative() {
        assertThat(only("norm A(low = -1.5, G = 4) { input x }").constants())
                .extracting(NormDecl.Constant::value)
                .containsExactly(-1.5, 4.0);
    }

    @Test
    void aCardHasAllItsClauses() {
        NormDecl card = only("norm A(G = 4) { input x[N, C, ..] mask m[N] group C into G reduce C, .. subtract mean"
                + " divide std epsilon 1e-5 affine scale g[C] = 2, shift b track cumulative unbiased }");
        assertThat(card.clauses()).hasSize(9);
        Clause.Affine affine = (Clause.Affine) card.clauses().get(7);
        assertThat(affine.scales().get(0).initial()).isPresent();
        assertThat(affine.shifts().get(0).axes()).isEmpty();
    }

    @Test
    void spansCountUtf16UnitsAlsoBehindOtherCharacters() {
        String text = "norm A { // 😀 é\n input x[N] output yy = x }";
        Clause.Equation output = (Clause.Equation) only(text).clauses().get(1);
        Span span = output.name().span();
        assertThat(text.substring(span.start(), span.end())).isEqualTo("yy");
    }

    @Test
    void anErrorCostsOneClauseAndNotTheNextOnes() {
        Diagnostics diagnostics = new Diagnostics(new SourceFile("a.norm", ""));
        List<NormDecl> norms = NormFileParser.parse(
                        new SourceFile(
                                "a.norm",
                                "norm A { input x[N] a = + b = x output y = b } norm B( { } norm C { input x }"),
                        diagnostics)
                .norms();
        assertThat(norms).extracting(norm -> norm.name().text()).containsExactly("A", "C");
        assertThat(norms.get(0).clauses()).hasSize(3);
        assertThat(norms.get(0).complete()).isFalse();
        assertThat(norms.get(1).complete()).isTrue();
        assertThat(diagnostics.inSourceOrder()).hasSize(2);
    }

    private static Expr expression(String text) {
        return ((Clause.Equation)
                        only("norm A { output y = " + text + " }").clauses().get(0))
                .value();
    }

    private static NormDecl only(String text) {
        List<NormDecl> norms = parse(text);
        assertThat(norms).hasSize(1);
        return norms.get(0);
    }

    private static List<NormDecl> parse(String text) {
        SourceFile source = new SourceFile("a.norm", text);
        Diagnostics diagnostics = new Diagnostics(source);
        List<NormDecl> norms = NormFileParser.parse(source, diagnostics).norms();
        diagnostics.throwIfAny();
        return norms;
    }

    private static String show(Expr expr) {
        return expr.match(new Expr.Cases<>() {
            @Override
            public String number(Expr.Number node) {
                return Double.toString(node.value());
            }

            @Override
            public String reference(Expr.Reference node) {
                return node.name().text();
            }

            @Override
            public String negation(Expr.Negation node) {
                String operand = show(node.operand());
                return "-" + (operand.startsWith("(") ? operand : "(" + operand + ")");
            }

            @Override
            public String binary(Expr.Binary node) {
                return "(" + show(node.left()) + " " + node.operator() + " " + show(node.right()) + ")";
            }

            @Override
            public String call(Expr.Call node) {
                String over =
                        node.over().stream().map(term -> term.name().text()).collect(Collectors.joining(", "));
                String weight = node.weight().map(w -> "; " + show(w)).orElse("");
                String arguments =
                        node.arguments().stream().map(ParserTest::show).collect(Collectors.joining(", "));
                return node.function().text() + (over.isEmpty() ? "" : "[" + over + weight + "]") + "(" + arguments
                        + ")";
            }
        });
    }
}
