package io.homeiq.mining.behaviour;

import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what comes long after something else, yet always after the same time: the second step of what followed it at
 * once.
 */
final class LaterSearch {

    private static final double LONGEST_SECONDS = 6 * 3_600;
    private static final double MARGIN_SECONDS = 0.3;

    private final Household home;
    private final double grain;

    LaterSearch(Household home, double grain) {
        this.home = home;
        this.grain = grain;
    }

    /**
     * Searches the lags behind what is known to lead the entity.
     *
     * @param followed regularities of the same entity
     */
    List<Regularity> search(OpenActs acts, List<Regularity> followed) {
        List<Regularity> found = new ArrayList<>();
        for (Regularity known : followed) {
            if (known instanceof AfterAnother after && after.state() != acts.state()) {
                Concentration.find(lags(acts, after.leader()), TimerSearch.EVEN, grain)
                        .forEach(span -> found.add(new AfterAnother(
                                acts.entity(),
                                acts.state(),
                                after.leader(),
                                span.widenedBy(MARGIN_SECONDS),
                                after.cause())));
            }
        }
        return found;
    }

    private List<Concentration.Place> lags(OpenActs acts, Leader leader) {
        List<Concentration.Place> places = new ArrayList<>();
        Timeline leading = leader.timeline(home);
        for (int i = 0; leading != null && i < acts.size(); i++) {
            int last = leading.firstAtOrAfter(acts.timeOf(i)) - 1;
            while (last >= 0 && leading.stateAt(last) != leader.state()) {
                last--;
            }
            double lag = last < 0 ? Double.MAX_VALUE : (acts.timeOf(i) - leading.timeAt(last)) / 1000.0;
            if (lag <= LONGEST_SECONDS) {
                places.add(new Concentration.Place(lag, i));
            }
        }
        return places;
    }
}
