package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.DataType;
import dev.normc.runtime.MemoryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a specification becomes Java: a name is a name or is refused, and everything else stays behind. */
class HostileTextTest {
    /** The places of a specification where a name stands; {@code #} is the name. */
    private static final List<String> PLACES = List.of(
            "norm # { input x[N, D] output y = x }",
            "norm A { input x[N, #] output y = x }",
            "norm A { input x[N, C = G*#] output y = x }",
            "norm A { input #[N, D] output y = 1 }",
            "norm A { input x[N, D] mask #[N] output y = x }",
            "norm A { input x[N, D] param #[D] = 1 output y = x }",
            "norm A { input x[N, D] state #[D] = 0 output y = x }",
            "norm A { input x[N, D] # = mean[N](x) output y = x }",
            "norm A { input x[N, D] output # = x }",
            "norm A { input x[N, D] output y = x + # }",
            "norm A { input x[N, D] output y = #(x) }",
            "norm A { input x[N, D] output y = x / max[#](x) }",
            "norm A { input x[N, D] mu = mean[N](x) track mu as #[D] = 0 decay 0.9 output y = x }",
            "norm A { input x[N, D] reduce # epsilon 1e-5 }",
            "norm A { input x[N, D] reduce D epsilon 1e-5 affine scale #[D] }",
            "norm A { input x[N, D] group D into # reduce D epsilon 1e-5 }",
            "norm A(# = 2) { input x[N, D] output y = x }",
            "norm A(eps = #) { input x[N, D] output y = x + eps }");

    /** What would end a comment, a literal or an identifier, or stand for another one. */
    static Stream<String> hostile() {
        return Stream.of(
                "a*/b",
                "a/*b",
                "a\\u002a\\u002fb",
                "\\u0022",
                "a\\nb",
                "a\"b",
                "\"+System.exit(1)+\"",
                "'",
                "a`b",
                "a$b",
                "$L",
                "$T",
                "$$",
                "${jndi:ldap://x}",
                "%n",
                "%s",
                "a%1$sb",
                "{@code",
                "{@link Runtime}",
                "@Override",
                "<script>",
                "&lt;",
                "a-b",
                "a.b",
                "java.lang.Runtime",
                "../../etc/passwd",
                "..\\..\\x",
                "C:\\x",
                "a;b",
                "a\u0000b",
                "a\u0008b",
                "a\u001b[31mb",
                "a\u007fb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u202eb",
                "a\u2066b",
                "a\u200bb",
                "a\ufeff\ufeff*/",
                "\u0430", // Cyrillic a
                "\u0410", // and A
                "\u03c3",
                "\uff41", // fullwidth a
                "\ud835\udc65", // mathematical x
                "\ud800",
                "a\u0301",
                "x\u00ad",
                "_",
                "_a",
                "__proto__",
                "1a",
                "0x10",
                "a".repeat(101),
                "A".repeat(100_000));
    }

    private static CompileRequest request(String name, String text) {
        return new CompileRequest(
                new SourceFile(name, text), Optional.empty(), "N=3, D=8", DataType.F32, Schedule.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aNameThatIsNoneIsRefusedWhereverItStands(String name) {
        for (String place : PLACES) {
            assertThatExceptionOfType(SpecificationException.class)
                    .as(place)
                    .isThrownBy(() -> Compiler.compile(request("a.norm", place.replace("#", name))))
                    .satisfies(refusal -> assertThat(refusal.getMessage())
                            .as("a message is for a terminal")
                            .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"class", "int", "null", "true", "goto", "new", "this", "import", "static", "assert", "enum"})
    void aWordOfJavaIsNoValue(String word) {
        for (String place : List.of(
                "norm A { input #[N, D] output y = # }",
                "norm A { input x[N, D] param #[D] = 1 output y = x * # }",
                "norm A { input x[N, D] output # = x }",
                "norm A(# = 2) { input x[N, D] output y = x + # }",
                "norm A { input x[N, D] # = x * 2 output y = # }")) {
            assertThatExceptionOfType(SpecificationException.class)
                    .as(place)
                    .isThrownBy(() -> Compiler.compile(request("a.norm", place.replace("#", word))))
                    .withMessageContaining("is a word of Java");
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatStandsInACommentChangesNoCharacterOfTheKernel(String text) {
        String norm = "%s\nnorm A { // %s\n input x[N, D] %s\n output y = x - mean[D](x) }";
        String expected = Compiler.compile(request("a.norm", norm.formatted("//", "", "//")))
                .java();
        String commented = norm.formatted("/// " + text.replace("%", "%%"), text, "// " + text);
        try {
            assertThat(Compiler.compile(request("a.norm", commented)).java()).isEqualTo(expected);
        } catch (SpecificationException refused) {
            assertThat(refused).hasMessageContaining("N0102").hasMessageContaining("invisible");
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theNameOfAFileReachesNoKernel(String name) {
        String norm = "norm A { input x[N, D] output y = x - mean[D](x) }";
        assertThat(Compiler.compile(request(name, norm)).java())
                .isEqualTo(Compiler.compile(request("a.norm", norm)).java());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aShapeThatIsNoneIsRefused(String text) {
        String norm = "norm A(eps = 1) { input x[N, D] output y = x + eps }";
        for (String shape : List.of("N=3, D=#", "N=3, #=8", "#", "N=3, D=8, eps=#", "N=3, D=8, #=1")) {
            assertThatExceptionOfType(SpecificationException.class)
                    .as(shape)
                    .isThrownBy(() -> Compiler.compile(new CompileRequest(
                            new SourceFile("a.norm", norm),
                            Optional.empty(),
                            shape.replace("#", text),
                            DataType.F32,
                            Schedule.DEFAULT)));
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aClassOrAPackageOfSuchANameIsRefused(String name) {
        if (name.matches("[A-Za-z_.]*") && !name.equals("_")) {
            return; // unusual, but a name of Java
        }
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new KernelForm(Optional.empty(), "com.acme", Optional.of(name), Set.of()));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new KernelForm(Optional.empty(), "com." + name, Optional.empty(), Set.of()));
    }

    private static final Pattern COMMENT_OR_LITERAL =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'", Pattern.DOTALL);

    /** The whole zoo in every form: what a comment or a literal says is of our own making, or a name. */
    @Test
    void commentsAndLiteralsHoldPlainTextAndNamesAlone() {
        int kernels = 0;
        for (String name : Zoo.names()) {
            SourceFile zoo = Zoo.source(name);
            String text = zoo.text().replace("///", "/// SECRET */ @see").replace("//", "// SECRET");
            for (String java : kernels(new SourceFile("SECRET.norm", text))) {
                assertThat(java).doesNotContain("SECRET").matches("[ -~\\n]*").doesNotContain("\\");
                Matcher found = COMMENT_OR_LITERAL.matcher(java);
                while (found.find()) {
                    assertPlain(found.group());
                }
                kernels++;
            }
        }
        assertThat(kernels).isGreaterThan(100);
    }

    private static void assertPlain(String found) {
        if (found.startsWith("\"")) {
            assertThat(found)
                    .matches("\"([A-Za-z][A-Za-z0-9_]*|[a-zA-Z0-9_ ,.:;`'()*<>=-]*)\"")
                    .doesNotContain("*/");
        } else {
            assertThat(found.substring(2, found.length() - 2))
                    .doesNotContain("*/", "/*")
                    .doesNotContainPattern("@(?!param |throws )(?!code )");
        }
    }

    /** The kernels of the norms of a file, with an extent of 64 for every axis. */
    private static List<String> kernels(SourceFile source) {
        List<String> kernels = new ArrayList<>();
        for (TypedNorm norm : Compiler.check(source)) {
            Set<String> constants =
                    norm.constants().stream().map(TypedNorm.Constant::name).collect(Collectors.toSet());
            String shape = norm.axes().atoms().stream()
                    .filter(axis -> !constants.contains(axis))
                    .map(axis -> axis.equals("..") ? "L=64" : axis + "=64")
                    .collect(Collectors.joining(", "));
            CompileRequest plain = new CompileRequest(
                    source, Optional.of(norm.name()), shape, DataType.F32, Schedule.DEFAULT.withVectors(256));
            kernels.add(Compiler.compile(plain).java());
            kernels.add(Compiler.compile(plain.withMemory(MemoryKind.SEGMENT)).java());
        }
        return kernels;
    }
}
