package dev.normc.runtime.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrayMathTest {
    @Test
    void aFunctionReplacesItsRangeAndNothingElse() {
        double[] values = {0.5, 1.5, 2.5, 3.5};
        ArrayMath.log(values, 1, 2);
        assertThat(values).containsExactly(0.5, KernelMath.log(1.5), KernelMath.log(2.5), 3.5);
    }

    @Test
    void powersTakeTheirExponentsFromAnotherPlace() {
        double[] bases = {2.0, 3.0, 5.0};
        ArrayMath.pow(bases, 1, new double[] {0.0, 0.0, 1.5, 2.5}, 2, 2);
        assertThat(bases).containsExactly(2.0, KernelMath.pow(3.0, 1.5), KernelMath.pow(5.0, 2.5));
        ArrayMath.pow(bases, 0, -0.5, 1);
        assertThat(bases[0]).isEqualTo(KernelMath.pow(2.0, -0.5));
    }
}
