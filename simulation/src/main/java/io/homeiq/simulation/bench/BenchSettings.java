package io.homeiq.simulation.bench;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which home of the benchmark.
 *
 * @param seed gives the same home and the same events again, on any machine
 * @param days local days, 1 to {@value #MAX_DAYS}
 * @param nullHome its people live by the rhythm of the day but have no habit
 * @param firstDay null: one that the seed chooses, in any season
 * @param contexts what the log keeps of who did what
 */
public record BenchSettings(
        long seed, int days, boolean nullHome, @Nullable LocalDate firstDay, Contexts contexts) {

    private static final int MAX_DAYS = 3_660;
    private static final int USUAL_DAYS = 60;

    /** What the log keeps of who did what. */
    public enum Contexts {
        /** Every act through Home Assistant shows its user; none is done otherwise. */
        ALL_USERS(0),
        /** As in real logs: 92 of 100 acts show no user. */
        USUAL(0.92),
        /** As in the CSV of the history page: no context and no explaining event at all. */
        NONE(0.92);

        private final double hiddenUsers;

        Contexts(double hiddenUsers) {
            this.hiddenUsers = hiddenUsers;
        }

        double hiddenUsers() {
            return hiddenUsers;
        }
    }

    public BenchSettings {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("a home needs 1 to " + MAX_DAYS + " days, was: " + days);
        }
    }

    /** A home with habits, for 60 days. */
    public static BenchSettings of(long seed) {
        return new BenchSettings(seed, USUAL_DAYS, false, null, Contexts.USUAL);
    }

    public BenchSettings withDays(int number) {
        return new BenchSettings(seed, number, nullHome, firstDay, contexts);
    }

    public BenchSettings from(LocalDate day) {
        return new BenchSettings(seed, days, nullHome, day, contexts);
    }

    public BenchSettings with(Contexts kept) {
        return new BenchSettings(seed, days, nullHome, firstDay, kept);
    }

    /** The same without habits. */
    public BenchSettings asNullHome() {
        return new BenchSettings(seed, days, true, firstDay, contexts);
    }
}
