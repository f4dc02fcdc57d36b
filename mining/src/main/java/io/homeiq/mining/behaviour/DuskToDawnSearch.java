package io.homeiq.mining.behaviour;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.sun.Sun;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Doer;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds what goes by daylight through a sensor of its own, such as a lamp in the drive: one state about sunset, another
 * about sunrise, on more days in a row than the most faithful person would keep to, also while everybody is away. Clouds
 * may shift it by minutes.
 */
final class DuskToDawnSearch {

    /** The share of the opportunities that the most faithful person takes. */
    private static final double FAITHFUL = 0.95;

    /** The same of one who keeps closer to the sun than people see it. */
    private static final double PUNCTUAL_AND_FAITHFUL = 0.9;

    /** All but a few acts of nobody else lie within such a band. */
    private static final double PUNCTUAL_SECONDS = 10 * 60;

    /** How likely that person may be to leave out as few. */
    private static final double SIGNIFICANCE = 0.05;

    /** All but a few lie within such a band. */
    private static final double BAND_SECONDS = 40 * 60;

    /** Of fewer acts none may lie outside the band. */
    private static final int LEAST_ACTS = 14;

    /** Part of the acts on either side that may lie outside the band. */
    private static final double OUTSIDE = 0.03;

    /** What is set more often than this on a day is used by people as well. */
    private static final double MOST_A_DAY = 1.2;

    private static final double MARGIN_SECONDS = 60;

    private static final Attribution DEVICE = new Attribution(Cause.UNKNOWN, null, null, 0.85, false);

    private final Household home;

    DuskToDawnSearch(Household home) {
        this.home = home;
    }

    /** A state that comes about an event of the sun, and on how many of the days it could. */
    private record Course(AtSun rule, int days, int kept) {

        boolean isPunctual() {
            return rule.offset().until() - rule.offset().from() <= PUNCTUAL_SECONDS + 2 * MARGIN_SECONDS;
        }
    }

    /** @param deeds of one entity */
    List<Regularity> search(List<OpenActs> deeds) {
        Sun sun = home.sun().orElse(null);
        List<Regularity> found = new ArrayList<>();
        if (sun != null && deeds.size() > 1) {
            List<Course> dusks = courses(deeds, SunEvent.SUNSET, sun);
            List<Course> dawns = courses(deeds, SunEvent.SUNRISE, sun);
            for (Course dusk : dusks) {
                dawns.stream().filter(dawn -> isDevice(dusk, dawn)).forEach(dawn -> {
                    found.add(dusk.rule());
                    found.add(dawn.rule());
                });
            }
        }
        return found;
    }

    private static boolean isDevice(Course dusk, Course dawn) {
        double faithful = dusk.isPunctual() && dawn.isPunctual() ? PUNCTUAL_AND_FAITHFUL : FAITHFUL;
        return dusk.rule().state() != dawn.rule().state()
                && Binomial.upperTail(dusk.kept() + dawn.kept(), dusk.days() + dawn.days(), faithful) <= SIGNIFICANCE;
    }

    private List<Course> courses(List<OpenActs> deeds, SunEvent event, Sun sun) {
        return deeds.stream()
                .filter(deed -> !isByAccount(deed))
                .flatMap(deed -> course(deed, event, sun).stream())
                .toList();
    }

    private static boolean isByAccount(OpenActs acts) {
        Timeline timeline = acts.timeline();
        for (int i = 0; i < timeline.size(); i++) {
            if (timeline.stateAt(i) == acts.state() && timeline.doerAt(i) == Doer.ACCOUNT) {
                return true;
            }
        }
        return false;
    }

    /** Empty where the acts lie too wide, or people use it as well. */
    private Optional<Course> course(OpenActs acts, SunEvent event, Sun sun) {
        Set<Integer> days = new HashSet<>();
        double[] offsets = new double[acts.size()];
        for (int i = 0; i < offsets.length; i++) {
            long time = acts.timeOf(i);
            offsets[i] = AtSun.since(home, event, time).orElse(Double.NaN);
            days.add(home.calendar().dayOf(time - Math.round(1000 * offsets[i])));
        }
        Arrays.sort(offsets);
        int outside = offsets.length < LEAST_ACTS ? 0 : Math.max(1, (int) (offsets.length * OUTSIDE));
        double from = offsets[outside];
        double until = offsets[offsets.length - 1 - outside];
        // What is far from the event has no offset, and compares as false.
        boolean narrow = until - from <= BAND_SECONDS;
        if (!narrow || acts.size() > MOST_A_DAY * days.size()) {
            return Optional.empty();
        }
        Span band = new Span(from, until).widenedBy(MARGIN_SECONDS);
        AtSun rule = new AtSun(acts.entity(), acts.state(), event, band, DEVICE);
        int due = due(event, sun, offsets[offsets.length / 2], days);
        return Optional.of(new Course(rule, due, days.size()));
    }

    /** The days on which it was done, and those on which it could have been: the recording was on at its usual moment. */
    private int due(SunEvent event, Sun sun, double offset, Set<Integer> done) {
        DayRange all = home.days().all();
        int due = done.size();
        for (int day = all.first(); day <= all.last(); day++) {
            OptionalLong at = sun.at(event, day);
            boolean open = at.isPresent() && home.days().covers(at.getAsLong() + Math.round(1000 * offset));
            due += open && !done.contains(day) ? 1 : 0;
        }
        return due;
    }
}
