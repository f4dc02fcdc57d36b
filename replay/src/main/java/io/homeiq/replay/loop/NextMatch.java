package io.homeiq.replay.loop;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Finds the next time that an expression matches, as Home Assistant does: a local time that is skipped does not match
 * on that day, one that is shown twice matches twice.
 */
final class NextMatch {

    /** No pattern waits longer: the longest gap is a day and a change of the clocks. */
    private static final int MAX_STEPS = 200_000;

    private final TimeExpression expression;
    private final ZoneRules rules;
    private final ZoneId zone;

    NextMatch(TimeExpression expression, ZoneId zone) {
        this.expression = expression;
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** The first match at or after the full second in which a moment lies. */
    Instant from(Instant moment) {
        return find(WallTime.of(moment, zone)).instant(rules);
    }

    private WallTime find(WallTime start) {
        WallTime now = start;
        for (int step = 0; step < MAX_STEPS; step++) {
            WallTime match = new WallTime(nextShown(now.shown()), false);
            if (match.exists(rules)) {
                return now.isAmbiguous(rules) ? amongRepeated(now, match) : match;
            }
            now = new WallTime(now.shown().plusSeconds(1), false);
        }
        throw new IllegalStateException("no time matches " + expression);
    }

    private WallTime amongRepeated(WallTime now, WallTime match) {
        if (match.isAmbiguous(rules)) {
            return new WallTime(match.shown(), now.isSecond());
        }
        if (!now.isSecond()) {
            WallTime again = find(startOfRepetition(now));
            if (again.isAmbiguous(rules)) {
                return new WallTime(again.shown(), true);
            }
        }
        return match;
    }

    private WallTime startOfRepetition(WallTime now) {
        ZoneOffsetTransition change = rules.getTransition(now.shown());
        return new WallTime(change.getDateTimeAfter(), true);
    }

    /** The next match by what clocks show, without regard to changes of them. */
    private LocalDateTime nextShown(LocalDateTime from) {
        LocalDateTime time = from;
        int second = atLeast(expression.seconds(), time.getSecond());
        if (second < 0) {
            time = time.plusMinutes(1);
            second = expression.seconds().getFirst();
        }
        time = time.withSecond(second);
        int minute = atLeast(expression.minutes(), time.getMinute());
        if (minute != time.getMinute()) {
            time = time.withSecond(expression.seconds().getFirst());
        }
        if (minute < 0) {
            time = time.plusHours(1);
            minute = expression.minutes().getFirst();
        }
        time = time.withMinute(minute);
        int hour = atLeast(expression.hours(), time.getHour());
        if (hour != time.getHour()) {
            time = time.withSecond(expression.seconds().getFirst())
                    .withMinute(expression.minutes().getFirst());
        }
        if (hour < 0) {
            time = time.plusDays(1);
            hour = expression.hours().getFirst();
        }
        return time.withHour(hour);
    }

    private static int atLeast(List<Integer> rising, int least) {
        for (int value : rising) {
            if (value >= least) {
                return value;
            }
        }
        return -1;
    }
}
