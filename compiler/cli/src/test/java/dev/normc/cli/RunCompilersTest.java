package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.normc.runtime.DataType;
import dev.normc.runtime.npy.NpyArray;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Janino and javac give equal bits, and both agree with the interpreter. */
class RunCompilersTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"batch, f32, train", "batch, f64, frozen", "batch, f64, infer", "group, f64, train", "dyt, f32, train"})
    void everyCompilerGivesTheSameResults(String spec, String type, String mode) {
        Workbench bench = new Workbench(folder)
                .spec("batch.norm", Workbench.BATCH_NORM)
                .spec("group.norm", Workbench.GROUP_NORM)
                .spec("dyt.norm", Workbench.DYT);
        if (type.equals("f32")) {
            bench.save("x.npy", Workbench.floats(1, 120), 2, 6, 2, 5)
                    .save("dy.npy", Workbench.floats(2, 120), 2, 6, 2, 5);
        } else {
            bench.save("x.npy", Workbench.doubles(1, 120), 2, 6, 2, 5)
                    .save("dy.npy", Workbench.doubles(2, 120), 2, 6, 2, 5);
        }
        String grad = mode.equals("infer") ? "" : " --grad y=@dy.npy";
        String constants = spec.equals("group") ? " --const G=2" : "";
        List<String> compilers = List.of("janino", "javac", "interpreter");
        for (String compiler : compilers) {
            Workbench.Outcome outcome = bench.run("run @" + spec + ".norm --mode " + mode + constants + " --in x=@x.npy"
                    + grad + " --out @" + compiler + " --compiler " + compiler);
            assertThat(outcome).isEqualTo(new Workbench.Outcome(0, "", ""));
        }
        Workbench.Outcome vectors = bench.run("run @" + spec + ".norm --mode " + mode + constants + " --in x=@x.npy"
                + grad + " --out @vector --backend vector");
        assertThat(vectors).isEqualTo(new Workbench.Outcome(0, "", ""));
        assertThat(bench.names("janino")).hasSizeGreaterThan(grad.isEmpty() ? 2 : 3);
        for (String name : bench.names("janino")) {
            double[] janino = values(bench.load("janino/" + name));
            assertThat(values(bench.load("javac/" + name))).containsExactly(janino);
            assertThat(values(bench.load("vector/" + name))).containsExactly(janino);
            double[] interpreted = values(bench.load("interpreter/" + name));
            // Gradients of params are sums of 20 to 120 products below 4 in size.
            double most = type.equals("f32") ? 1e-5 : 1e-13;
            assertThat(interpreted).containsExactly(janino, within(most));
        }
        assertThat(bench.names("interpreter")).isEqualTo(bench.names("janino"));
    }

    private static double[] values(NpyArray array) {
        if (array.type() == DataType.F64) {
            return array.doubles();
        }
        double[] values = new double[array.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.floats()[i];
        }
        return values;
    }
}
