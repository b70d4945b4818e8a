package dev.normc.runtime.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorSupportTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'mixed mode, sharing'                  | true",
                "'mixed mode, emulated-client, sharing' | false",
                "'interpreted mode, sharing'            | false",
                "JRE 17 Linux amd64-64-Bit              | false",
            })
    void only_a_jvm_that_compiles_vectors_is_trusted_with_them(String vmInfo, boolean expected) {
        assertThat(VectorSupport.compilesVectors(vmInfo)).isEqualTo(expected);
    }
}
