package io.homeiq.mining.repair;

import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A rule that acts later or earlier than another one. */
final class ShiftedRule {

    private static final long CLOCK_STEP_SECONDS = 300;
    private static final long DELAY_STEP_SECONDS = 30;
    private static final long DAY_SECONDS = 86_400;

    private ShiftedRule() {}

    /** What a rule waits before its first action. */
    static Duration waits(Rule rule) {
        return rule.actions().getFirst() instanceof Delay delay ? delay.duration() : Duration.ZERO;
    }

    /** @param millis how much later; negative, which only the clock and the sun allow: earlier */
    static Rule of(Rule rule, long millis) {
        Trigger trigger = rule.triggers().getFirst();
        if (rule.triggers().size() == 1 && trigger instanceof TimeTrigger clock) {
            return clock(rule, clock, rounded(millis, CLOCK_STEP_SECONDS));
        }
        if (rule.triggers().size() == 1 && trigger instanceof SunTrigger sun) {
            Duration offset = sun.offset().plusSeconds(rounded(millis, CLOCK_STEP_SECONDS));
            return new Rule(List.of(new SunTrigger(sun.event(), offset)), rule.conditions(), rule.actions());
        }
        List<Action> actions = new ArrayList<>(rule.actions());
        if (actions.getFirst() instanceof Delay) {
            actions.removeFirst();
        }
        actions.addFirst(new Delay(waits(rule).plusSeconds(Math.max(0, rounded(millis, DELAY_STEP_SECONDS)))));
        return new Rule(rule.triggers(), rule.conditions(), actions);
    }

    private static long rounded(long millis, long stepSeconds) {
        return Math.round(millis / 1000.0 / stepSeconds) * stepSeconds;
    }

    private static Rule clock(Rule rule, TimeTrigger clock, long seconds) {
        List<LocalTime> at =
                clock.at().stream().map(time -> time.plusSeconds(seconds)).toList();
        long days = Math.floorDiv(clock.at().getFirst().toSecondOfDay() + seconds, DAY_SECONDS);
        List<Condition> conditions =
                rule.conditions().stream().map(each -> onOtherDays(each, days)).toList();
        return new Rule(List.of(new TimeTrigger(at)), conditions, rule.actions());
    }

    /** What moves across midnight belongs to the weekday after, or before. */
    private static Condition onOtherDays(Condition condition, long days) {
        boolean isWeekdays = condition instanceof TimeCondition time && time.after() == null && time.before() == null;
        if (days == 0 || !isWeekdays) {
            return condition;
        }
        Set<DayOfWeek> moved = EnumSet.noneOf(DayOfWeek.class);
        ((TimeCondition) condition).weekdays().forEach(day -> moved.add(day.plus(days)));
        return TimeCondition.on(moved);
    }
}
