package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes loops out of hardware vectors where a method would be too long with them: HotSpot compiles none above a length. */
final class MethodRoom {
    private final Schedule schedule;
    private final CodeSize sizes;

    MethodRoom(Schedule schedule, CodeSize sizes) {
        this.schedule = schedule;
        this.sizes = sizes;
    }

    /** The statements with the largest loops in plain Java, as many as it takes. */
    List<Statement> fitted(List<Statement> statements) {
        List<Statement> result = statements;
        while (sizes.of(result) > schedule.methodBytes()) {
            Optional<Statement.Lanes> largest =
                    lanes(result).filter(Statement.Lanes::inVectors).max(Comparator.comparingInt(sizes::of));
            if (largest.isEmpty()) {
                return result;
            }
            result = replaced(result, largest.get(), largest.get().inPlainJava());
        }
        return result;
    }

    private static Stream<Statement.Lanes> lanes(List<Statement> statements) {
        return statements.stream().flatMap(statement -> {
            if (statement instanceof Statement.Lanes lanes) {
                return Stream.of(lanes);
            }
            return statement instanceof Statement.For loop ? lanes(loop.body()) : Stream.of();
        });
    }

    private static List<Statement> replaced(List<Statement> statements, Statement old, Statement other) {
        return statements.stream()
                .map(statement -> statement == old
                        ? other
                        : statement instanceof Statement.For loop
                                ? loop.with(replaced(loop.body(), old, other))
                                : statement)
                .toList();
    }
}
