package io.homeiq.replay.loop;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which local times of day match: all combinations of some hours, minutes and seconds.
 *
 * @param seconds rising, 0 to 59, not empty; likewise minutes and hours
 */
public record TimeExpression(List<Integer> hours, List<Integer> minutes, List<Integer> seconds) {

    public TimeExpression {
        hours = List.copyOf(hours);
        minutes = List.copyOf(minutes);
        seconds = List.copyOf(seconds);
        if (hours.isEmpty() || minutes.isEmpty() || seconds.isEmpty()) {
            throw new IllegalArgumentException("a time expression must match some time");
        }
    }

    /** One time of each day. */
    public static TimeExpression daily(int hour, int minute, int second) {
        return new TimeExpression(List.of(hour), List.of(minute), List.of(second));
    }

    /** Each of 0 to the highest. */
    public static List<Integer> every(int highest) {
        return everyNth(1, highest);
    }

    /** 0, n, 2n and so on up to the highest. */
    public static List<Integer> everyNth(int n, int highest) {
        return IntStream.rangeClosed(0, highest).filter(i -> i % n == 0).boxed().toList();
    }
}
