package io.homeiq.mining.repair;

import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.timeline.Household;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The times that are tried: around the clock or the sun in small steps, and after anything else with growing delays. */
final class Shifts {

    private static final long MINUTE = 60_000;

    /** Who does it less than so much earlier or later still does it at its time. */
    private static final int LEAST_MINUTES = 25;

    private static final int MOST_MINUTES = 180;
    private static final int STEP_MINUTES = 10;
    private static final int REACH_MINUTES = 18;

    private static final int[] DELAYS = {4, 6, 8, 11, 15, 20, 27};
    private static final double DELAY_REACH = 0.35;

    /** Days before the automation came that tell what is usual. */
    private static final int USUAL_DAYS = 28;

    private static final double LEAST_USUAL = 0.03;

    /** Hours of a day in which people do things. */
    private static final double WAKING_HOURS = 16;

    private final Household home;
    private final HandActs acts;

    Shifts(Household home, HandActs acts) {
        this.home = home;
        this.acts = acts;
    }

    /** @param since when the automation came, in epoch milliseconds */
    List<Shift> of(Rule rule, long since) {
        List<Shift> all = new ArrayList<>();
        if (isDaily(rule)) {
            for (int minutes = LEAST_MINUTES; minutes <= MOST_MINUTES; minutes += STEP_MINUTES) {
                all.add(daily(rule, minutes, since));
                all.add(daily(rule, -minutes, since));
            }
        } else {
            for (int minutes : DELAYS) {
                all.add(delayed(minutes * MINUTE, since));
            }
        }
        return all;
    }

    private static boolean isDaily(Rule rule) {
        Trigger trigger = rule.triggers().getFirst();
        return rule.triggers().size() == 1 && (trigger instanceof TimeTrigger || trigger instanceof SunTrigger);
    }

    /** How likely people did it by hand shortly before it would run, before it came, 0 to 1; 0 where they cannot know that it will. */
    double doneBefore(Rule rule, long since) {
        return isDaily(rule) ? usual(rule, Shift.JUST_BEFORE, since) : 0;
    }

    private Shift daily(Rule rule, int minutes, long since) {
        Shift shift = new Shift(minutes * MINUTE, REACH_MINUTES * MINUTE, 0);
        return new Shift(shift.millis(), shift.reachMillis(), Math.max(LEAST_USUAL, usual(rule, shift, since)));
    }

    /** The share of the days before it came on which people did it by hand in a span around its time; few tell little. */
    private double usual(Rule rule, Shift shift, long since) {
        Trigger trigger = rule.triggers().getFirst();
        int last = home.calendar().dayOf(since) - 1;
        int days = 0;
        int found = 0;
        for (int day = last; day > last - USUAL_DAYS && day >= home.days().all().first(); day--) {
            OptionalLong time =
                    home.days().isLived(day) && isOn(rule, day) ? timeOn(trigger, day) : OptionalLong.empty();
            if (time.isPresent()) {
                days++;
                boolean done = acts.within(shift.from(time.getAsLong()), shift.to(time.getAsLong()))
                        .isPresent();
                found += done ? 1 : 0;
            }
        }
        return (found + 0.3) / (days + 4.0);
    }

    private boolean isOn(Rule rule, int day) {
        DayOfWeek weekday = home.calendar().weekdayOf(day);
        return rule.conditions().stream()
                .noneMatch(each -> each instanceof TimeCondition time
                        && !time.weekdays().isEmpty()
                        && !time.weekdays().contains(weekday));
    }

    private OptionalLong timeOn(Trigger trigger, int day) {
        return switch (trigger) {
            case TimeTrigger clock ->
                OptionalLong.of(home.calendar().at(day, clock.at().getFirst().toSecondOfDay()));
            case SunTrigger sun -> {
                OptionalLong event =
                        home.sun().map(known -> known.at(sun.event(), day)).orElse(OptionalLong.empty());
                yield event.isEmpty()
                        ? event
                        : OptionalLong.of(event.getAsLong() + sun.offset().toMillis());
            }
            default -> OptionalLong.empty();
        };
    }

    /** How likely an act falls into the span by chance, by how often people do it at all (Poisson). */
    private Shift delayed(long millis, long since) {
        long reach = (long) (millis * DELAY_REACH);
        long from = since - USUAL_DAYS * 24 * 60 * MINUTE;
        double perHour = acts.count(from, since) / (USUAL_DAYS * WAKING_HOURS);
        double usual = 1 - Math.exp(-perHour * 2 * reach / (60.0 * MINUTE));
        return new Shift(millis, reach, Math.clamp(usual, LEAST_USUAL, 0.5));
    }
}
