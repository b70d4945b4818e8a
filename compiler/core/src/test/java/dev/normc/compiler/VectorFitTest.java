package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.loop.VectorFit;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which loops have a form in hardware vectors, and why others have none. */
class VectorFitTest {

    private static Compilation compiled(SourceFile source, String shape, int bits) {
        return Compiler.compile(
                new CompileRequest(source, Optional.empty(), shape, DataType.F32, Schedule.DEFAULT.withVectors(bits)));
    }

    /** Of the loops that run often. */
    private static List<String> obstacles(Compilation compilation, Entry entry) {
        LoopProgram program = compilation.plan().programs().get(entry);
        List<String> found = new ArrayList<>();
        program.routines()
                .forEach(routine ->
                        collect(routine.body(), program, compilation.plan().schedule(), found));
        return found;
    }

    private static void collect(
            List<Statement> statements, LoopProgram program, Schedule schedule, List<String> found) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Lanes loop && loop.inVectors()) {
                new VectorFit(loop, program.buffers(), schedule).obstacle().ifPresent(found::add);
            } else if (statement instanceof Statement.For loop) {
                collect(loop.body(), program, schedule, found);
            }
        }
    }

    @Test
    void aComparisonThatIsMadeMoreThanOnceIsMadeOnceForAVector() {
        String java = compiled(Zoo.source("FRN"), "N=3, C=5, H=40, W=33", 256).java();

        assertThat(java)
                .contains("VectorMask<Double> holds = tauAtAll.compare(VectorOperators.LE, ")
                .contains("all.blend(dyAt_0, holds)");
    }

    @Test
    void aPositionIsTheNumbersOfTheLanesAndWhereTheVectorBegins() {
        Compilation compilation = compiled(Zoo.source("LInfNorm"), "T=7, D=70", 256);

        assertThat(obstacles(compilation, Entry.BACKWARD)).isEmpty();
        assertThat(compilation.java()).contains(".addIndex(1)", "laneNumbers.add((double) (");
    }

    @Test
    void accumulatorsThatAreTooManyForOneLoopAreTakenByTwo() {
        String java = compiled(Zoo.source("ComplexBatchNorm"), "N=3, C=5, H=40, W=35", 512)
                .java();

        assertThat(java.split("iHW \\+= 16\\)", -1)).hasSizeGreaterThan(4);
        assertThat(obstacles(compiled(Zoo.source("ComplexBatchNorm"), "N=3, C=5, H=40, W=35", 512), Entry.BACKWARD))
                .isEmpty();
    }

    @Test
    void aLoopOfTooManyOperationsSaysHowMany() {
        String terms = IntStream.range(0, 60)
                .mapToObj(term -> "sqrt(x * x + " + (term + 1) + ")")
                .collect(Collectors.joining(" + "));
        SourceFile source =
                new SourceFile("many.norm", "norm Many {\n    input x[N, D]\n    output y = " + terms + "\n}\n");

        assertThat(obstacles(compiled(source, "N=7, D=70", 512), Entry.FORWARD))
                .singleElement()
                .asString()
                .containsPattern("^\\d{3} operations, more than the 160 that C2 takes$");
    }

    @Test
    void whatReadsShiftedPlacesSaysSo() {
        assertThat(obstacles(compiled(Zoo.source("LRN"), "N=2, C=6, H=5, W=70", 512), Entry.FORWARD))
                .contains("it reads x at shifted places, which may lie outside");
    }
}
