package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kernel explains itself to its owner: what each method is for, what each array is, which line it comes from. */
class KernelTextTest {
    private static final String BATCH_NORM = """
            norm BatchNorm(eps = 1e-5) {
                input   x[N, C, ..]
                reduce  N, ..
                epsilon eps
                affine  scale gamma[C], shift beta[C]
                track   decay 0.9
            }
            """;
    private static final String BATCH_SHAPE = "N=4, C=3, H=5, W=7";
    private static final Pattern DECLARED = Pattern.compile("private static void (\\w+)\\(");

    private static CompileRequest request(String text, String shape, DataType type) {
        return new CompileRequest(new SourceFile("kernel.norm", text), Optional.empty(), shape, type, Schedule.DEFAULT);
    }

    private static Compilation compile(String text, String shape) {
        return Compiler.compile(request(text, shape, DataType.F32));
    }

    private static Stream<LoopProgram.Routine> routines(Compilation compilation) {
        return compilation.plan().programs().values().stream().flatMap(program -> program.routines().stream());
    }

    private static String purpose(Compilation compilation, String routine) {
        return routines(compilation)
                .filter(candidate -> candidate.name().equals(routine))
                .map(LoopProgram.Routine::purpose)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + routine + " among "
                        + routines(compilation).map(LoopProgram.Routine::name).toList()));
    }

    @Test
    void theTextDoesNotDependOnTheLocale() {
        Locale locale = Locale.getDefault();
        String expected = compile(BATCH_NORM, BATCH_SHAPE).java();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab")); // digits of its own
            assertThat(compile(BATCH_NORM, BATCH_SHAPE).java()).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            forward                          | Writes saved_mean, saved_var, y; updates running_mean, running_var.
            forwardMean                      | For one N: collects the sum of x along N, HW for mean.
            forwardVar                       | For one N: collects the sum of (x - mean)^2 along N, HW for var.
            forwardWriteY                    | For one N: writes y.
            backwardCollectForDbetaAndDgamma | For one N: collects the sum of dy along N, HW for dbeta; \
            the sum of (x - mean) * dy along N, HW for dgamma.
            backwardWriteDx                  | For one N: writes dx.
            """)
    void aRoutineSaysWhatItIsForAndIsCalledSo(String name, String purpose) {
        assertThat(purpose(compile(BATCH_NORM, BATCH_SHAPE), name)).isEqualTo(purpose);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            norm A { input x[N, D] reduce D epsilon 1e-5 affine scale g[D] } | N=?, D=40
            norm A { input x[N, D] output y = x / (1e-6 + max[D](abs(x))) } | N=3, D=40
            norm A(G = 3) { input x[N, C, ..] group C into G reduce C, .. epsilon 1e-5 affine scale g[C] } | 2, 6, 1, 7
            norm A { input x[N, T, D] mask m[N, T] reduce T, D epsilon 1e-5 affine scale g[D] } | 3, 100, 64
            norm A { input x[N, D] frozen = mean[N](x) checks = mean[D](x) step1 = max[N](x) \
            output y = x - frozen - checks - step1 } | 70, 40
            norm A { input x[B, N, D] a = mean[N](x) output a_ = x - a b__b = mean[N](x * a_) output y = x - b__b } | 4, 3, 40
            """)
    void everyRoutineHasAPurposeAndANameOfItsOwn(String text, String shape) {
        for (DataType type : DataType.values()) {
            Compilation compilation =
                    Compiler.compile(request(text, shape, type).withOrder(2));
            assertThat(routines(compilation)).allSatisfy(routine -> assertThat(routine.purpose())
                    .as(routine.name())
                    .matches("(For one|Writes|Updates|Collects|Keeps|Starts|Rounds|Prepares).*\\.")
                    .doesNotContain("null"));
            List<String> names = new ArrayList<>();
            Matcher declared = DECLARED.matcher(compilation.java());
            while (declared.find()) {
                names.add(declared.group(1));
            }
            for (Entry entry : Entry.values()) {
                names.add(entry.method());
            }
            assertThat(names)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(8)
                    .allMatch(name -> name.matches("[a-z][A-Za-z0-9]{0,80}"));
        }
    }

    @Test
    void theClassCommentLeadsBackToTheLinesOfTheSpecification() {
        assertThat(compile(BATCH_NORM, BATCH_SHAPE).java())
                .contains(" * BatchNorm for N=4, C=3, H=5, W=7, eps=1e-5, f32 storage.\n")
                .contains(" * line 2: input  x[N, C, ..]\n")
                .contains(" * line 3:        mean = mean[N, ..](x)\n")
                .contains(" * line 5: param  gamma[C] = 1\n")
                .contains(" * line 6: track  mean as running_mean[C] = 0 decay 0.9\n")
                .contains(" * dgamma = sum / s\n");
    }

    @Test
    void theClassCommentSaysWhichAxesShareAStatistic() {
        assertThat(compile(BATCH_NORM, BATCH_SHAPE).java())
                .contains(" * mean, var: one value for each C, shared along N, H, W\n");
        assertThat(compile("norm A { input x[N, D] output y = x / max[D, N](abs(x)) }", "3, 4")
                        .java())
                .contains(" * max[N, D](abs(x)): one value, shared along N, D\n");
    }

    @Test
    void theCommentOfARoutineNamesTheLinesThatItComputes() {
        String java = compile(BATCH_NORM, BATCH_SHAPE).java();

        assertThat(java)
                .containsPattern("for mean\\.\\n     \\*\\n     \\* <p>Specification, line 3\\.\\n     \\*/\\n"
                        + "    private static void forwardMean\\(")
                .containsPattern("line 2\\.\\n     \\*/\\n    private static void backwardWriteDx\\(");
    }

    @Test
    void anEntrySaysWhatEveryArrayIs() {
        assertThat(compile(BATCH_NORM, BATCH_SHAPE).java())
                .contains("@param x input {@code x[N=4, C=3, H=5, W=7]}, f32, 420 elements: read\n")
                .contains("@param running_var state {@code running_var[C=3]}, f32, 3 elements: read and written\n")
                .contains("@param running_var state {@code running_var[C=3]}, f32, 3 elements: read\n")
                .contains("@param saved_mean saved statistic {@code saved_mean[C=3]}, f64, 3 elements: written\n")
                .contains("@param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written\n")
                .contains("@param dy cotangent of y {@code dy[N=4, C=3, H=5, W=7]}, f32, 420 elements: read\n")
                .contains("@throws IllegalArgumentException if an offset is negative")
                .contains("offsets and sizes are in elements");
    }

    @Test
    void anEntryWithADynamicAxisSaysWhatDependsOnIt() {
        String norm = "norm B { input x[N, C] reduce N epsilon 1e-5 track decay 0.9 unbiased }";

        assertThat(compile(norm, "N=?, C=3").java())
                .contains("{@code x[N=?, C=3]}, f32, 3 elements for each N: read\n")
                .contains("@param dynamicExtent the extent of N, at least 2\n")
                .contains("if N is below 2");
    }

    @Test
    void theEntriesOfASecondDerivativeAreExplainedToo() {
        String norm = "norm A { input x[N, D] reduce D epsilon 1e-5 affine scale g[D] }";

        assertThat(Compiler.compile(request(norm, "3, 40", DataType.F32).withOrder(2))
                        .java())
                .contains("@param ddx cotangent of dx {@code ddx[N=3, D=40]}, f32, 120 elements: read\n")
                .contains("@param g2_dy second gradient of dy {@code g2_dy[N=3, D=40]}, f32, 120 elements: written\n");
    }

    @Test
    void noTextOfTheSpecificationReachesTheKernel() {
        String text = "/// SECRET */ @deprecated {@link Evil} <b> \\u002a/\n" + "norm A { // SECRET */\n"
                + "input x[N, D] output y = x - mean[D](x) }";

        assertThat(compile(text, "2, 3").java()).doesNotContain("SECRET", "deprecated", "Evil", "u002a");
    }
}
