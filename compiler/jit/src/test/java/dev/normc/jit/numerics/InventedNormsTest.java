package dev.normc.jit.numerics;

import dev.normc.compiler.loop.Schedule;
import dev.normc.runtime.DataType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Norms that no network has ({@code numerics/invented.norm}): gradients are slopes, kernels compute what is meant, and the
 * bits are the same for javac, for other cuts of the loops, in vectors and for an open extent.
 *
 * <p>With {@code -Dnormc.full=true} for every cut and every type; else for one cut and one type of each, which their order
 * decides.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class InventedNormsTest {
    private static final boolean FULL = Boolean.getBoolean("normc.full");
    private static final List<Spec> ALL = Spec.of("invented.norm");

    static Stream<Spec> norms() {
        return ALL.stream();
    }

    @AfterEach
    void forget() {
        Subject.forgetAll();
    }

    @ParameterizedTest
    @MethodSource("norms")
    void gradients_are_slopes_and_kernels_agree_with_the_interpreter(Spec spec) {
        Agreement agreement = new Agreement(spec, 11);
        agreement.checkSlopes();
        agreement.checkKernel(DataType.F64);
        agreement.checkKernel(DataType.F32);
    }

    @ParameterizedTest
    @MethodSource("norms")
    void longer_axes_change_no_bit_with_the_compiler_the_cut_or_an_open_extent(Spec spec) {
        Agreement agreement = new Agreement(spec.at(longer(spec.shape())), 12);
        int turn = ALL.indexOf(spec);
        for (DataType type : FULL ? List.of(DataType.values()) : List.of(DataType.values()[turn % 2])) {
            List<Schedule> cuts = BitsTest.cuts();
            agreement.checkKernel(type);
            agreement.checkBits(type, FULL ? cuts : List.of(cuts.get(turn % cuts.size())));
        }
    }

    /** The first axis three times and the last 13 times as long: tails for every number of lanes, and no factor breaks. */
    private static String longer(String shape) {
        String[] parts = shape.split(", ");
        parts[0] = times(parts[0], 3);
        parts[parts.length - 1] = times(parts[parts.length - 1], 13);
        return String.join(", ", parts);
    }

    private static String times(String part, int factor) {
        int extent = part.indexOf('=') + 1;
        return part.substring(0, extent) + factor * Integer.parseInt(part.substring(extent));
    }
}
