package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Triggers in both directions. */
final class TriggerTree {

    private TriggerTree() {}

    /** The trigger, opaque if it says more than the rule model can. */
    static Trigger read(Map<String, @Nullable Object> tree) {
        Fields fields = new Fields(tree);
        String kind = Values.word(fields.takeFirst("trigger", "platform"));
        Optional<? extends Trigger> trigger = switch (kind) {
            case "state" -> state(fields);
            case "numeric_state" -> numericState(fields);
            case "time" -> time(fields);
            case "sun" -> sun(fields);
            default -> Optional.empty();
        };
        return trigger.isPresent() && fields.isExhausted() ? trigger.get() : new OpaqueTrigger(new Verbatim(tree));
    }

    private static Optional<Trigger> state(Fields fields) {
        Optional<List<EntityId>> entities = Values.entities(fields.take("entity_id"));
        Optional<List<String>> from = fields.optional("from", List.of(), Values::states);
        Optional<List<String>> to = fields.optional("to", List.of(), Values::states);
        Optional<Duration> holdFor = holdFor(fields);
        return entities.isEmpty() || from.isEmpty() || to.isEmpty() || holdFor.isEmpty()
                ? Optional.empty()
                : Optional.of(new StateTrigger(entities.get(), from.get(), to.get(), holdFor.get()));
    }

    private static Optional<Trigger> numericState(Fields fields) {
        Optional<List<EntityId>> entities = Values.entities(fields.take("entity_id"));
        Optional<Duration> holdFor = holdFor(fields);
        Optional<Band> band = Band.take(fields);
        return entities.isEmpty() || holdFor.isEmpty()
                ? Optional.empty()
                : band.map(bounds -> new NumericStateTrigger(
                        entities.get(), bounds.attribute(), bounds.above(), bounds.below(), holdFor.get()));
    }

    private static Optional<Duration> holdFor(Fields fields) {
        return fields.optional("for", Duration.ZERO, DurationTree::readPositive);
    }

    private static Optional<Trigger> time(Fields fields) {
        List<LocalTime> times = new ArrayList<>();
        for (Object value : Values.list(fields.take("at"))) {
            Optional<LocalTime> time = Values.time(value);
            if (time.isEmpty()) {
                return Optional.empty();
            }
            times.add(time.get());
        }
        return times.isEmpty() ? Optional.empty() : Optional.of(new TimeTrigger(times));
    }

    private static Optional<Trigger> sun(Fields fields) {
        Optional<SunEvent> event = sunEvent(fields.take("event"));
        Optional<Duration> offset = fields.optional("offset", Duration.ZERO, DurationTree::read);
        return event.isEmpty() || offset.isEmpty()
                ? Optional.empty()
                : Optional.of(new SunTrigger(event.get(), offset.get()));
    }

    static Optional<SunEvent> sunEvent(@Nullable Object value) {
        return switch (Values.word(value)) {
            case "sunrise" -> Optional.of(SunEvent.SUNRISE);
            case "sunset" -> Optional.of(SunEvent.SUNSET);
            default -> Optional.empty();
        };
    }

    static String text(SunEvent event) {
        return event.name().toLowerCase(Locale.ROOT);
    }

    /** The trigger as today's Home Assistant spells it. */
    static Map<String, @Nullable Object> write(Trigger trigger) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        switch (trigger) {
            case StateTrigger state -> write(state, tree);
            case NumericStateTrigger numeric -> {
                tree.put("trigger", "numeric_state");
                tree.put("entity_id", Values.oneOrMoreEntities(numeric.entities()));
                new Band(numeric.attribute(), numeric.above(), numeric.below()).put(tree);
                putHold(tree, numeric.holdFor());
            }
            case TimeTrigger time -> {
                tree.put("trigger", "time");
                tree.put(
                        "at",
                        Values.oneOrMore(time.at().stream().map(Values::text).toList()));
            }
            case SunTrigger sun -> {
                tree.put("trigger", "sun");
                tree.put("event", text(sun.event()));
                if (!sun.offset().isZero()) {
                    tree.put("offset", DurationTree.write(sun.offset()));
                }
            }
            case OpaqueTrigger opaque -> tree.putAll(opaque.source().tree());
        }
        return tree;
    }

    private static void write(StateTrigger state, Map<String, @Nullable Object> tree) {
        tree.put("trigger", "state");
        tree.put("entity_id", Values.oneOrMoreEntities(state.entities()));
        if (!state.from().isEmpty()) {
            tree.put("from", Values.oneOrMore(state.from()));
        }
        if (!state.to().isEmpty()) {
            tree.put("to", Values.oneOrMore(state.to()));
        }
        putHold(tree, state.holdFor());
    }

    private static void putHold(Map<String, @Nullable Object> tree, Duration holdFor) {
        if (!holdFor.isZero()) {
            tree.put("for", DurationTree.write(holdFor));
        }
    }
}
