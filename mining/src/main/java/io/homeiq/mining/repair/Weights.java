package io.homeiq.mining.repair;

import java.util.ArrayList;
import java.util.List;

/** Explanations with how likely each is, as logarithms that need not add up to one. */
final class Weights<T> {

    private record Weighed<T>(T explanation, double weight) {}

    private final List<Weighed<T>> all = new ArrayList<>();

    void add(T explanation, double weight) {
        all.add(new Weighed<>(explanation, weight));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    T best() {
        return all.stream()
                .reduce((one, other) -> other.weight() > one.weight() ? other : one)
                .orElseThrow()
                .explanation();
    }

    /** The logarithm of what all of them weigh together; minus infinity for none. */
    double sum() {
        return sum(all.stream().mapToDouble(Weighed::weight).toArray());
    }

    /** The logarithm of the sum of what these are the logarithms of. */
    static double sum(double... logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return most;
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum);
    }
}
