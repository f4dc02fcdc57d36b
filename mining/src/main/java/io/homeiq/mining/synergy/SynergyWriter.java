package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.synergy.Complexity;
import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes a pair as a synergy, with the rule that would tie the two. */
final class SynergyWriter {

    private static final Set<String> HARMLESS = Set.of("light", "fan");

    private final HomeId homeId;
    private final Household home;
    private final Ties ties;

    SynergyWriter(HomeId homeId, Household home, Ties ties) {
        this.homeId = homeId;
        this.home = home;
        this.ties = ties;
    }

    Synergy write(Pair pair, Correlation counted) {
        Affinity affinity = Affinity.of(pair.type());
        Impact impact = Impact.of(counted);
        String area = affinity.wholeHome()
                ? null
                : home.registry().areaOf(pair.responder()).map(Area::id).orElse(null);
        boolean simple =
                !affinity.wholeHome() && HARMLESS.contains(pair.responder().domain());
        return new Synergy(
                SynergyIds.of(homeId, pair),
                pair.type(),
                List.of(pair.trigger(), pair.responder()),
                new Rule(
                        List.of(trigger(pair.trigger(), affinity.occasion())),
                        List.of(),
                        List.of(affinity.answer().by(pair.responder()))),
                area,
                impact.score(),
                impact.confidence(),
                simple ? Complexity.LOW : Complexity.MEDIUM,
                counted,
                ties.alike(pair));
    }

    /** With the states that really occurred; those before are named, so that an entity that comes back starts nothing. */
    private StateTrigger trigger(EntityId entity, Occasion occasion) {
        Timeline timeline = home.timeline(entity).orElseThrow();
        Moves moves = new Moves(timeline, home.states(), occasion.states());
        Set<String> from = new TreeSet<>();
        Set<String> to = new TreeSet<>();
        for (int i = 1; i < timeline.size(); i++) {
            if (moves.isAt(i)) {
                from.add(home.states().nameOf(timeline.stateAt(i - 1)));
                to.add(home.states().nameOf(timeline.stateAt(i)));
            }
        }
        return new StateTrigger(List.of(entity), List.copyOf(from), List.copyOf(to), Duration.ZERO);
    }
}
