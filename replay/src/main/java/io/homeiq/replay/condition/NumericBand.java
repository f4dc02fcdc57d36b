package io.homeiq.replay.condition;

import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.config.Fields;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.template.Templates.Template;
import io.homeiq.replay.value.NumberText;
import io.homeiq.replay.value.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Strict bounds that a number must keep, for conditions and triggers alike.
 *
 * @param below a {@code Double}, or the id of an entity whose state is the bound; null if there is none
 * @param above likewise
 * @param attribute whose value counts; null for the state
 * @param template gives the value from {@code state}; null if there is none
 */
public record NumericBand(
        @Nullable Object below,
        @Nullable Object above,
        @Nullable String attribute,
        @Nullable Template template) {

    private static final Set<String> BOUNDS = Set.of("input_number", "number", "sensor", "zone");
    private static final Set<String> NOTHING = Set.of("unavailable", "unknown");

    /**
     * Takes its keys.
     *
     * @throws io.homeiq.replay.config.RefusedException if they are wrong
     */
    public static NumericBand take(Fields fields, Core core) {
        if (!fields.has("below") && !fields.has("above")) {
            throw fields.refuse("at least one of below, above is required");
        }
        Object below = fields.has("below") ? bound(fields, "below") : null;
        Object above = fields.has("above") ? bound(fields, "above") : null;
        Object attribute = fields.take("attribute");
        Template template =
                fields.has("value_template") ? core.compiler().template(fields.take("value_template")) : null;
        return new NumericBand(below, above, attribute == null ? null : PlainText.of(attribute), template);
    }

    private static Object bound(Fields fields, String key) {
        Object value = fields.take(key);
        OptionalDouble number = NumberText.toFloat(value);
        if (number.isPresent()) {
            return number.getAsDouble();
        }
        String id = EntityIds.oneOf(value, BOUNDS);
        if (id == null) {
            throw fields.refuse("expected a number or an entity at " + key);
        }
        return id;
    }

    /** Both bounds are numbers and no number lies between them. */
    public boolean isImpossible() {
        return below instanceof Double low && above instanceof Double high && high > low;
    }

    /**
     * Whether a state lies within.
     *
     * @throws Fault of kind CONDITION if that cannot be told
     */
    public boolean holds(Core core, EntityState state, Map<String, @Nullable Object> variables) {
        if (attribute != null && !state.attributes().containsKey(attribute)) {
            return false;
        }
        Object value = value(core, state, variables);
        if (value == null || NOTHING.contains(value)) {
            return false;
        }
        double number = number(value, state.entityId());
        return (below == null || isBelow(number, core)) && (above == null || isAbove(number, core));
    }

    private @Nullable Object value(Core core, EntityState state, Map<String, @Nullable Object> variables) {
        if (template == null) {
            return attribute == null ? state.state() : state.attributes().get(attribute);
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(variables);
        all.put("state", state);
        try {
            return core.compiler().render(template, core.scope(all)).value();
        } catch (Fault fault) {
            throw fault.is(Fault.Kind.TEMPLATE) ? new Fault(Fault.Kind.CONDITION, fault.reason()) : fault;
        }
    }

    private static double number(Object value, String id) {
        return NumberText.toFloat(value)
                .orElseThrow(() -> new Fault(
                        Fault.Kind.CONDITION,
                        "entity " + id + " state '" + value + "' cannot be processed as a number"));
    }

    private boolean isBelow(double number, Core core) {
        OptionalDouble limit = limit(below, core);
        return limit.isPresent() && !(number >= limit.getAsDouble());
    }

    private boolean isAbove(double number, Core core) {
        OptionalDouble limit = limit(above, core);
        return limit.isPresent() && !(number <= limit.getAsDouble());
    }

    private static OptionalDouble limit(@Nullable Object bound, Core core) {
        if (!(bound instanceof String id)) {
            return NumberText.toFloat(bound);
        }
        EntityState state = core.world().get(id);
        if (state == null) {
            throw new Fault(Fault.Kind.CONDITION, "unknown entity " + id);
        }
        return NOTHING.contains(state.state()) ? OptionalDouble.empty() : OptionalDouble.of(number(state.state(), id));
    }
}
