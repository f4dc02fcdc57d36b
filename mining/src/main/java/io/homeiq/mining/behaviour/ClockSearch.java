package io.homeiq.mining.behaviour;

import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.timeline.Household;
import java.util.ArrayList;
import java.util.List;

/** Finds schedules: what falls on the same second of the day, day after day. */
final class ClockSearch {

    /** Nobody keeps a time of day closer than with a spread of a minute; the peak of such a bell curve. */
    private static final double HUMAN_DENSITY = 1 / 150.0;

    private static final double REACH_SECONDS = 300;
    private static final double MINUTE = 60;

    /** Schedules begin at whole minutes and are told within a moment. */
    private static final double AFTER_THE_MINUTE = 3;

    private static final double MARGIN_SECONDS = 0.5;
    private static final double DAY_SECONDS = 86_400;

    private static final Concentration.Human PUNCTUAL = new Concentration.Human() {
        @Override
        public double[] widths() {
            return new double[] {1, 2.5, 6, 22};
        }

        @Override
        public double density(double value) {
            return HUMAN_DENSITY;
        }

        @Override
        public double reach(double value) {
            return REACH_SECONDS;
        }

        @Override
        public double coincidence(double from) {
            return from % MINUTE < AFTER_THE_MINUTE ? AFTER_THE_MINUTE / MINUTE : 1;
        }
    };

    private ClockSearch() {}

    static List<Regularity> search(OpenActs acts, Household home, double grain) {
        List<Concentration.Place> places = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            long time = acts.timeOf(i);
            double second = AtClock.secondOfDay(home.calendar(), time);
            int day = home.calendar().dayOf(time);
            // What is told a moment before midnight belongs to what is told a moment after it.
            boolean late = second > DAY_SECONDS - 1;
            places.add(new Concentration.Place(late ? second - DAY_SECONDS : second, late ? day + 1 : day));
        }
        Attribution cause = new Attribution(Cause.UNKNOWN, null, null, 0.95, false);
        return Concentration.find(places, PUNCTUAL, grain).stream()
                .<Regularity>map(
                        span -> new AtClock(acts.entity(), acts.state(), span.widenedBy(MARGIN_SECONDS), cause))
                .toList();
    }
}
