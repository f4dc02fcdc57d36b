package io.homeiq.mining.trial;

import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.sun.Sun;
import io.homeiq.mining.timeline.LocalDays;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** When the clock and the sun trigger a rule, as time goes on. */
final class Alarms {

    /** After a longer silence what would have been is not made up for. */
    private static final int MOST_DAYS = 366;

    private final Rule rule;
    private final LocalDays calendar;
    private final @Nullable Sun sun;
    private long passed;

    /** @param from nothing before it, in epoch milliseconds */
    Alarms(Rule rule, LocalDays calendar, @Nullable Sun sun, long from) {
        this.rule = rule;
        this.calendar = calendar;
        this.sun = sun;
        this.passed = from;
    }

    /** Whether any trigger is one of these. */
    static boolean any(Rule rule) {
        return rule.triggers().stream().anyMatch(each -> each instanceof TimeTrigger || each instanceof SunTrigger);
    }

    /** Tells each moment from the last call on until a time, that included, in order. */
    void until(long time, LongConsumer ringing) {
        if (time <= passed) {
            return;
        }
        int first = Math.max(calendar.dayOf(passed) - 1, calendar.dayOf(time) - MOST_DAYS);
        IntStream.rangeClosed(first, calendar.dayOf(time) + 1)
                .boxed()
                .flatMapToLong(day -> rule.triggers().stream().flatMapToLong(trigger -> on(trigger, day)))
                .filter(at -> at > passed && at <= time)
                .distinct()
                .sorted()
                .forEach(ringing);
        passed = time;
    }

    private LongStream on(Trigger trigger, int day) {
        return switch (trigger) {
            case TimeTrigger clock -> clock.at().stream().mapToLong(at -> calendar.at(day, at.toSecondOfDay()));
            case SunTrigger event -> {
                OptionalLong at = sun == null ? OptionalLong.empty() : sun.at(event.event(), day);
                yield at.stream().map(moment -> moment + event.offset().toMillis());
            }
            default -> LongStream.empty();
        };
    }
}
