package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code normc check}. */
class CheckCommandTest {
    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void fill() {
        bench = new Workbench(folder)
                .spec("two.norm", Workbench.BATCH_NORM + Workbench.GROUP_NORM)
                .spec("wrong.norm", "norm A { input x[N] reduce M epsilon 1e-5 }\nnorm B { input x[N] output y = z }");
    }

    @Test
    void aCorrectFileIsListedWithItsNorms() {
        Workbench.Outcome outcome = bench.run("check @two.norm");

        assertThat(outcome).isEqualTo(new Workbench.Outcome(0, folder + "/two.norm: BatchNorm, GroupNorm\n", ""));
    }

    @Test
    void everyErrorOfEveryFileIsReported() {
        Workbench.Outcome outcome = bench.run("check @wrong.norm @two.norm @missing.norm @");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo(folder + "/two.norm: BatchNorm, GroupNorm\n");
        assertThat(outcome.err())
                .contains("error[N0201]", "wrong.norm:1:", "error[N0202]", "wrong.norm:2:")
                .contains("missing.norm` does not exist", "is a folder");
    }

    @Test
    void aFileThatIsNotUtf8IsNamedWithTheByte() {
        bench.bytes("latin.norm", new byte[] {'/', '/', ' ', (byte) 0xE9, '\n'});

        assertThat(bench.run("check @latin.norm").err()).contains("latin.norm` is not UTF-8", "byte 3");
    }

    @Test
    void aTextThatEndsInsideACharacterIsNotUtf8() {
        bench.bytes("cut.norm", new byte[] {'/', '/', ' ', (byte) 0xC3});

        assertThat(bench.run("check @cut.norm").err()).contains("is not UTF-8");
    }

    @Test
    void aFileBeyondTheLimitIsNotRead() {
        Workbench.Outcome long1 =
                bench.spec("long.norm", " ".repeat((1 << 20) + 1)).run("check @long.norm");
        Workbench.Outcome long4 = bench.spec("long.norm", " ".repeat(4 << 20)).run("check @long.norm");

        assertThat(long1.err()).contains("N0103", "long.norm");
        assertThat(long4.err()).contains("N0103", "long.norm");
        assertThat(long4.code()).isEqualTo(1);
    }

    @Test
    void anEmptyFileDeclaresNoNorm() {
        Workbench.Outcome outcome = bench.spec("empty.norm", "").run("check @empty.norm");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("N0101");
    }
}
