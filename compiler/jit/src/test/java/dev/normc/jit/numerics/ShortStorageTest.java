package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.compiler.loop.Schedule;
import dev.normc.jit.CompilerChoice;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormLayer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** bf16 and f16: one rounding from f64, in every back end. */
class ShortStorageTest {
    private static final List<DataType> TYPES = List.of(DataType.BF16, DataType.F16);
    /** Of the results, how many are the correctly rounded numbers at least. */
    private static final double CORRECT = 0.9999;

    record Case(Spec spec, DataType type) {}

    static Stream<Case> long_spans() {
        return TYPES.stream().flatMap(type -> Stream.of(
                        Spec.named("LayerNorm").at("N=29, D=768"),
                        Spec.named("RMSNorm").at("N=31, D=515"),
                        Spec.named("BatchNorm").at("N=7, C=17, H=13, W=9"),
                        Spec.named("GroupNorm").at("N=3, C=12, H=25, W=9, G=4"))
                .map(spec -> new Case(spec, type)));
    }

    @ParameterizedTest
    @MethodSource("long_spans")
    void outputs_and_input_gradients_are_the_correctly_rounded_numbers(Case example) {
        Subject subject = Subject.of(example.spec(), example.type());
        Map<String, double[]> values = subject.random(71);
        for (Map.Entry<Entry, String> result : Map.of(Entry.FORWARD, "y", Entry.INFER, "y", Entry.BACKWARD, "dx")
                .entrySet()) {
            double[] exact = subject.reference(result.getKey(), values).get(result.getValue());
            double[] computed = subject.run(result.getKey(), values).get(result.getValue());
            int correct = 0;
            for (int i = 0; i < exact.length; i++) {
                int wanted = example.type().shortBits(exact[i]);
                int got = example.type().shortBits(computed[i]);
                correct += wanted == got ? 1 : 0;
                assertThat(Math.abs(wanted - got))
                        .as("%s of %s[%d]: %s", example, result, i, exact[i])
                        .isLessThanOrEqualTo(1);
            }
            assertThat(correct).as("%s of %s", example, result).isGreaterThanOrEqualTo((int)
                    Math.ceil(CORRECT * exact.length));
        }
    }

    static Stream<Case> spans_with_tails() {
        return TYPES.stream().flatMap(type -> Stream.of(
                        Spec.named("LayerNorm").at("N=5, D=71"),
                        Spec.named("InstanceNorm").at("N=2, C=3, H=37"),
                        Spec.named("BatchNorm").at("N=3, C=5, H=7, W=6"),
                        Spec.named("ChannelsLastGroupNorm").at("N=2, H=9, K=19, G=3"))
                .map(spec -> new Case(spec, type)));
    }

    @ParameterizedTest
    @MethodSource("spans_with_tails")
    void vectors_of_every_width_give_the_bits_of_plain_loops_for_every_number(Case example) {
        Schedule plain = Schedule.DEFAULT;
        Subject scalar = Subject.of(example.spec(), example.type(), plain, CompilerChoice.JANINO, 1);
        for (boolean wild : new boolean[] {false, true}) {
            Map<String, double[]> values = scalar.random(73);
            if (wild) {
                scatter(values, example.type());
            }
            Map<String, double[]> expected = BitsTest.everything(scalar, values);
            for (int bits : new int[] {128, 256, 512}) {
                Subject vector =
                        Subject.of(example.spec(), example.type(), plain.withVectors(bits), CompilerChoice.JANINO, 1);
                BitsTest.compare(bits + " bits", expected, BitsTest.everything(vector, values));
            }
        }
    }

    /** Any bits: subnormal numbers, infinities and NaN are among them, and results that overflow. */
    private static void scatter(Map<String, double[]> values, DataType type) {
        SplittableRandom random = new SplittableRandom(79);
        double[] dy = values.get("dy");
        for (int i = 0; i < dy.length; i++) {
            dy[i] = type.widened((short) random.nextInt(1 << 16));
        }
        double[] gamma = values.getOrDefault("gamma", new double[0]);
        for (int i = 0; i < gamma.length; i++) {
            gamma[i] = type.widened((short) random.nextInt(1 << 16));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BF16", "F16"})
    void running_statistics_are_f32_and_saved_ones_f64(DataType type) {
        Subject subject = Subject.of(Spec.named("BatchNorm"), type);
        assertThat(subject.signature().buffers(BufferRole.STATE))
                .isNotEmpty()
                .allMatch(buffer -> buffer.type() == DataType.F32);
        assertThat(subject.signature().buffers(BufferRole.SAVED))
                .isNotEmpty()
                .allMatch(buffer -> buffer.type() == DataType.F64);
        for (BufferRole role : List.of(BufferRole.INPUT, BufferRole.PARAM, BufferRole.OUTPUT, BufferRole.GRADIENT)) {
            assertThat(subject.signature().buffers(role)).isNotEmpty().allMatch(buffer -> buffer.type() == type);
        }
    }

    @Test
    void an_array_of_another_type_is_refused_with_the_name_of_the_buffer() {
        Bindings bf16 =
                Subject.of(Spec.named("LayerNorm"), DataType.BF16).kernel().bindings();
        Bindings f32 =
                Subject.of(Spec.named("LayerNorm"), DataType.F32).kernel().bindings();
        assertThatThrownBy(() -> bf16.set("x", new float[1000])).hasMessage("`x`: holds bf16, not f32");
        assertThatThrownBy(() -> bf16.set("gamma", new short[0])).hasMessageStartingWith("`gamma`: needs ");
        assertThatThrownBy(() -> f32.set("x", new short[1000])).hasMessage("`x`: holds f32, not bf16");
        assertThatThrownBy(() -> f32.shorts("y")).hasMessage("`y`: holds f32, not bf16");
    }

    @Test
    void a_layer_says_that_it_takes_no_kernel_of_sixteen_bits() {
        Subject subject = Subject.of(Spec.named("LayerNorm"), DataType.F16);
        assertThatThrownBy(() -> new NormLayer(subject.kernel()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`LayerNorm`: a layer holds f32 or f64, not f16; call the kernel with `Bindings`");
    }

    @Test
    void params_begin_with_the_bits_of_their_initial_values() {
        Bindings bindings =
                Subject.of(Spec.named("LayerNorm"), DataType.F16).kernel().bindings();
        assertThat(bindings.shorts("gamma")).containsOnly(0x3c00);
        bindings.shorts("gamma")[0] = 0;
        assertThat(bindings.reset("gamma").shorts("gamma")).containsOnly(0x3c00);
    }
}
