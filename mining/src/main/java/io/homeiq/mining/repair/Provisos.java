package io.homeiq.mining.repair;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.mining.habit.answer.Bystanders;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.SomebodyHome;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The conditions that are tried: the kind of day, the darkness, who is at home, states and numbers of what stands near. */
final class Provisos {

    private static final double KIND_OF_DAY = 0.15;
    private static final double SINGLE_DAY = 0.01;
    private static final double DARK = 0.2;
    private static final double STATES = 0.3;
    private static final double NUMBERS = 0.2;

    /** Limits tried of one sensor, on each side. */
    private static final int LIMITS = 8;

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Household home;
    private final Circumstances circumstances;

    Provisos(Household home, Circumstances circumstances) {
        this.home = home;
        this.circumstances = circumstances;
    }

    /** @param times of the runs that they are to tell apart, epoch milliseconds */
    List<Proviso> of(Rule rule, EntityId target, long[] times) {
        List<Proviso> all = new ArrayList<>();
        all.add(new Proviso(TimeCondition.on(WORKDAYS), KIND_OF_DAY, true));
        all.add(new Proviso(TimeCondition.on(WEEKEND), KIND_OF_DAY, true));
        for (DayOfWeek day : DayOfWeek.values()) {
            all.add(new Proviso(TimeCondition.on(Set.of(day)), SINGLE_DAY, true));
            all.add(new Proviso(TimeCondition.on(EnumSet.complementOf(EnumSet.of(day))), SINGLE_DAY, true));
        }
        if (home.sun().isPresent()) {
            Condition dark = new SunCondition(SunEvent.SUNSET, SunEvent.SUNRISE, Duration.ZERO, Duration.ZERO);
            all.add(new Proviso(dark, DARK * usefulness(dark, times), true));
        }
        all.removeIf(each -> isImpossible(each.condition(), rule));
        EntityId trigger = triggerOf(rule, target);
        Bystanders bystanders = new Bystanders(home);
        states(bystanders, bystanders.entities(target, trigger), times, all);
        numbers(bystanders.sensors(target, trigger), times, all);
        return all;
    }

    /** The share of the days of the runs on which it held (rule of succession): to want it only where that never is would be not to want it. */
    private double usefulness(Condition condition, long[] times) {
        long days = days(Arrays.stream(times));
        long held = days(Arrays.stream(times).filter(time -> circumstances.hold(condition, time)));
        return (held + 1.0) / (days + 1);
    }

    private long days(LongStream times) {
        return times.mapToInt(home.calendar()::dayOf).distinct().count();
    }

    /** Whether the rule runs on none of the days, or by the clock or the sun, so that the darkness decides nothing. */
    private static boolean isImpossible(Condition condition, Rule rule) {
        if (condition instanceof SunCondition) {
            return rule.triggers().stream().anyMatch(each -> each instanceof TimeTrigger || each instanceof SunTrigger);
        }
        return condition instanceof TimeCondition days
                && rule.conditions().stream()
                        .anyMatch(own -> own instanceof TimeCondition time
                                && !time.weekdays().isEmpty()
                                && Collections.disjoint(time.weekdays(), days.weekdays()));
    }

    private static EntityId triggerOf(Rule rule, EntityId other) {
        return rule.triggers().getFirst() instanceof StateTrigger state
                ? state.entities().getFirst()
                : other;
    }

    private void states(Bystanders bystanders, List<EntityId> entities, long[] times, List<Proviso> all) {
        List<Proviso> found = new ArrayList<>();
        for (EntityId entity : entities) {
            TreeMap<String, Integer> seen = new TreeMap<>();
            for (long time : times) {
                seen.merge(circumstances.stateBefore(entity, time), 1, Integer::sum);
            }
            seen.keySet().stream()
                    .filter(state -> !state.isEmpty() && !state.equals("unavailable"))
                    .filter(state -> seen.size() > 1 && !bystanders.isAbsence(entity, state))
                    .forEach(state -> found.add(new Proviso(in(entity, state), 1, false)));
        }
        found.forEach(each -> all.add(new Proviso(each.condition(), STATES / found.size(), false)));
    }

    private static Condition in(EntityId entity, String state) {
        if (!entity.equals(SomebodyHome.ZONE)) {
            return StateCondition.of(entity, state);
        }
        boolean occupied = state.equals(SomebodyHome.OCCUPIED);
        return new NumericStateCondition(List.of(entity), null, occupied ? 0.0 : null, occupied ? null : 1.0);
    }

    private void numbers(List<EntityId> sensors, long[] times, List<Proviso> all) {
        List<Condition> found = new ArrayList<>();
        for (EntityId sensor : sensors) {
            double[] values = Arrays.stream(times)
                    .mapToDouble(time -> circumstances.numberBefore(sensor, time))
                    .filter(Double::isFinite)
                    .sorted()
                    .distinct()
                    .toArray();
            for (int i = 1; i <= LIMITS && values.length > 1; i++) {
                int at = Math.max(1, i * (values.length - 1) / LIMITS);
                double limit = between(values[at - 1], values[at]);
                found.add(new NumericStateCondition(List.of(sensor), null, limit, null));
                found.add(new NumericStateCondition(List.of(sensor), null, null, limit));
            }
        }
        List<Condition> different = found.stream().distinct().toList();
        different.forEach(each -> all.add(new Proviso(each, NUMBERS / different.size(), false)));
    }

    /** The roundest number between two. */
    private static double between(double low, double high) {
        for (double step = 1_000; step > 0.001; step /= 10) {
            double rounded = Math.round(Math.ceil(low / step) * step * 1_000) / 1_000.0;
            if (rounded > low && rounded <= high) {
                return rounded;
            }
        }
        return (low + high) / 2;
    }
}
