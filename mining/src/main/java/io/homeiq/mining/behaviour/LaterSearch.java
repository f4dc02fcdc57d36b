package io.homeiq.mining.behaviour;

import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what comes long after something else, yet always after the same time: the second step of what followed it at
 * once, counted from that or from when it was over.
 */
final class LaterSearch {

    private static final double LONGEST_SECONDS = 6 * 3_600;
    private static final double MARGIN_SECONDS = 0.3;

    /** A sensor that tells more states is no occasion that begins and ends. */
    private static final int MAX_STATES = 4;

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
                leaders(after.leader()).forEach(leader -> found.addAll(behind(acts, leader, after.cause())));
            }
        }
        return found;
    }

    private List<Regularity> behind(OpenActs acts, Leader leader, Attribution cause) {
        return Concentration.find(lags(acts, leader), TimerSearch.EVEN, grain).stream()
                .<Regularity>map(span ->
                        new AfterAnother(acts.entity(), acts.state(), leader, span.widenedBy(MARGIN_SECONDS), cause))
                .toList();
    }

    /** The leader and the other states of its entity: what motion lights goes out so long after the motion ceased. */
    private Set<Leader> leaders(Leader known) {
        Set<Leader> leaders = new LinkedHashSet<>(List.of(known));
        Timeline timeline = known.timeline(home);
        for (int i = 0; timeline != null && i < timeline.size() && leaders.size() < MAX_STATES; i++) {
            if (timeline.stateAt(i) > StateNames.ABSENT) {
                leaders.add(new Leader(known.entity(), timeline.stateAt(i)));
            }
        }
        return leaders;
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
