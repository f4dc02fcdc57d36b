package io.homeiq.mining.habit.answer;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.Guard;
import io.homeiq.mining.habit.HourBand;
import io.homeiq.mining.habit.Limit;
import io.homeiq.mining.habit.WeekdayKinds;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.NumberSeries;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Finds the conditions under which a trigger is answered: those that spare people unwanted firings and cost hardly any
 * that they agreed with. The darkness, the kind of day, the hours, the states of other entities and the numbers of
 * sensors are asked; each test is corrected for all that were.
 */
final class GuardSearch {

    /** A rule with more conditions than this is hard to read, and rarely true. */
    static final int MAX_GUARDS = 2;

    private static final double SIGNIFICANT = 0.005;
    private static final int HOUR_BANDS = HourBand.DAY * (HourBand.DAY - 1);
    /** A part of the day longer than this is as good as the whole. */
    private static final int LONGEST_BAND_HOURS = 18;

    /** Limits of one sensor that are tried, on each side. */
    private static final int MAX_LIMITS = 15;

    private final Household home;
    private final Bystanders bystanders;

    GuardSearch(Household home) {
        this.home = home;
        this.bystanders = new Bystanders(home);
    }

    /**
     * The conditions found.
     *
     * @param tried from how many combinations they were chosen
     */
    record Found(List<Guard> guards, double tried) {}

    /** Conditions for the firings of a rule without any; empty where none clearly helps. */
    Found search(Deed deed, EntityId trigger, Firings firings) {
        Found found = new Found(List.of(), 1);
        Firings left = firings;
        while (found.guards().size() < MAX_GUARDS && GuardOffer.isPossible(left)) {
            Firings now = left;
            List<GuardOffer> offers = offers(deed, trigger, now);
            int families = offers.size();
            Optional<GuardOffer> best = offers.stream()
                    .filter(offer -> offer.isWorthIt(now) && offer.pValue(now) * families <= SIGNIFICANT)
                    .max(Comparator.comparingDouble(offer -> offer.gain(now)));
            if (best.isEmpty()) {
                break;
            }
            List<Guard> guards = new ArrayList<>(found.guards());
            guards.add(best.get().guard());
            found = new Found(guards, found.tried() * best.get().tried() * families);
            left = now.under(best.get().guard(), home);
        }
        return found;
    }

    private List<GuardOffer> offers(Deed deed, EntityId trigger, Firings firings) {
        List<GuardOffer> offers = new ArrayList<>();
        if (home.sun().isPresent()) {
            offers.add(offer(new Guard.Dark(), 1, firings));
        }
        offers.addAll(weekdays(firings));
        HourBand band = band(firings);
        if (band.hours() <= LONGEST_BAND_HOURS) {
            offers.add(offer(band, HOUR_BANDS, firings));
        }
        for (EntityId sensor : bystanders.sensors(deed.entity(), trigger)) {
            NumberSeries series = home.numbers().of(sensor).orElseThrow();
            GuardCut cut = new GuardCut(series, firings);
            limit(sensor, true, cut).ifPresent(offers::add);
            limit(sensor, false, cut).ifPresent(offers::add);
        }
        for (EntityId entity : bystanders.entities(deed.entity(), trigger)) {
            state(entity, home.timeline(entity).orElseThrow(), firings).ifPresent(offers::add);
        }
        return offers;
    }

    private List<GuardOffer> weekdays(Firings firings) {
        int[] agreed = byWeekday(firings.agreed());
        int[] unwanted = byWeekday(firings.unwanted());
        return WeekdayKinds.ALL.stream()
                .filter(days -> days.size() < DayOfWeek.values().length)
                .map(days -> new GuardOffer(
                        new Guard.OnDays(days), WeekdayKinds.ALL.size(), sum(agreed, days), sum(unwanted, days)))
                .toList();
    }

    /** How many moments lie on each day of the week, by its number from 1 for Monday on. */
    private int[] byWeekday(long[] times) {
        int[] counts = new int[DayOfWeek.values().length + 1];
        for (long time : times) {
            counts[home.calendar().weekdayOf(home.calendar().dayOf(time)).getValue()]++;
        }
        return counts;
    }

    private static int sum(int[] byWeekday, Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> byWeekday[day.getValue()]).sum();
    }

    private GuardOffer offer(Guard guard, int tried, Firings firings) {
        LongPredicate holds = guard.in(home);
        return GuardOffer.of(
                guard, tried, count(holds, firings.agreed()), firings, () -> count(holds, firings.unwanted()));
    }

    private static int count(LongPredicate holds, long[] times) {
        int count = 0;
        for (long time : times) {
            count += holds.test(time) ? 1 : 0;
        }
        return count;
    }

    private HourBand band(Firings firings) {
        int[] scores = new int[HourBand.DAY];
        for (long time : firings.agreed()) {
            scores[home.calendar().secondOfDay(time) / 3600]++;
        }
        for (long time : firings.unwanted()) {
            scores[home.calendar().secondOfDay(time) / 3600]--;
        }
        return HourBand.best(scores);
    }

    /** The state in which the entity was at most of the firings that people agreed with. */
    private Optional<GuardOffer> state(EntityId entity, Timeline timeline, Firings firings) {
        CommonState common = CommonState.of(timeline, firings.agreed());
        boolean meansNothing = common.state() <= StateNames.ABSENT
                || bystanders.isAbsence(entity, home.states().nameOf(common.state()));
        return meansNothing
                ? Optional.empty()
                : Optional.of(GuardOffer.of(
                        new Guard.InState(entity, common.state()),
                        common.states(),
                        common.moments(),
                        firings,
                        () -> CommonState.moments(timeline, common.state(), firings.unwanted())));
    }

    /** The limit on one side that does best. */
    private Optional<GuardOffer> limit(EntityId sensor, boolean above, GuardCut cut) {
        double best = cut.best(above);
        if (Double.isNaN(best)) {
            return Optional.empty();
        }
        Limit limit = new Limit(above, best);
        return Optional.of(new GuardOffer(
                new Guard.Beyond(sensor, limit), MAX_LIMITS, cut.agreedBeyond(limit), cut.unwantedBeyond(limit)));
    }
}
