package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.synergy.SynergyType;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Entities that could go together: of kinds that suit each other, in one room, both used, and not tied yet. */
final class PairSearch {

    /** A hundred rooms' worth; of more, those count whose responder is used most. */
    static final int MAX_PAIRS = 2_000;

    private final Household home;
    private final DayRange range;
    private final Ties ties;

    PairSearch(Household home, DayRange range, Ties ties) {
        this.home = home;
        this.range = range;
        this.ties = ties;
    }

    private record Used(Pair pair, int acts) {}

    /** At most {@link #MAX_PAIRS}; the same in every run. */
    List<Pair> pairs() {
        List<Used> all = new ArrayList<>();
        for (SynergyType type : SynergyType.values()) {
            Affinity affinity = Affinity.of(type);
            List<EntityId> triggers = home.timelines().entrySet().stream()
                    .filter(entry -> !entry.getValue().hasOverflowed())
                    .map(entry -> entry.getKey())
                    .filter(id -> affinity.occasion().isToldBy(id, home.registry()))
                    .toList();
            home.timelines().keySet().stream()
                    .filter(affinity.answer()::isGivenBy)
                    .forEach(responder -> addPairs(all, affinity, triggers, responder));
        }
        return all.stream()
                .sorted(Comparator.comparingInt((Used used) -> -used.acts())
                        .thenComparing(used -> used.pair().toString()))
                .limit(MAX_PAIRS)
                .map(Used::pair)
                .toList();
    }

    private void addPairs(List<Used> all, Affinity affinity, List<EntityId> triggers, EntityId responder) {
        int acts = acts(responder, affinity.answer());
        if (acts < PairCounter.MIN_FOLLOWED) {
            return;
        }
        for (EntityId trigger : triggers) {
            Pair pair = new Pair(affinity.type(), trigger, responder);
            boolean together = affinity.wholeHome() || area(trigger).isPresent() && isSameRoom(trigger, responder);
            if (together && !isSameDevice(trigger, responder) && !ties.isTied(pair)) {
                all.add(new Used(pair, acts));
            }
        }
    }

    private int acts(EntityId responder, Answer answer) {
        Timeline timeline = home.timeline(responder).orElseThrow();
        return new Moves(timeline, home.states(), answer.states())
                .acts(home.calendar().startOf(range.first()), home.calendar().startOf(range.last() + 1));
    }

    private boolean isSameRoom(EntityId one, EntityId other) {
        return area(one).equals(area(other));
    }

    private Optional<String> area(EntityId id) {
        return home.registry().areaOf(id).map(Area::id);
    }

    private boolean isSameDevice(EntityId one, EntityId other) {
        HomeRegistry registry = home.registry();
        Optional<String> device = registry.entity(one).map(Entity::deviceId);
        return device.isPresent() && device.equals(registry.entity(other).map(Entity::deviceId));
    }
}
