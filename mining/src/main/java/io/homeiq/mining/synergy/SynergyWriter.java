package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.rule.Action;
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

/** Writes a chain as a synergy, with the rule that would tie its devices. */
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

    Synergy write(Chain chain, Correlation counted) {
        Affinity affinity = Affinity.of(chain.type());
        Impact impact = Impact.of(counted);
        String area = affinity.wholeHome()
                ? null
                : home.registry()
                        .areaOf(chain.links().getFirst().responder())
                        .map(Area::id)
                        .orElse(null);
        return new Synergy(
                SynergyIds.of(homeId, chain),
                chain.type(),
                chain.entities(),
                new Rule(
                        List.of(trigger(chain.trigger(), affinity.occasion())),
                        List.of(),
                        chain.links().stream()
                                .<Action>map(link -> link.answer().by(link.responder()))
                                .toList()),
                area,
                impact.score(),
                impact.confidence(),
                complexity(chain, affinity),
                counted,
                ties.alike(chain));
    }

    private static Complexity complexity(Chain chain, Affinity affinity) {
        boolean harmless = chain.links().stream()
                .allMatch(link -> HARMLESS.contains(link.responder().domain()));
        if (chain.links().size() > 1) {
            return Complexity.HIGH;
        }
        return harmless && !affinity.wholeHome() ? Complexity.LOW : Complexity.MEDIUM;
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
