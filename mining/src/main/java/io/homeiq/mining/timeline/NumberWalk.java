package io.homeiq.mining.timeline;

/**
 * Tells the numbers of a series just before moments that rise: each is looked for near the last one. A moment that
 * falls is found as well, only not as soon. For as long as nothing is added to the series.
 */
public final class NumberWalk {

    private final NumberSeries series;
    private int next;
    private long last = Long.MIN_VALUE;

    public NumberWalk(NumberSeries series) {
        this.series = series;
    }

    /** As {@link NumberSeries#valueBefore}. */
    public float valueBefore(long time) {
        next = time < last ? series.firstAtOrAfter(time) : series.firstAtOrAfter(next, time);
        last = time;
        return next == 0 ? Float.NaN : series.valueAt(next - 1);
    }
}
