package dev.normc.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelConfigurationTest {

    @Test
    void theShortFormIsASpecificationAndAShape() {
        KernelConfiguration kernel = new KernelConfiguration();
        kernel.set("  layers/layer.norm   N=?; D=768 ");
        assertThat(kernel.specifications()).containsExactly("layers/layer.norm");
        assertThat(kernel.extents()).containsExactly("N=?, D=768");
    }

    @Test
    void aShortFormWithoutShapeLeavesItToTheCompilerToSayWhatIsMissing() {
        KernelConfiguration kernel = new KernelConfiguration();
        kernel.set("zoo:LayerNorm");
        assertThat(kernel.specifications()).containsExactly("zoo:LayerNorm");
        assertThat(kernel.extents()).containsExactly("");
    }

    @Test
    void filesAndNamesOfTheZooAreOneList() {
        KernelConfiguration kernel = new KernelConfiguration();
        kernel.setSpec("a.norm");
        kernel.setSpecs(List.of("b.norm ", "c.norm"));
        kernel.setZoo(List.of("RMSNorm", " DyT"));
        kernel.setShapes(List.of("2,3", " 5,7 "));
        assertThat(kernel.specifications()).containsExactly("a.norm", "b.norm", "c.norm", "zoo:RMSNorm", "zoo:DyT");
        assertThat(kernel.extents()).containsExactly("2,3", "5,7");
    }
}
