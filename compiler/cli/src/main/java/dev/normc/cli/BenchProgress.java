package dev.normc.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal that goes away when all is done or the command is interrupted; nothing in a pipe. */
final class BenchProgress implements AutoCloseable {
    private static final int STEPS = 100;

    private final Optional<ProgressBar> bar;
    private final Thread hook = new Thread(this::end);
    private int cell;

    /**
     * Begins.
     *
     * @param cells to be measured
     */
    BenchProgress(int cells, boolean shown) {
        bar = shown
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName("normc bench")
                        .setInitialMax((long) cells * STEPS)
                        .setStyle(ProgressBarStyle.ASCII)
                        .hideEta()
                        .clearDisplayOnFinish()
                        .build())
                : Optional.empty();
        if (shown) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    /** What it does now. */
    void say(String what) {
        bar.ifPresent(b -> b.setExtraMessage(" " + what));
    }

    /** How far the cell is, from 0 to 1. */
    void at(double share) {
        bar.ifPresent(b -> b.stepTo((long) (STEPS * (cell + share))));
    }

    /** The next cell begins. */
    void next() {
        cell++;
    }

    private void end() {
        bar.ifPresent(ProgressBar::close);
    }

    @Override
    public void close() {
        end();
        if (bar.isPresent()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
