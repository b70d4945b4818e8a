package dev.normc.jit.fuzz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/** Random choices; the same from the same seed. */
final class Draw {
    private final SplittableRandom random;

    Draw(long seed) {
        // Neighbouring seeds of SplittableRandom are unlike each other only after mixing.
        this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 17).split();
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From 0, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> List<T> shuffled(Collection<T> elements) {
        List<T> result = new ArrayList<>(elements);
        for (int i = result.size() - 1; i > 0; i--) {
            result.set(i, result.set(random.nextInt(i + 1), result.get(i)));
        }
        return result;
    }

    /** At least so many of the elements, in random order. */
    <T> List<T> some(Collection<T> elements, int least) {
        List<T> all = shuffled(elements);
        return all.subList(0, between(Math.min(least, all.size()), all.size()));
    }
}
