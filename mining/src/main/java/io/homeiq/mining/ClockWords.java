package io.homeiq.mining;

import java.time.Duration;

/** A length of time in the words that people use for it. */
final class ClockWords {

    private ClockWords() {}

    /** For example "3 minutes", "2 hours", "40 days": rounded to the largest unit of which there are two at least. */
    static String of(Duration length) {
        if (length.toDays() >= 2) {
            return length.toDays() + " days";
        }
        return length.toHours() >= 2 ? length.toHours() + " hours" : Math.max(1, length.toMinutes()) + " minutes";
    }
}
