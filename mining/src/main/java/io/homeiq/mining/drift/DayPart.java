package io.homeiq.mining.drift;

/** What part of a day may be like no other: guests come for the evening, and who is ill gets up in the end. */
enum DayPart {
    WHOLE(0, 86_400),
    UNTIL_AFTERNOON(0, 54_000),
    FROM_AFTERNOON(54_000, 86_400);

    private final int from;
    private final int until;

    DayPart(int from, int until) {
        this.from = from;
        this.until = until;
    }

    boolean has(int second) {
        return second >= from && second < until;
    }
}
