package io.homeiq.simulation.bench;

/** The homes of a series, by their numbers; null homes have seeds of their own. */
public record BenchSet(long seed) {

    /** Of the homes: it changes when any of them does, and every number measured on them with it. */
    public static final int VERSION = 2;

    /** The set that is measured in public. */
    public static final BenchSet PUBLIC = new BenchSet(20_260);

    /** How many homes with habits the public set has. */
    public static final int HOMES = 100;

    /** How many null homes the public set has. */
    public static final int NULL_HOMES = 200;

    private static final long STRIDE = 1_000_003;
    private static final long NULL_OFFSET = 500_000_003_000L;

    /** The home of this number, from 0 on. */
    public BenchSettings home(int number) {
        return BenchSettings.of(seed + number * STRIDE);
    }

    /** The null home of this number, from 0 on. */
    public BenchSettings nullHome(int number) {
        return BenchSettings.of(seed + NULL_OFFSET + number * STRIDE).asNullHome();
    }
}
