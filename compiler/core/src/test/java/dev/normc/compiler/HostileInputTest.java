package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.specialize.Specializer;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, the front end answers with diagnostics or a norm, soon and on the default stack. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileInputTest {
    private static final int DEEPEST = 64;

    private static final List<String> TOKENS = List.of(
            ("norm input param mask state update init output reduce group subtract divide epsilon affine track into as"
                            + " from scale shift decay momentum cumulative unbiased { } [ ] ( ) , ; .. -> == != <= >= <"
                            + " > = + - * / ^ 0 1 2.5 1e-5 1e400 A N C G K x y z mean var max sqrt where stop size"
                            + " index standardize rename gauss_mean pi std rms @ \u0000 γ /// //")
                    .split(" "));

    /** Texts that begin well, so that the soup reaches deep rooms. */
    private static final List<String> BEGINNINGS = List.of(
            "",
            "norm A {",
            "norm A { input x[N, C, ..] output y =",
            "norm A(G = 2) { input x[N, C, ..] reduce N epsilon 1",
            "norm A { input x[N, C = G*K] state s[C] = 0 mu = mean[N](x) output y = x");

    @Test
    void aMillionOpenBracketsAreTooDeep() {
        assertThat(codes(equation("(".repeat(1_000_000)))).containsExactly(ErrorCode.N0104);
        assertThat(codes(equation("sum[".repeat(250_000)))).containsExactly(ErrorCode.N0104);
        assertThat(codes("(".repeat(1_000_000))).containsExactly(ErrorCode.N0104);
    }

    @Test
    void aMillionBracesAreASyntaxError() {
        assertThat(codes("norm A " + "{".repeat(1_000_000))).contains(ErrorCode.N0103);
        assertThat(codes("norm A {}" + "}".repeat(1_000_000))).contains(ErrorCode.N0103);
    }

    @Test
    void aMillionMinusSignsAreTooDeep() {
        assertThat(codes(equation("-".repeat(1_000_000) + "x"))).containsExactly(ErrorCode.N0104);
    }

    @Test
    void aHundredThousandPowersAreTooDeep() {
        assertThat(codes(equation(String.join("^", copies("x", 100_000))))).containsExactly(ErrorCode.N0104);
    }

    @Test
    void twoHundredNestedFunctionsAreTooDeep() {
        assertThat(codes(equation(nested("exp(", 200)))).containsExactly(ErrorCode.N0104);
        assertThat(codes(equation(nested("mean[N](", 200)))).containsExactly(ErrorCode.N0104);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "exp(", "min(1, ", "-(", "2^(", "where(1 < "})
    void theLimitOfNestingIsWhereItIsStated(String opening) {
        int levels = opening.equals("-(") || opening.equals("2^(") ? DEEPEST / 2 : DEEPEST;
        String closing = opening.startsWith("where") ? ", 1, x)" : ")";
        assertThat(codes(equation(opening.repeat(levels) + "x" + closing.repeat(levels))))
                .isEmpty();
        assertThat(codes(equation(opening.repeat(levels + 1) + "x" + closing.repeat(levels + 1))))
                .containsExactly(ErrorCode.N0104);
    }

    @Test
    void minusSignsAndBracketsNestTogether() {
        assertThat(codes(equation("-".repeat(DEEPEST) + "x"))).isEmpty();
        assertThat(codes(equation("-".repeat(DEEPEST) + "(x)"))).containsExactly(ErrorCode.N0104);
        assertThat(codes(equation("(" + "-".repeat(DEEPEST - 1) + "x) - x - -x")))
                .isEmpty();
        assertThat(codes(equation("x" + " - x".repeat(900)))).isEmpty();
    }

    @Test
    void theLongestChainsAreCheckedAndSpecializedOnTheDefaultStack() {
        for (String operator : List.of(" + ", " - ", " * ", " / ")) {
            run(equation(String.join(operator, copies("x", 990))), "N=2, D=3");
            run(equation(String.join(operator, copies("mean[D](x)", 240))), "N=2, D=3");
        }
        String inner = String.join(" + ", copies("x", 900));
        run(equation(nested("exp(", DEEPEST).replace("x)", inner + ")")), "N=2, D=3");
    }

    @Test
    void aLongCommaListIsALongClause() {
        assertThat(codes("norm A { input " + list(100_000, i -> "a" + i) + " }"))
                .contains(ErrorCode.N0103);
        assertThat(codes("norm A { input x[" + list(100_000, i -> "A" + i) + "] }"))
                .containsExactly(ErrorCode.N0103);
        assertThat(codes("norm A { input x[N] reduce " + list(100_000, i -> "A" + i) + " }"))
                .containsExactly(ErrorCode.N0103);
    }

    @Test
    void manyAxesInManyTensorsAreTooMany() {
        String inputs = text(500, i -> "input x" + i + "[" + list(200, k -> "A" + k * 7 % (i + 1)) + "]\n");
        assertThat(codes("norm A { " + inputs + " output y = x0 }")).isNotEmpty();
    }

    @Test
    void aHundredThousandClausesAreTooMany() {
        assertThat(codes(norm(text(100_000, i -> "a" + i + "=x ")))).containsExactly(ErrorCode.N0103);
        assertThat(codes(norm(";".repeat(100_000)))).containsExactly(ErrorCode.N0103);
        assertThat(codes(norm(text(40_000, i -> "state s" + i + "=0 ")))).containsExactly(ErrorCode.N0103);
        assertThat(codes(norm(text(70_000, i -> "epsilon 1 ")))).containsExactly(ErrorCode.N0103);
    }

    @Test
    void aHundredThousandConstantsAreTooMany() {
        String constants = list(100_000, i -> "k" + Integer.toString(i, 36) + "=1");
        assertThat(codes("norm A(" + constants + ") { input x[N] output y = x }"))
                .containsExactly(ErrorCode.N0103);
    }

    @Test
    void manyNormsTakeTimeInProportion() {
        assertThat(codes(text(100_000, i -> "norm A{}"))).isNotEmpty();
        assertThat(codes(text(25_000, i -> "///d\nnorm A" + i + "{input x output y=x}\n")))
                .isEmpty();
    }

    @Test
    void aLongChainOfEquationsIsOrderedWithoutRecursion() {
        String forwards = text(990, i -> "a" + i + " = a" + (i + 1) + " + x\n");
        assertThat(codes(norm(forwards + "a990 = x\n output z = a0"))).isEmpty();
        String deep = text(900, i -> "a" + i + " = " + nested("exp(", 60).replace("x)", "a" + (i + 1) + ")") + "\n");
        assertThat(codes(norm(deep + "a900 = x\n output z = a0"))).isEmpty();
        assertThat(codes(norm(forwards + "a990 = a0"))).containsExactly(ErrorCode.N0205);
    }

    @Test
    void manyUnknownNamesEndAtFiftyErrors() {
        String known = list(900, i -> "k" + "a".repeat(90) + i + "=1");
        String unknown = text(50, i -> "b" + i + " = " + String.join("+", copies("u" + "b".repeat(90) + i, 20)) + "\n");
        assertThat(codes("norm A(" + known + ") { input x[N] " + unknown + " output y = x }"))
                .hasSize(50);
    }

    @Test
    void aTokenOfAHundredMegabytesIsRefused() {
        String token = "a".repeat(100_000_000);
        assertThat(codes(token)).containsExactly(ErrorCode.N0103);
        assertThat(codes("norm A { input x[N] output y = " + token + " }")).containsExactly(ErrorCode.N0103);
        assertThat(codes("norm A { input x[N] output y = " + "1".repeat(1_000_000) + " }"))
                .containsExactly(ErrorCode.N0103);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u0000', '\u0007', '\u001b', '\u0085', '\u200b', '\u202e', '\u2066', '\u2028', '\u00ad'})
    void invisibleCharactersAreRefusedEverywhere(char hidden) {
        assertThat(codes("norm A { input x[N] output y = x } // " + hidden)).containsExactly(ErrorCode.N0102);
        assertThat(codes("norm A { input x[N] " + hidden + " output y = x }")).containsExactly(ErrorCode.N0102);
        assertThat(codes("norm A { input x" + hidden + "y[N] output y = x }")).contains(ErrorCode.N0102);
        assertThat(failure("norm A { input x" + hidden + "[N] output y = x }").getMessage())
                .doesNotContain(String.valueOf(hidden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00", "\udc00\ud800", "\ud83d\ude00", "\ud800x", "é", "Ⅷ", "e\u0301"})
    void charactersBeyondAsciiAreNoNames(String text) {
        assertThat(codes("norm A { input " + text + "[N] output y = 1 }")).contains(ErrorCode.N0102);
        assertThat(codes("norm " + text)).contains(ErrorCode.N0102);
        assertThat(codes(text)).contains(ErrorCode.N0102);
    }

    @Test
    void aByteOrderMarkAndAnyLineEndAreFine() {
        assertThat(codes("\ufeffnorm A {\r\n input x[N]\r output y = x\n}\r")).isEmpty();
        assertThat(failure("norm A {\r input x[N]\r output y = z\r}").getMessage())
                .contains(":3:13", "3 |  output y = z");
    }

    @Test
    void numbersBeyondBinary64AreRefused() {
        for (String number : List.of("1e-400", "1e400", "0.0e", "1e99999999999999999999", "1e-99999999999999999999")) {
            assertThat(codes("norm A(eps = " + number + ") { input x[N] output y = x + eps }"))
                    .isNotEmpty();
            assertThat(codes(equation("x + " + number))).isNotEmpty();
            assertThat(shapeCodes("N=2, D=3, eps=" + number)).containsExactly(ErrorCode.N0309);
        }
        assertThat(codes(equation("x + 0e-400 + 0.000"))).isEmpty();
    }

    @Test
    void extentsWhoseProductIsBeyondAnArrayAreRefused() {
        assertThat(shapeCodes("N=65536, D=65536")).contains(ErrorCode.N0307);
        assertThat(shapeCodes("N=2147483647, D=2147483647")).contains(ErrorCode.N0307);
        assertThat(shapeCodes("N=2147483648, D=1")).containsExactly(ErrorCode.N0309);
        assertThat(shapeCodes("N=99999999999999999999, D=1")).containsExactly(ErrorCode.N0309);
        String product = "norm A { input x[C = A*B*D*E] output y = x }";
        assertThat(codesOf(() -> run(product, "A=2147483647, B=2147483647, D=2147483647, E=2147483647")))
                .contains(ErrorCode.N0307);
        assertThat(codesOf(() -> run(product, "C=2147483647, A=2, B=3, D=5"))).containsExactly(ErrorCode.N0304);
    }

    @Test
    void aShapeOfManyEntriesIsRefused() {
        String open = "norm A { input x[N, ..] output y = x - mean[..](x) }";
        assertThat(codesOf(() -> run(open, list(4_000, i -> "1")))).containsExactly(ErrorCode.N0103);
        assertThat(codesOf(() -> run(open, list(40, i -> "A" + i + "=1") + ", N=1")))
                .containsExactly(ErrorCode.N0103);
        assertThat(codesOf(() -> run(open, list(100_000, i -> "1")))).containsExactly(ErrorCode.N0301);
        assertThat(codesOf(() -> run(open, ",".repeat(9_000)))).contains(ErrorCode.N0301);
        run(open, list(16, i -> "1"));
    }

    @Test
    void whateverIsUnterminatedIsReported() {
        String whole = "/// doc\nnorm A(eps = 1e-5, G = 4) { input x[N, C = G*K, ..], r[N]; mask m[N] param w[C] = 1"
                + " state s[C] = 0 update s = s mu = mean[N, ..; m](x) track mu as t[C] = 0 decay 0.9 unbiased"
                + " output y = where(x < 1, -w, max(x, 2)^2) init w = 1 from t[N] }";
        for (int end = 0; end < whole.length(); end++) {
            assertThat(codes(whole.substring(0, end))).isNotEmpty();
        }
        String card = "norm A(G = 4) { input x[N, C, ..] mask m[N] group C into G reduce C, .. subtract mean divide std"
                + " epsilon 1e-5 affine scale g[C] = 1, shift b[C] = 0 track decay 0.9 unbiased }";
        for (int end = 0; end < card.length(); end++) {
            assertThat(codes(card.substring(0, end))).isNotEmpty();
        }
    }

    @Test
    void aCardAfterFiftyErrorsIsNotDesugared() {
        assertThat(codes("@ ".repeat(60) + "norm A { reduce N }")).hasSize(50);
        assertThat(codes(text(60, i -> "norm A { input x[N] output y = z }") + "norm B { reduce N }"))
                .hasSize(50);
    }

    @Test
    void randomTokensNeverBreakTheFrontEnd() {
        SplittableRandom random = new SplittableRandom(20260115);
        int norms = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
            int length = random.nextInt(30);
            for (int k = 0; k < length; k++) {
                text.append(' ').append(TOKENS.get(random.nextInt(TOKENS.size())));
            }
            text.append(random.nextBoolean() ? " }" : "");
            norms += codes(text.toString()).isEmpty() ? 1 : 0;
        }
        assertThat(norms).as("some of them are norms").isPositive();
    }

    @Test
    void randomChangesOfANormNeverBreakTheFrontEnd() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> words =
                new ArrayList<>(List.of(("norm A ( G = 4 ) { input x [ N , C = G * K , .. ] state s [ C ] = 0"
                                + " mu = mean [ N , .. ] ( x ) track mu as t [ C ] = 0 decay 0.9 update s = mu"
                                + " output y = ( x - mu ) * s }")
                        .split(" ")));
        for (int i = 0; i < 5_000; i++) {
            List<String> changed = new ArrayList<>(words);
            for (int k = 0; k <= random.nextInt(3); k++) {
                int at = random.nextInt(changed.size());
                String token = TOKENS.get(random.nextInt(TOKENS.size()));
                if (random.nextBoolean()) {
                    changed.set(at, token);
                } else {
                    changed.add(at, token);
                }
            }
            String text = String.join(" ", changed);
            codesOf(() -> run(text, "N=3, C=8, L=2"));
        }
    }

    @Test
    void randomShapesNeverBreakTheFrontEnd() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> pieces = List.of(
                "N",
                "C",
                "G",
                "K",
                "D",
                "eps",
                "=",
                "=",
                ",",
                ",",
                "?",
                "0",
                "1",
                "4",
                "32",
                "-",
                "1e3",
                " ",
                "2147483647",
                "..",
                "x",
                "L");
        TypedNorm norm = Compiler.check(new SourceFile(
                        "a.norm",
                        "norm A(G = 2, eps = 1) { input x[N, C = G*K, ..] output y = x - mean[K, ..](x) + eps }"))
                .get(0);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder shape = new StringBuilder(random.nextBoolean() ? "N=2, C=4" : "");
            int length = random.nextInt(12);
            for (int k = 0; k < length; k++) {
                shape.append(pieces.get(random.nextInt(pieces.size())));
            }
            codesOf(() -> Specializer.specialize(norm, new SourceFile("shape", shape.toString()), DataType.F32));
        }
    }

    private static String norm(String clauses) {
        return "norm A { input x[N] " + clauses + " output y = x }";
    }

    private static String equation(String expression) {
        return "norm A { input x[N, D] output y = " + expression + " }";
    }

    private static String nested(String opening, int levels) {
        return opening.repeat(levels) + "x" + ")".repeat(levels);
    }

    private static List<String> copies(String text, int count) {
        return Collections.nCopies(count, text);
    }

    private static String list(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(","));
    }

    private static String text(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static void run(String text, String shape) {
        TypedNorm norm = Compiler.check(new SourceFile("a.norm", text)).get(0);
        Specializer.specialize(norm, new SourceFile("shape", shape), DataType.F32);
    }

    private static List<ErrorCode> shapeCodes(String shape) {
        String text = "norm A(eps = 1) { input x[N, D] output y = x - mean[D](x) + eps }";
        return codesOf(() -> run(text, shape));
    }

    private static SpecificationException failure(String text) {
        try {
            Compiler.check(new SourceFile("a.norm", text));
            throw new AssertionError("no failure");
        } catch (SpecificationException e) {
            return e;
        }
    }

    private static List<ErrorCode> codes(String text) {
        return codesOf(() -> Compiler.check(new SourceFile("a.norm", text)));
    }

    /** The codes of what an action reports; empty if it succeeds. Anything else it throws fails the test. */
    private static List<ErrorCode> codesOf(Runnable action) {
        try {
            action.run();
            return List.of();
        } catch (SpecificationException e) {
            assertThat(e.getMessage()).isNotEmpty();
            return e.diagnostics().stream().map(Diagnostic::code).toList();
        }
    }
}
