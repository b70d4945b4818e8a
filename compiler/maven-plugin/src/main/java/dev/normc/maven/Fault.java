package dev.normc.maven;

import java.util.List;

/** Ends work on one specification or kernel; carries everything that is wrong with it. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    Fault(List<Problem> problems) {
        super(problems.isEmpty() ? "" : problems.get(0).headline());
        this.problems = List.copyOf(problems);
    }

    Fault(Problem problem) {
        this(List.of(problem));
    }

    List<Problem> problems() {
        return problems;
    }
}
