package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Occasion.AtClock;
import io.homeiq.mining.safety.conduct.Occasion.AtSun;
import io.homeiq.mining.safety.conduct.Occasion.Becomes;
import io.homeiq.mining.safety.conduct.Occasion.Crosses;
import io.homeiq.mining.safety.conduct.Occasion.EverySoOften;
import io.homeiq.mining.safety.conduct.Occasion.Other;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Triggers as occasions: also those that the rule model cannot say, as far as they are plain. */
final class OccasionReader {

    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** What a purpose-specific trigger waits for, by the end of its name. */
    private static final Map<String, String> PURPOSES = Map.ofEntries(
            Map.entry("detected", "on"),
            Map.entry("cleared", "off"),
            Map.entry("opened", "on"),
            Map.entry("closed", "off"),
            Map.entry("turned_on", "on"),
            Map.entry("turned_off", "off"),
            Map.entry("locked", "locked"),
            Map.entry("unlocked", "unlocked"),
            Map.entry("entered_home", "home"));

    private final TargetReader targets;

    OccasionReader(TargetReader targets) {
        this.targets = targets;
    }

    /** None for a trigger that is switched off. */
    List<Occasion> read(Trigger trigger) {
        return trigger instanceof OpaqueTrigger opaque ? opaque(opaque.source().tree()) : plain(trigger, "", Set.of());
    }

    private List<Occasion> opaque(Map<String, @Nullable Object> source) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>(source);
        if (tree.isEmpty() || Boolean.FALSE.equals(tree.get("enabled"))) {
            return List.of();
        }
        String id = tree.get("id") == null ? "" : String.valueOf(tree.get("id"));
        List.of("id", "alias", "variables", "enabled").forEach(tree::remove);
        Object platform = tree.remove("platform");
        if (platform != null) {
            tree.putIfAbsent("trigger", platform);
        }
        String kind = Values.word(tree.get("trigger"));
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        if (kind.equals("time")) {
            weekdays = weekdays(tree.remove("weekday"));
        }
        Trigger again = TriggerTree.read(tree);
        if (!(again instanceof OpaqueTrigger)) {
            return plain(again, id, weekdays);
        }
        return switch (kind) {
            case "state" -> state(tree, id);
            case "time_pattern" ->
                List.of(new EverySoOften(perDay(tree), new Verbatim(tree).tree().toString(), id));
            default -> purposeful(kind, tree, id);
        };
    }

    private static Set<DayOfWeek> weekdays(@Nullable Object value) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Object name : Values.list(value)) {
            int day = name == null ? -1 : WEEKDAYS.indexOf(name);
            if (day >= 0) {
                days.add(DayOfWeek.of(day + 1));
            }
        }
        return days;
    }

    private static List<Occasion> plain(Trigger trigger, String id, Set<DayOfWeek> weekdays) {
        List<Occasion> occasions = new ArrayList<>();
        switch (trigger) {
            case StateTrigger state ->
                state.entities()
                        .forEach(entity -> occasions.add(new Becomes(
                                entity,
                                null,
                                Set.copyOf(state.from()),
                                Set.copyOf(state.to()),
                                Set.of(),
                                Set.of(),
                                state.holdFor(),
                                state.from().isEmpty() && state.to().isEmpty(),
                                id)));
            case NumericStateTrigger numeric ->
                numeric.entities()
                        .forEach(entity -> occasions.add(new Crosses(
                                entity, numeric.attribute(), numeric.above(), numeric.below(), numeric.holdFor(), id)));
            case TimeTrigger time -> time.at().forEach(at -> occasions.add(new AtClock(at, weekdays, id)));
            case SunTrigger sun -> occasions.add(new AtSun(sun.event(), sun.offset(), id));
            case OpaqueTrigger opaque -> {}
        }
        return occasions;
    }

    private static List<Occasion> state(Map<String, @Nullable Object> tree, String id) {
        Optional<List<EntityId>> entities = Values.entities(tree.get("entity_id"));
        if (entities.isEmpty()) {
            return List.of(other("state", tree, id));
        }
        String attribute = tree.get("attribute") instanceof String text ? text : null;
        boolean anyChange = !tree.containsKey("from")
                && !tree.containsKey("to")
                && !tree.containsKey("not_from")
                && !tree.containsKey("not_to")
                && attribute == null;
        Duration hold = DurationTree.readPositive(tree.get("for")).orElse(Duration.ZERO);
        List<Occasion> occasions = new ArrayList<>();
        for (EntityId entity : entities.get()) {
            occasions.add(new Becomes(
                    entity,
                    attribute,
                    states(tree.get("from")),
                    states(tree.get("to")),
                    states(tree.get("not_from")),
                    states(tree.get("not_to")),
                    hold,
                    anyChange,
                    id));
        }
        return occasions;
    }

    private static Set<String> states(@Nullable Object value) {
        return new HashSet<>(Values.states(value).orElse(List.of()));
    }

    private List<Occasion> purposeful(String kind, Map<String, @Nullable Object> tree, String id) {
        int dot = kind.indexOf('.');
        String state = dot < 0 ? null : PURPOSES.get(kind.substring(dot + 1));
        Set<EntityId> entities = tree.get("target") instanceof Map<?, ?> target
                ? targets.read(List.of(target)).entities()
                : Set.of();
        if (state == null || entities.isEmpty()) {
            return List.of(other(kind, tree, id));
        }
        List<Occasion> occasions = new ArrayList<>();
        for (EntityId entity : entities) {
            String meant = entity.domain().equals("cover") ? (state.equals("on") ? "open" : "closed") : state;
            occasions.add(
                    new Becomes(entity, null, Set.of(), Set.of(meant), Set.of(), Set.of(), Duration.ZERO, false, id));
        }
        return occasions;
    }

    private static Occasion other(String kind, Map<String, @Nullable Object> tree, String id) {
        return new Other(kind, new Verbatim(tree), TargetReader.mentioned(tree), id);
    }

    /** How often a time pattern fires on a day: unnamed smaller parts are zero, unnamed larger ones any. */
    private static int perDay(Map<String, @Nullable Object> tree) {
        boolean hasMinutes = tree.containsKey("minutes");
        boolean hasSeconds = tree.containsKey("seconds");
        int hours = times(tree.get("hours"), 24, true);
        int minutes = times(tree.get("minutes"), 60, hasSeconds && !hasMinutes);
        int seconds = times(tree.get("seconds"), 60, false);
        return hours * minutes * seconds;
    }

    private static int times(@Nullable Object value, int most, boolean isAnyIfAbsent) {
        String text = value == null
                ? (isAnyIfAbsent ? "*" : "0")
                : String.valueOf(value).strip();
        if (text.equals("*")) {
            return most;
        }
        if (text.matches("/[1-9]\\d{0,3}")) {
            return Math.max(1, Math.ceilDiv(most, Integer.parseInt(text.substring(1))));
        }
        return 1;
    }
}
