package io.homeiq.simulation.engine;

import java.util.List;

/**
 * A stream of chance that is the same on every machine and Java version: SplitMix64 (Steele, Lea and Flood, "Fast
 * Splittable Pseudorandom Number Generators", 2014). Java's own generators leave open how they draw within bounds.
 */
public final class Chance {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long origin;
    private long state;

    public Chance(long seed) {
        this.origin = mix(seed);
        this.state = origin;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A stream of its own, the same whatever was drawn from this one before: so one part does not disturb another. */
    public Chance fork(String name) {
        long hash = origin;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + GOLDEN_GAMMA + name.charAt(i));
        }
        return new Chance(hash);
    }

    /** Sixty-four random bits. */
    public long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** From 0 on, below 1. */
    public double share() {
        return (bits() >>> 11) * UNIT;
    }

    public boolean happens(double probability) {
        return share() < probability;
    }

    /** From 0 on, below the bound. */
    public int below(int bound) {
        return (int) (share() * bound);
    }

    /** Evenly between two numbers. */
    public double between(double least, double most) {
        return least + share() * (most - least);
    }

    /** Evenly between two spans of seconds, in microseconds. */
    public long seconds(double least, double most) {
        return (long) (between(least, most) * Micros.SECOND);
    }

    /** Evenly between two spans of minutes, in microseconds. */
    public long minutes(double least, double most) {
        return (long) (between(least, most) * Micros.MINUTE);
    }

    /** Between -1 and 1, mostly near 0: the mean of three draws, with a standard deviation of a third. */
    public double bell() {
        return (share() + share() + share()) / 1.5 - 1;
    }

    /** One of the list, which must not be empty. */
    public <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
