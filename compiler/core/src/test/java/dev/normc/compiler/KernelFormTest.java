package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.Program;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the class of a kernel is called and which entries it has. */
class KernelFormTest {
    private static final String LAYER_NORM =
            "norm LayerNorm { input x[N, D] reduce D epsilon 1e-5 affine scale gamma[D], shift beta[D] }";

    private static final String INITIALIZED = "norm Scaled { input x[N, D] param gamma[D] = 1 "
            + "init gamma = 1 / sqrt(mean[N](t^2)) from t[N, D] output y = gamma * x }";

    private static Compilation compile(KernelForm form) {
        return Compiler.compile(new CompileRequest(
                        new SourceFile("layer.norm", LAYER_NORM),
                        Optional.empty(),
                        "3,7",
                        DataType.F32,
                        Schedule.DEFAULT)
                .withForm(form));
    }

    private static KernelForm form(String packageName, String className, Entry... entries) {
        return new KernelForm(Optional.empty(), packageName, Optional.of(className), Set.of(entries));
    }

    @Test
    void aClassIsCalledWhatItsFormSays() {
        Compilation compilation = compile(form("com.acme", "LayerNorm7"));
        assertThat(compilation.className()).isEqualTo("com.acme.LayerNorm7");
        assertThat(compilation.java())
                .startsWith("package com.acme;")
                .contains("public final class LayerNorm7 implements NormKernel {");
    }

    @Test
    void aHeaderIsTheFirstLineAndTheRestIsAsWithout() {
        KernelForm form = new KernelForm(Optional.of("made by hand"), "a.b", Optional.of("K"), Set.of());
        assertThat(compile(form).java())
                .isEqualTo("// made by hand\n" + compile(form("a.b", "K")).java());
    }

    @Test
    void allEntriesAreThoseOfNoChoice() {
        Entry[] all = {Entry.FORWARD, Entry.INFER, Entry.BACKWARD, Entry.BACKWARD_FROZEN};
        assertThat(compile(form("a.b", "K", all)).java())
                .isEqualTo(compile(form("a.b", "K")).java());
    }

    @Test
    void aClassOfInferenceHasNoBufferOfTheOtherEntries() {
        Compilation compilation = compile(form("a.b", "K", Entry.INFER));
        assertThat(compilation.signature().entries()).containsOnlyKeys(Entry.INFER);
        assertThat(compilation.signature().buffers().stream().map(BufferSpec::name))
                .startsWith("x", "gamma", "beta", "y")
                .doesNotContain("dy", "dx", "dgamma", "saved_mean");
        assertThat(compilation.java()).contains("void infer(").doesNotContain("void forward(", "void backward");
    }

    @Test
    void aFrozenBackwardKeepsItsCotangentAndItsGradients() {
        Compilation compilation = compile(form("a.b", "K", Entry.INFER, Entry.BACKWARD_FROZEN));
        assertThat(compilation.signature().buffers().stream().map(BufferSpec::name))
                .contains("dy", "dx", "dgamma", "dbeta")
                .noneMatch(name -> name.startsWith("saved_"));
    }

    @Test
    void anEntryWithoutTheOneWhoseResultsItReadsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form("a.b", "K", Entry.BACKWARD, Entry.INFER))
                .withMessage("entry `backward` needs `forward`, whose results it reads");
    }

    @Test
    void anEntryOfTheSecondDerivativeIsDerived() {
        assertThat(compile(form("a.b", "K", Entry.FORWARD, Entry.BACKWARD2))
                        .signature()
                        .entries())
                .containsOnlyKeys(Entry.FORWARD, Entry.BACKWARD2);
    }

    @Test
    void shardsAndTheSecondDerivativeAreTwoClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form("a.b", "K", Entry.PARTIAL, Entry.BACKWARD_FROZEN2))
                .withMessageContaining("two classes");
    }

    @Test
    void anEntryThatIsNotDerivedIsRefused() {
        CompileRequest request = new CompileRequest(
                        new SourceFile("w.norm", INITIALIZED),
                        Optional.empty(),
                        "N=4, D=3",
                        DataType.F32,
                        Schedule.DEFAULT)
                .withForm(form("a.b", "K", Entry.PARTIAL))
                .withProgram(Program.INITIALIZER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Compiler.compile(request))
                .withMessageContaining("`partial`");
    }

    @Test
    void anUnknownEntryGetsTheListOfThoseThereAre() {
        assertThat(KernelForm.entry("backwardFrozen")).isEqualTo(Entry.BACKWARD_FROZEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelForm.entry("sideways"))
                .withMessageStartingWith("there is no entry `sideways`: write some of `forward`, `infer`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.", ".a", "a..b", "a/b", "../a", "a;b", "1a", "a b", "a\n", "a.int", "_"})
    void whatIsNoPackageIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> form(name, "K")).withMessageContaining("`" + name + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.K", "../K", "K{}", "2K", "K ", "class"})
    void whatIsNoClassIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> form("a", name)).withMessageContaining("`" + name + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a \\u000a b", "caf\u00e9", "tab\t"})
    void aHeaderThatCouldEndItsLineIsRefused(String header) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KernelForm(Optional.of(header), "a", Optional.empty(), Set.of()))
                .withMessageContaining("header");
    }

    @Test
    void shardsKeepTheirStatistics() {
        CompileRequest request = new CompileRequest(
                        new SourceFile("b.norm", "norm B { input x[N, C] reduce N epsilon 1e-5 }"),
                        Optional.empty(),
                        "N=?, C=3",
                        DataType.F32,
                        Schedule.DEFAULT)
                .withForm(form("a.b", "K", Entry.PARTIAL, Entry.FINISH));
        assertThat(Compiler.compile(request).signature().buffers().stream().map(BufferSpec::name))
                .contains("shard1_count", "shard1_mean", "saved_mean")
                .doesNotContain("dy", "dx");
    }
}
