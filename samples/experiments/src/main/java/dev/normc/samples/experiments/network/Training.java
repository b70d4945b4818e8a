package dev.normc.samples.experiments.network;

import java.util.SplittableRandom;

/**
 * Trains a network on shuffled batches.
 *
 * @param batch samples of one step
 * @param steps how many; fewer where the loss stops being a number
 * @param rate learning rate; it falls linearly to 0 over the last third of the steps
 */
public record Training(int batch, int steps, double rate) {

    /**
     * What came of it.
     *
     * @param accuracy share of the test set, between 0 and 1; chance where it diverged
     * @param diverged whether the loss stopped being a finite number
     * @param losses mean cross entropy of each step in nats
     */
    public record Outcome(double accuracy, boolean diverged, double[] losses) {

        /** The cell of a table: percent, or that it diverged. */
        public String cell() {
            return diverged ? "diverged" : String.format(java.util.Locale.ROOT, "%.1f %%", 100 * accuracy);
        }
    }

    public Outcome run(Network network, Samples train, Samples test, SplittableRandom random) {
        int[] order = new int[train.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        network.initialize(train.x());
        double[] losses = new double[steps];
        int next = order.length;
        for (int step = 0; step < steps; step++) {
            if (next + batch > order.length) {
                shuffle(order, random);
                next = 0;
            }
            losses[step] = network.train(train.pick(order, next, batch), (float) rateAt(step));
            next += batch;
            if (!Double.isFinite(losses[step])) {
                return new Outcome(1.0 / test.classes(), true, java.util.Arrays.copyOf(losses, step));
            }
        }
        return new Outcome(network.accuracy(test), false, losses);
    }

    /** Constant, and over the last third linearly to 0. */
    private double rateAt(int step) {
        return rate * Math.min(1, 3 * (1 - (double) step / steps));
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
