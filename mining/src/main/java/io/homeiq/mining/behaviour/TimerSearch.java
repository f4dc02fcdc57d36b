package io.homeiq.mining.behaviour;

import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds timers: a state that always ends after the same time, to the second. */
final class TimerSearch {

    /** The spread of the most even person, as a part of the time that passes. */
    private static final double HUMAN_SPREAD = 0.04;

    private static final double PEAK_OF_BELL = 0.4;
    private static final double REACH = 0.2;
    private static final double MARGIN_SECONDS = 0.3;

    /** A timer runs this long at least: below, it is fingers. */
    private static final double LEAST_SECONDS = 2;

    static final Concentration.Human EVEN = new Concentration.Human() {
        @Override
        public double[] widths() {
            return new double[] {0.1, 0.4, 1.2, 3};
        }

        @Override
        public double density(double value) {
            return PEAK_OF_BELL / (HUMAN_SPREAD * Math.max(LEAST_SECONDS, value));
        }

        @Override
        public double reach(double value) {
            return REACH * value;
        }
    };

    private static final Attribution TIMER = new Attribution(Cause.UNKNOWN, null, null, 0.95, false);

    private TimerSearch() {}

    static List<Regularity> search(OpenActs acts, double grain) {
        Timeline timeline = acts.timeline();
        Map<Short, List<Concentration.Place>> byState = new TreeMap<>();
        for (int i = 0; i < acts.size(); i++) {
            int previous = acts.indices()[i] - 1;
            if (previous >= 0 && timeline.stateAt(previous) > StateNames.ABSENT) {
                double lasted = (acts.timeOf(i) - timeline.timeAt(previous)) / 1000.0;
                byState.computeIfAbsent(timeline.stateAt(previous), state -> new ArrayList<>())
                        .add(new Concentration.Place(lasted, i));
            }
        }
        List<Regularity> found = new ArrayList<>();
        byState.forEach((before, places) -> Concentration.find(places, EVEN, grain).stream()
                .filter(span -> span.from() >= LEAST_SECONDS)
                .forEach(span -> found.add(
                        new AfterItself(acts.entity(), acts.state(), before, span.widenedBy(MARGIN_SECONDS), TIMER))));
        return found;
    }
}
