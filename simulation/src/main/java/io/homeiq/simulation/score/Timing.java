package io.homeiq.simulation.score;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.RoutineChange;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a suggestion is triggered by the occasion of a routine, and then exactly enough. */
enum Timing {
    /** It is another occasion. */
    OTHER,
    /** The same occasion, but too early or too late. */
    NEAR,
    /** The same occasion, as exactly as asked for. */
    RIGHT;

    private static final int RIGHT_MINUTES = 10;
    private static final int NEAR_MINUTES = 60;
    private static final int MINUTES_OF_DAY = 1_440;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SAME_DAYS = 0.5;
    private static final double PROMPT_SECONDS = 300;
    private static final double DELAY_TOLERANCE = 0.3;
    private static final double LEAST_TOLERANCE_SECONDS = 90;
    private static final double LIMIT_TOLERANCE = 0.15;
    private static final double LEAST_LIMIT_TOLERANCE = 0.6;
    private static final double MILLIS = 1_000;
    private static final Set<String> THERE = Set.of("on", "home", "open", "opening");

    static Timing of(Rule suggested, PlantedRoutine planted) {
        return suggested.triggers().stream()
                .map(trigger -> of(trigger, suggested, planted))
                .max(Enum::compareTo)
                .orElse(OTHER);
    }

    private static Timing of(Trigger trigger, Rule suggested, PlantedRoutine planted) {
        return switch (planted.rule().triggers().getFirst()) {
            case TimeTrigger due
            when trigger instanceof TimeTrigger time ->
                sameDays(suggested, planted.rule())
                        ? within(minutesBetween(time, due.at().getFirst(), shift(planted)))
                        : OTHER;
            case SunTrigger due
            when trigger instanceof SunTrigger sun && sun.event() == due.event() ->
                within(Math.abs(sun.offset().toSeconds() - due.offset().toSeconds()) / SECONDS_PER_MINUTE);
            case NumericStateTrigger due
            when trigger instanceof NumericStateTrigger number -> number(number, due, planted);
            case NumericStateTrigger due
            when trigger instanceof StateTrigger state && isSignal(state, planted) ->
                isThere(state) == (due.above() != null) ? delay(suggested, planted, 0) : OTHER;
            case StateTrigger due
            when trigger instanceof StateTrigger state ->
                isSame(state, due, planted)
                        ? delay(suggested, planted, due.holdFor().toMillis() / MILLIS)
                        : OTHER;
            case StateTrigger due
            when trigger instanceof NumericStateTrigger number
                    && planted.signals().containsAll(number.entities()) ->
                (number.above() != null) == isThere(due) ? delay(suggested, planted, 0) : OTHER;
            default -> OTHER;
        };
    }

    private static Timing within(double minutes) {
        return minutes <= RIGHT_MINUTES ? RIGHT : minutes <= NEAR_MINUTES ? NEAR : OTHER;
    }

    private static int shift(PlantedRoutine planted) {
        RoutineChange change = planted.change();
        return change == null ? 0 : change.minutes();
    }

    private static double minutesBetween(TimeTrigger times, LocalTime due, int shift) {
        double best = MINUTES_OF_DAY;
        for (LocalTime time : times.at()) {
            double apart = (time.toSecondOfDay() - due.toSecondOfDay()) / SECONDS_PER_MINUTE - shift;
            best = Math.min(best, Math.abs(Math.IEEEremainder(apart, MINUTES_OF_DAY)));
        }
        return best;
    }

    private static boolean sameDays(Rule suggested, Rule planted) {
        Set<DayOfWeek> mine = weekdays(suggested);
        Set<DayOfWeek> its = weekdays(planted);
        Set<DayOfWeek> both = new HashSet<>(mine);
        both.retainAll(its);
        mine.addAll(its);
        return both.size() >= SAME_DAYS * mine.size();
    }

    private static Set<DayOfWeek> weekdays(Rule rule) {
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        for (Condition condition : rule.conditions()) {
            if (condition instanceof TimeCondition time && !time.weekdays().isEmpty()) {
                days.retainAll(time.weekdays());
            }
        }
        return days;
    }

    private static Timing number(NumericStateTrigger number, NumericStateTrigger due, PlantedRoutine planted) {
        boolean sameEntity = due.entities().containsAll(number.entities())
                || planted.signals().containsAll(number.entities());
        if (!sameEntity || (number.above() == null) != (due.above() == null)) {
            return OTHER;
        }
        double wanted = limit(due.above(), due.below());
        double apart = Math.abs(limit(number.above(), number.below()) - wanted);
        return apart <= Math.max(LEAST_LIMIT_TOLERANCE, LIMIT_TOLERANCE * Math.abs(wanted)) ? RIGHT : NEAR;
    }

    private static double limit(@Nullable Double above, @Nullable Double below) {
        return above != null ? above : below != null ? below : Double.NaN;
    }

    private static boolean isSame(StateTrigger state, StateTrigger due, PlantedRoutine planted) {
        if (due.entities().containsAll(state.entities())) {
            return state.to().isEmpty() || due.to().containsAll(state.to());
        }
        return isSignal(state, planted) && isThere(state) == isThere(due);
    }

    private static boolean isSignal(StateTrigger state, PlantedRoutine planted) {
        List<EntityId> signals = planted.signals();
        return signals.containsAll(state.entities());
    }

    private static boolean isThere(StateTrigger trigger) {
        return trigger.to().stream().anyMatch(THERE::contains);
    }

    /** Where people react within minutes, at once is right; where they wait for a time, it must be that time. */
    private static Timing delay(Rule suggested, PlantedRoutine planted, double holdSeconds) {
        double least = planted.leastDelay().toMillis() / MILLIS;
        double most = planted.mostDelay().toMillis() / MILLIS;
        double usual = holdSeconds + Math.max(0, (least + most) / 2);
        double delay = delayOf(suggested);
        double tolerance = Math.max(LEAST_TOLERANCE_SECONDS, DELAY_TOLERANCE * usual);
        if (holdSeconds == 0) {
            double atLeast = usual <= PROMPT_SECONDS ? 0 : usual / 3;
            return delay >= atLeast && delay <= most + tolerance ? RIGHT : NEAR;
        }
        return Math.abs(delay - usual) <= tolerance ? RIGHT : delay >= usual / 3 && delay <= usual * 3 ? NEAR : OTHER;
    }

    private static double delayOf(Rule rule) {
        double seconds = switch (rule.triggers().getFirst()) {
            case StateTrigger state -> state.holdFor().toMillis() / MILLIS;
            case NumericStateTrigger number -> number.holdFor().toMillis() / MILLIS;
            default -> 0;
        };
        return rule.actions().getFirst() instanceof Delay first
                ? seconds + first.duration().toMillis() / MILLIS
                : seconds;
    }
}
