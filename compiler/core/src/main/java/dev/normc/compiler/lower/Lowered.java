package dev.normc.compiler.lower;

import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.DataType;
import java.util.List;
import java.util.Optional;

/** The statements of an entry, cut or not. */
record Lowered(
        TensorProgram program,
        Schedule schedule,
        Generator generator,
        Optional<Split> split,
        List<Statement> statements) {

    /** Empty if what combines ranges would read a local of one of them. */
    static Optional<Lowered> of(
            TensorProgram program, Region root, Schedule schedule, DataType type, Optional<Split> split) {
        Generator generator = new Generator(program, root, schedule, type, split);
        List<Statement> statements = generator.entry(root);
        Lowered lowered = new Lowered(program, schedule, generator, split, statements);
        return lowered.range().filter(range -> !lowered.isCutWell(range)).isPresent()
                ? Optional.empty()
                : Optional.of(lowered);
    }

    /** Whether no part reads a local of another, and what tasks share has room in a workspace of any dynamic extent. */
    private boolean isCutWell(LoopProgram.Range range) {
        if (!generator.partials().isFixed()) {
            return false;
        }
        for (int stage = 0; stage < range.stages().size(); stage++) {
            if (!Routines.isClosed(range.between(stage, statements))
                    || !Routines.isClosed(range.stages().get(stage).of(statements))) {
                return false;
            }
        }
        return Routines.isClosed(range.between(range.stages().size(), statements));
    }

    /** Where the statements of a range end that begin at one. */
    static int endOfRanges(List<Statement> statements, int from) {
        for (int i = from; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.For loop && loop.kind() == Statement.Kind.CHUNKS) {
                return i + 1;
            }
        }
        return statements.size();
    }

    Optional<LoopProgram.Range> range() {
        List<LoopProgram.Stage> stages = generator.stages().isEmpty()
                ? List.of(new LoopProgram.Stage(0, endOfRanges(statements, 0)))
                : generator.stages();
        return split.map(cut -> new LoopProgram.Range(
                program.axes().get(cut.axis()).name(),
                Workspace.elements(program, List.of(cut.axis())),
                cut.block(),
                cut.chunked(),
                stages));
    }
}
