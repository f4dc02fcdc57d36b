package io.homeiq.simulation.score;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One entity takes one state.
 *
 * @param percent its level, 0 to 100; negative: none is told
 */
record Item(EntityId entity, String state, double percent) {

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("turn_on", "on"),
            Map.entry("turn_off", "off"),
            Map.entry("open_cover", "open"),
            Map.entry("close_cover", "closed"),
            Map.entry("lock", "locked"),
            Map.entry("unlock", "unlocked"));

    private static final Map<String, String> SERVICES =
            STATES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final double FULL = 100;
    private static final double FULL_FROM = 90;
    private static final double LEVEL_TOLERANCE = 10;
    private static final double BRIGHTNESS_PER_PERCENT = 2.55;

    /** What the actions of the rule set, in order. */
    static List<Item> set(Rule rule) {
        List<Item> items = new ArrayList<>();
        for (Action action : rule.actions()) {
            if (action instanceof CallService call) {
                String state = STATES.getOrDefault(call.service(), call.service());
                call.targets().forEach(target -> items.add(new Item(target, state, percent(call))));
            }
        }
        return items;
    }

    /** What it is triggered by and then sets, in order: how sequences and scenes are told. */
    static List<Item> all(Rule rule) {
        List<Item> items = new ArrayList<>();
        if (rule.triggers().getFirst() instanceof StateTrigger trigger
                && !trigger.to().isEmpty()) {
            items.add(
                    new Item(trigger.entities().getFirst(), settled(trigger.to().getFirst()), -1));
        }
        items.addAll(set(rule));
        return items;
    }

    /** A shutter on its way counts as there. */
    private static String settled(String state) {
        return switch (state) {
            case "opening" -> "open";
            case "closing" -> "closed";
            default -> state;
        };
    }

    private static double percent(CallService call) {
        if (call.data().tree().get("brightness_pct") instanceof Number percent) {
            return percent.doubleValue();
        }
        return call.data().tree().get("brightness") instanceof Number value
                ? value.doubleValue() / BRIGHTNESS_PER_PERCENT
                : -1;
    }

    /** The service call that sets it, without its level. */
    CallService call() {
        return CallService.of(entity.domain(), SERVICES.getOrDefault(state, state), entity);
    }

    boolean isSameAs(Item other) {
        return entity.equals(other.entity) && state.equals(other.state);
    }

    /** Whether the levels are as good as equal; full light needs no level. */
    boolean isLevelOf(Item other) {
        double mine = percent < 0 || percent >= FULL_FROM ? FULL : percent;
        double its = other.percent < 0 || other.percent >= FULL_FROM ? FULL : other.percent;
        return Math.abs(mine - its) <= LEVEL_TOLERANCE;
    }
}
