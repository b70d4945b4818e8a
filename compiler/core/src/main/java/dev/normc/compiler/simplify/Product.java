package dev.normc.compiler.simplify;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code coefficient * numerators / denominators}, with factors that are values, in ascending order of their numbers.
 *
 * <p>Nothing cancels between numerators and denominators but sizes, which are never 0: {@code x / x} is not 1 at 0.
 */
record Product(double coefficient, List<Integer> numerators, List<Integer> denominators) {
    Product {
        numerators = numerators.stream().sorted().toList();
        denominators = denominators.stream().sorted().toList();
    }

    static Product of(int factor) {
        return new Product(1, List.of(factor), List.of());
    }

    static Product of(double coefficient) {
        return new Product(coefficient, List.of(), List.of());
    }

    Product times(Product other) {
        return new Product(
                coefficient * other.coefficient,
                joined(numerators, other.numerators),
                joined(denominators, other.denominators));
    }

    Product inverse() {
        return new Product(1 / coefficient, denominators, numerators);
    }

    Product negated() {
        return new Product(-coefficient, numerators, denominators);
    }

    Product withCoefficient(double other) {
        return new Product(other, numerators, denominators);
    }

    /** The same without one occurrence of each of those factors. */
    Product without(Product factors) {
        List<Integer> above = new ArrayList<>(numerators);
        List<Integer> below = new ArrayList<>(denominators);
        factors.numerators.forEach(factor -> above.remove(Integer.valueOf(factor)));
        factors.denominators.forEach(factor -> below.remove(Integer.valueOf(factor)));
        return new Product(coefficient, above, below);
    }

    /** The factors of both, without a coefficient. */
    Product common(Product other) {
        return new Product(1, shared(numerators, other.numerators), shared(denominators, other.denominators));
    }

    boolean hasFactors() {
        return !numerators.isEmpty() || !denominators.isEmpty();
    }

    private static List<Integer> joined(List<Integer> a, List<Integer> b) {
        List<Integer> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }

    private static List<Integer> shared(List<Integer> a, List<Integer> b) {
        List<Integer> rest = new ArrayList<>(b);
        List<Integer> both = new ArrayList<>();
        for (Integer factor : a) {
            if (rest.remove(factor)) {
                both.add(factor);
            }
        }
        return both;
    }
}
