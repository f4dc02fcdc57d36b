package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.OpaqueCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.Verbatim;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditions in both directions. */
final class ConditionTree {

    /** A state that names one of these is the state of that entity. */
    private static final Pattern REFERENCE = Pattern.compile("input_(select|text|number|boolean|datetime)\\..+");

    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private ConditionTree() {}

    /**
     * All of a list, of which single ones may be templates; a single one stands for a list of it, and a tag in the
     * place of the list is kept in a condition that means the same.
     */
    static List<Condition> readAll(@Nullable Object value) {
        if (isTagged(value)) {
            Map<String, @Nullable Object> wrapped = new LinkedHashMap<>();
            wrapped.put("condition", "and");
            wrapped.put("conditions", value);
            return List.of(new OpaqueCondition(new Verbatim(wrapped)));
        }
        List<Condition> conditions = new ArrayList<>();
        for (Object entry : Values.list(value)) {
            conditions.add(readOne(entry));
        }
        return conditions;
    }

    private static Condition readOne(@Nullable Object entry) {
        if (entry instanceof Map<?, ?> map) {
            return read(AutomationTree.keyedByText(map));
        }
        if (entry instanceof String template) {
            // Home Assistant spells it out in the same way.
            Map<String, @Nullable Object> spelledOut = new LinkedHashMap<>();
            spelledOut.put("condition", "template");
            spelledOut.put("value_template", template);
            return new OpaqueCondition(new Verbatim(spelledOut));
        }
        throw new NotAnAutomation("a condition is neither a mapping nor a template: " + entry);
    }

    private static Condition read(Map<String, @Nullable Object> tree) {
        Fields fields = new Fields(tree);
        Optional<? extends Condition> condition =
                fields.has("condition") ? spelledOut(fields, fields.take("condition")) : shorthand(fields);
        return condition.isPresent() && fields.isExhausted()
                ? condition.get()
                : new OpaqueCondition(new Verbatim(tree));
    }

    private static Optional<? extends Condition> spelledOut(Fields fields, @Nullable Object kind) {
        if (kind instanceof List<?> all) {
            return Optional.of(new AllOf(readAll(all)));
        }
        return switch (Values.word(kind)) {
            case "state" -> state(fields);
            case "numeric_state" -> numericState(fields);
            case "time" -> time(fields);
            case "sun" -> sun(fields);
            case "and" -> nested(fields).map(AllOf::new);
            case "or" -> nested(fields).map(AnyOf::new);
            case "not" -> nested(fields).map(NoneOf::new);
            default -> Optional.empty();
        };
    }

    private static Optional<List<Condition>> nested(Fields fields) {
        return nested(fields, "conditions");
    }

    /** The conditions in a field; nothing if there is none, or a tag stands for what is not known. */
    private static Optional<List<Condition>> nested(Fields fields, String key) {
        if (!fields.has(key)) {
            return Optional.empty();
        }
        Object value = fields.take(key);
        return isTagged(value) ? Optional.empty() : Optional.of(readAll(value));
    }

    private static boolean isTagged(@Nullable Object value) {
        return value instanceof Map<?, ?> map && YamlTags.isTagged(map);
    }

    private static Optional<? extends Condition> shorthand(Fields fields) {
        if (fields.has("and")) {
            return nested(fields, "and").map(AllOf::new);
        }
        if (fields.has("or")) {
            return nested(fields, "or").map(AnyOf::new);
        }
        return nested(fields, "not").map(NoneOf::new);
    }

    private static Optional<Condition> state(Fields fields) {
        fields.drop("match", "all");
        Optional<List<EntityId>> entities = Values.entities(fields.take("entity_id"));
        Optional<List<String>> states = Values.states(fields.take("state"));
        Optional<Duration> heldFor = fields.optional("for", Duration.ZERO, DurationTree::readPositive);
        boolean isPlain = states.isPresent()
                && states.get().stream()
                        .noneMatch(state -> REFERENCE.matcher(state).matches());
        return entities.isEmpty() || heldFor.isEmpty() || !isPlain
                ? Optional.empty()
                : Optional.of(new StateCondition(entities.get(), states.get(), heldFor.get()));
    }

    private static Optional<Condition> numericState(Fields fields) {
        Optional<List<EntityId>> entities = Values.entities(fields.take("entity_id"));
        Optional<Band> band = Band.take(fields);
        return entities.isEmpty()
                ? Optional.empty()
                : band.map(bounds ->
                        new NumericStateCondition(entities.get(), bounds.attribute(), bounds.above(), bounds.below()));
    }

    private static Optional<Condition> time(Fields fields) {
        boolean hasAfter = fields.has("after");
        boolean hasBefore = fields.has("before");
        boolean hasWeekdays = fields.has("weekday");
        Optional<LocalTime> after = Values.time(fields.take("after"));
        Optional<LocalTime> before = Values.time(fields.take("before"));
        Optional<Set<DayOfWeek>> weekdays = weekdays(fields.take("weekday"));
        boolean isUnderstood =
                hasAfter == after.isPresent() && hasBefore == before.isPresent() && hasWeekdays == weekdays.isPresent();
        return isUnderstood && (hasAfter || hasBefore || hasWeekdays)
                ? Optional.of(new TimeCondition(after.orElse(null), before.orElse(null), weekdays.orElse(Set.of())))
                : Optional.empty();
    }

    private static Optional<Set<DayOfWeek>> weekdays(@Nullable Object value) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Object name : Values.list(value)) {
            int day = name == null ? -1 : WEEKDAYS.indexOf(name);
            if (day < 0) {
                return Optional.empty();
            }
            days.add(DayOfWeek.of(day + 1));
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(days);
    }

    private static Optional<Condition> sun(Fields fields) {
        boolean hasAfter = fields.has("after");
        boolean hasBefore = fields.has("before");
        Optional<SunEvent> after = TriggerTree.sunEvent(fields.take("after"));
        Optional<SunEvent> before = TriggerTree.sunEvent(fields.take("before"));
        Optional<Duration> afterOffset = fields.optional("after_offset", Duration.ZERO, DurationTree::read);
        Optional<Duration> beforeOffset = fields.optional("before_offset", Duration.ZERO, DurationTree::read);
        if (hasAfter != after.isPresent() || hasBefore != before.isPresent() || !hasAfter && !hasBefore) {
            return Optional.empty();
        }
        boolean isAfterOffset =
                afterOffset.isPresent() && (hasAfter || afterOffset.get().isZero());
        boolean isBeforeOffset =
                beforeOffset.isPresent() && (hasBefore || beforeOffset.get().isZero());
        return isAfterOffset && isBeforeOffset
                ? Optional.of(new SunCondition(
                        after.orElse(null), before.orElse(null), afterOffset.get(), beforeOffset.get()))
                : Optional.empty();
    }

    /** The condition as today's Home Assistant spells it. */
    static Map<String, @Nullable Object> write(Condition condition) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        switch (condition) {
            case StateCondition state -> {
                tree.put("condition", "state");
                tree.put("entity_id", Values.oneOrMoreEntities(state.entities()));
                tree.put("state", Values.oneOrMore(state.states()));
                if (!state.heldFor().isZero()) {
                    tree.put("for", DurationTree.write(state.heldFor()));
                }
            }
            case NumericStateCondition numeric -> {
                tree.put("condition", "numeric_state");
                tree.put("entity_id", Values.oneOrMoreEntities(numeric.entities()));
                new Band(numeric.attribute(), numeric.above(), numeric.below()).put(tree);
            }
            case TimeCondition time -> write(time, tree);
            case SunCondition sun -> write(sun, tree);
            case AllOf all -> write("and", all.conditions(), tree);
            case AnyOf any -> write("or", any.conditions(), tree);
            case NoneOf none -> write("not", none.conditions(), tree);
            case OpaqueCondition opaque -> tree.putAll(opaque.source().tree());
        }
        return tree;
    }

    private static void write(String kind, List<Condition> conditions, Map<String, @Nullable Object> tree) {
        tree.put("condition", kind);
        tree.put("conditions", conditions.stream().map(ConditionTree::write).toList());
    }

    private static void write(TimeCondition time, Map<String, @Nullable Object> tree) {
        tree.put("condition", "time");
        if (time.after() != null) {
            tree.put("after", Values.text(time.after()));
        }
        if (time.before() != null) {
            tree.put("before", Values.text(time.before()));
        }
        if (!time.weekdays().isEmpty()) {
            List<String> days = time.weekdays().stream()
                    .sorted()
                    .map(day -> WEEKDAYS.get(day.getValue() - 1))
                    .toList();
            tree.put("weekday", days);
        }
    }

    private static void write(SunCondition sun, Map<String, @Nullable Object> tree) {
        tree.put("condition", "sun");
        if (sun.after() != null) {
            tree.put("after", TriggerTree.text(sun.after()));
        }
        if (!sun.afterOffset().isZero()) {
            tree.put("after_offset", DurationTree.write(sun.afterOffset()));
        }
        if (sun.before() != null) {
            tree.put("before", TriggerTree.text(sun.before()));
        }
        if (!sun.beforeOffset().isZero()) {
            tree.put("before_offset", DurationTree.write(sun.beforeOffset()));
        }
    }
}
