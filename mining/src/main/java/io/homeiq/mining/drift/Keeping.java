package io.homeiq.mining.drift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How surely people keep a habit at the end of some days, where habits change now and then: Bayesian online change-point
 * detection (Adams and MacKay, arXiv:0710.3742, 2007) over two kinds of regimes, of keeping it and of having left it. A
 * miss now and then belongs to a regime of keeping; some in a row are likelier after a change, and then only the days
 * since the change count.
 *
 * @param confidence how likely people do it when it is due next, 0 to 1
 * @param left how likely it is that they have left it, 0 to 1
 * @param since the epoch day from which on they most likely do what they do now
 */
public record Keeping(double confidence, double left, int since) {

    /** From here on the habit is called ended. Steady habits come so far on fewer than 2 of 100 runs of 60 days. */
    public static final double CERTAIN = 0.9;

    /** After so long half of all habits are no more what they were. */
    public static final Duration HALF_LIFE = Duration.ofDays(120);

    /** The latest days that count, so that a year costs what a season costs. */
    private static final int MAX_DAYS = 180;

    /** A regime less likely than this is not followed any further. */
    private static final double NEGLIGIBLE = 1e-9;

    /** How often a change leads to a regime of either kind. */
    private static final double EITHER = 0.5;

    /** Whether people have left the habit, beyond doubt. */
    public boolean isLeft() {
        return left >= CERTAIN;
    }

    /**
     * What the days tell.
     *
     * @param days in order, at least one
     * @param expected what such days tell of
     * @param halfLife of habits
     */
    public static Keeping of(List<KeptDay> days, Expectation expected, Duration halfLife) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a habit that was never due cannot be judged");
        }
        return judge(regimes(latest(days), expected, halfLife));
    }

    /** Those of the days that count. */
    static List<KeptDay> latest(List<KeptDay> days) {
        return days.subList(Math.max(0, days.size() - MAX_DAYS), days.size());
    }

    /** What may have been going on since when, after all of these days. */
    static List<Regime> regimes(List<KeptDay> days, Expectation expected, Duration halfLife) {
        int last = days.getFirst().day();
        double left = expected.leftAtFirst();
        List<Regime> regimes =
                List.of(Regime.fresh(expected, last, true, 1 - left), Regime.fresh(expected, last, false, left));
        for (KeptDay day : days) {
            regimes = next(regimes, last, day, expected, halfLife);
            last = day.day();
        }
        return regimes;
    }

    /**
     * The same after one more day.
     *
     * @param last the day before it on which the habit was due
     */
    static List<Regime> next(List<Regime> regimes, int last, KeptDay day, Expectation expected, Duration halfLife) {
        double perDay = Math.log(2)
                / (halfLife.toSeconds() / (double) Duration.ofDays(1).toSeconds());
        double change = 1 - Math.exp(-perDay * (day.day() - last));
        List<Regime> next = new ArrayList<>();
        regimes.forEach(regime -> next.add(regime.times(1 - change).after(day)));
        if (change > 0) {
            // A change may come on any day since the last one on which it was due.
            next.add(Regime.fresh(expected, last + 1, true, change * EITHER).after(day));
            next.add(Regime.fresh(expected, last + 1, false, change * EITHER).after(day));
        }
        return likely(next);
    }

    private static List<Regime> likely(List<Regime> regimes) {
        double sum = regimes.stream().mapToDouble(Regime::weight).sum();
        return regimes.stream()
                .map(regime -> regime.times(1 / sum))
                .filter(regime -> regime.weight() > NEGLIGIBLE)
                .toList();
    }

    static Keeping judge(List<Regime> regimes) {
        double confidence = 0;
        double left = 0;
        for (Regime regime : regimes) {
            confidence += regime.weight() * regime.rate();
            left += regime.followed() ? 0 : regime.weight();
        }
        boolean over = left >= EITHER;
        int since = regimes.stream()
                .filter(regime -> regime.followed() != over)
                .max(Comparator.comparingDouble(Regime::weight))
                .map(Regime::first)
                .orElse(Integer.MAX_VALUE);
        return new Keeping(Math.min(1, confidence), Math.min(1, left), since);
    }
}
