package io.homeiq.mining.behaviour;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.timeline.Household;
import java.util.ArrayList;
import java.util.List;

/** Finds what follows the sun to the second, day after day. */
final class SunSearch {

    /** Nobody keeps to the sun closer than with a spread of a minute and a half. */
    private static final double HUMAN_DENSITY = 1 / 225.0;

    private static final double REACH_SECONDS = 600;

    /** The sun of another reckoning is some seconds off, and drifts with the season. */
    private static final double MARGIN_SECONDS = 5;

    private static final Concentration.Human PUNCTUAL = new Concentration.Human() {
        @Override
        public double[] widths() {
            return new double[] {3, 12, 40, 120};
        }

        @Override
        public double density(double value) {
            return HUMAN_DENSITY;
        }

        @Override
        public double reach(double value) {
            return REACH_SECONDS;
        }
    };

    private SunSearch() {}

    static List<Regularity> search(OpenActs acts, Household home, double grain) {
        List<Regularity> found = new ArrayList<>();
        Attribution cause = new Attribution(Cause.UNKNOWN, null, null, 0.93, false);
        for (SunEvent event : SunEvent.values()) {
            List<Concentration.Place> places = new ArrayList<>();
            for (int i = 0; i < acts.size(); i++) {
                long time = acts.timeOf(i);
                AtSun.since(home, event, time)
                        .ifPresent(since -> places.add(
                                new Concentration.Place(since, home.calendar().dayOf(time))));
            }
            Concentration.find(places, PUNCTUAL, grain)
                    .forEach(span -> found.add(
                            new AtSun(acts.entity(), acts.state(), event, span.widenedBy(MARGIN_SECONDS), cause)));
        }
        return found;
    }
}
