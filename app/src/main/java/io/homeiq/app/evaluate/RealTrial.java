package io.homeiq.app.evaluate;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import io.homeiq.simulation.engine.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Mines the uses of a real home as if each were somebody's act. */
final class RealTrial {

    private final ZoneId zone;

    RealTrial(ZoneId zone) {
        this.zone = zone;
    }

    /** What such a thing is called. */
    static EntityId thing(String name) {
        return new EntityId(
                "switch.thing_" + name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"));
    }

    /** What is proven of them. */
    List<Pattern> proven(List<Activation> uses) {
        HomeRegistry registry = HomeRegistry.EMPTY.withConfig(new HomeConfig("Home", zone, null));
        Miner miner = new Miner(HomeId.DEFAULT, registry, List.of(), MiningSettings.DEFAULT);
        changes(uses).forEach(miner::accept);
        miner.settle();
        return miner.analyse((stage, share) -> {}).proven();
    }

    private static List<StateChange> changes(List<Activation> uses) {
        List<StateChange> changes = new ArrayList<>();
        for (Activation use : uses) {
            changes.add(change(use.entity(), "off", "on", use.start()));
            changes.add(change(use.entity(), "on", "off", use.end()));
        }
        changes.sort(Comparator.comparing(StateChange::time));
        return changes;
    }

    private static StateChange change(EntityId entity, String before, String after, Instant time) {
        return new StateChange(entity, before, after, Attributes.NONE, time, Context.UNKNOWN);
    }

    /** The same uses, each at any moment of the whole time: nothing is left of any habit. */
    static List<Activation> shuffled(List<Activation> uses, Chance chance) {
        Instant first = uses.getFirst().start();
        long seconds = Duration.between(first, uses.getLast().start()).toSeconds();
        List<Activation> shuffled = new ArrayList<>();
        for (Activation use : uses) {
            shuffled.add(use.at(first.plusSeconds((long) (chance.share() * seconds))));
        }
        shuffled.sort(Comparator.comparing(Activation::start));
        return shuffled;
    }
}
