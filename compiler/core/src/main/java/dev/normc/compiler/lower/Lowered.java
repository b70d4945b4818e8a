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
        List<Statement> statements = generator.region(root, Scope.empty());
        Lowered lowered = new Lowered(program, schedule, generator, split, statements);
        List<Statement> rest = statements.subList(lowered.ofRange(), statements.size());
        return Routines.isClosed(rest) ? Optional.of(lowered) : Optional.empty();
    }

    /** How many of the statements belong to a range. */
    private int ofRange() {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.For loop && loop.kind() == Statement.Kind.CHUNKS) {
                return i + 1;
            }
        }
        return statements.size();
    }

    Optional<LoopProgram.Range> range() {
        return split.map(cut -> new LoopProgram.Range(
                program.axes().get(cut.axis()).name(),
                Workspace.elements(program, List.of(cut.axis())),
                cut.block(schedule),
                cut.chunked(),
                ofRange()));
    }
}
