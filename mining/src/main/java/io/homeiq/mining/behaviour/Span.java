package io.homeiq.mining.behaviour;

/**
 * From one value to another, both included; for moments and lags in seconds.
 *
 * @param from may be negative for an offset; at most {@code until}
 */
record Span(double from, double until) {

    Span {
        if (!(from <= until)) {
            throw new IllegalArgumentException("a span cannot end at " + until + " before it begins at " + from);
        }
    }

    boolean contains(double value) {
        return value >= from && value <= until;
    }

    Span widenedBy(double margin) {
        return new Span(from - margin, until + margin);
    }

    Span movedBy(double offset) {
        return new Span(from + offset, until + offset);
    }

    /** The first millisecond that lies within it. */
    long fromMillis() {
        return Math.round(from * 1000);
    }

    long untilMillis() {
        return Math.round(until * 1000);
    }
}
