package io.homeiq.app.bench;

import java.util.Locale;

/**
 * One figure of the benchmark beside what it must reach.
 *
 * @param what the figure, for people
 * @param value as measured
 * @param unit of both numbers
 * @param floor what must be reached; not a number where nothing is asked
 * @param atMost true: the value must not be above the floor; false: not below it
 */
public record Measure(String what, double value, String unit, double floor, boolean atMost) {

    /** A figure of which nothing is asked: it tells what others are to be compared with. */
    public static Measure told(String what, double value, String unit) {
        return new Measure(what, value, unit, Double.NaN, true);
    }

    /** Whether anything is asked of it. */
    public boolean isAsked() {
        return !Double.isNaN(floor);
    }

    public boolean isReached() {
        return !isAsked() || (atMost ? value <= floor : value >= floor);
    }

    String line() {
        if (!isAsked()) {
            return String.format(Locale.ROOT, "%-66s %12s %s", what, number(value), unit);
        }
        return String.format(
                Locale.ROOT,
                "%-66s %12s %-9s %s %-10s %s",
                what,
                number(value),
                unit,
                atMost ? "<=" : ">=",
                number(floor),
                isReached() ? "reached" : "NOT REACHED");
    }

    private static String number(double value) {
        return value >= 1000 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
