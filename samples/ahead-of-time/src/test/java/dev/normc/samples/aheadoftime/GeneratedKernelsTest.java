package dev.normc.samples.aheadoftime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.normc.runtime.GeneratedKernels;
import dev.normc.samples.aheadoftime.norms.RMSNorm33;
import org.junit.jupiter.api.Test;

class GeneratedKernelsTest {
    private static final String PACKAGE = "dev.normc.samples.aheadoftime.norms.";

    @Test
    void everyKernelIsListed() {
        assertThat(GeneratedKernels.names())
                .containsExactly(
                        PACKAGE + "AddRMSNorm40",
                        PACKAGE + "BatchNorm8",
                        PACKAGE + "EvoNorm6",
                        PACKAGE + "GroupNorm64",
                        PACKAGE + "LayerNorm96",
                        PACKAGE + "RMSNorm33");
    }

    @Test
    void aKernelIsFoundByItsShortAndByItsLongName() {
        assertThat(GeneratedKernels.named("RMSNorm33")).isInstanceOf(RMSNorm33.class);
        assertThat(GeneratedKernels.named(PACKAGE + "RMSNorm33")).isInstanceOf(RMSNorm33.class);
    }

    @Test
    void anUnknownNameGetsTheListOfThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedKernels.named("RMSNorm34"))
                .withMessageStartingWith(
                        "no generated kernel is called `RMSNorm34`; there are `" + PACKAGE + "AddRMSNorm40`, ");
    }
}
