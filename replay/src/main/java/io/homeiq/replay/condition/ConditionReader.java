package io.homeiq.replay.condition;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.replay.config.Enabled;
import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.config.Fields;
import io.homeiq.replay.config.Period;
import io.homeiq.replay.config.Platforms;
import io.homeiq.replay.config.RefusedException;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.template.Compiler;
import io.homeiq.replay.value.PlainText;
import io.homeiq.replay.value.TimePeriod;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads conditions in all their spellings, as strictly as Home Assistant. */
public final class ConditionReader {

    private static final List<String> GROUPS = List.of("and", "or", "not");
    private static final Set<String> COMMON = Set.of("alias", "note", "enabled", "condition");
    private static final Set<String> CLOCKS = Set.of("input_datetime", "time", "sensor");

    private static final String NO_PLACE = "condition: sun, as it is not known where the home is";

    private final Core core;

    public ConditionReader(Core core) {
        this.core = core;
    }

    /**
     * All conditions of a list.
     *
     * @throws RefusedException if Home Assistant does not load one of them
     */
    public List<Condition> readAll(@Nullable Object value) {
        return Fields.list(value).stream().map(this::read).toList();
    }

    private Condition read(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return read(map, false);
        }
        return new TemplateCondition(core, core.compiler().dynamic(value));
    }

    /** One that stands among actions, where a template may stand under {@code condition}. */
    public Condition readAction(Map<?, ?> map) {
        return read(map, true);
    }

    private Condition read(Map<?, ?> map, boolean isAction) {
        Fields fields = Fields.of("condition", map);
        unfoldShorthand(fields);
        Object kind = fields.take("condition");
        takeCommon(fields);
        Enabled enabled = Enabled.take(fields, core.compiler());
        Condition condition = of(kind, fields, isAction);
        fields.end();
        if (isAction) {
            return condition;
        }
        try {
            return enabled.isOn(core.limitedScope(Map.of())) ? condition : new Conditions.Disabled();
        } catch (Fault fault) {
            throw fields.refuse("Error rendering condition enabled template: " + fault.reason());
        }
    }

    private static void takeCommon(Fields fields) {
        if (fields.has("alias") && isNoText(fields.take("alias"))) {
            throw fields.refuse("value should be a string at alias");
        }
        fields.text("note");
    }

    private static boolean isNoText(@Nullable Object value) {
        return value == null || value instanceof List<?> || value instanceof Map<?, ?>;
    }

    private static void unfoldShorthand(Fields fields) {
        if (fields.has("conditions")) {
            return;
        }
        for (String group : GROUPS) {
            if (fields.has(group) && !fields.has("condition")) {
                fields.rename(group, "conditions");
                fields.put("condition", group);
                return;
            }
        }
        if (fields.peek("condition") instanceof List<?>) {
            fields.rename("condition", "conditions");
            fields.put("condition", "and");
        }
    }

    private Condition of(@Nullable Object kind, Fields fields, boolean isAction) {
        if (isAction && Compiler.isDynamic(kind)) {
            return new TemplateCondition(core, core.compiler().dynamic(kind));
        }
        if (!(kind instanceof String)) {
            throw fields.refuse("expected a condition, a list of conditions or a valid template, was: " + kind);
        }
        String name = kind.toString();
        return switch (name) {
            case "and" -> new Conditions.All(readAll(fields.need("conditions")));
            case "or" -> new Conditions.Any(readAll(fields.need("conditions")));
            case "not" -> new Conditions.None(readAll(fields.need("conditions")));
            case "state" -> state(fields);
            case "numeric_state" -> new NumericStateCondition(core, entities(fields), NumericBand.take(fields, core));
            case "template" -> new TemplateCondition(core, core.compiler().template(fields.need("value_template")));
            case "time" -> time(fields);
            case "trigger" -> trigger(fields);
            case "sun" -> sun(fields);
            case "zone" -> zone(fields);
            default -> other(name, fields);
        };
    }

    private Condition other(String name, Fields fields) {
        if (!Platforms.hasCondition(name)) {
            throw fields.refuse("Invalid condition \"" + name + "\" specified");
        }
        fields.clear();
        core.unsupported().add("condition: " + name);
        return new Conditions.NotSupported("condition: " + name);
    }

    private static List<String> entities(Fields fields) {
        List<String> ids = EntityIds.several(fields.need("entity_id"));
        if (ids == null) {
            throw fields.refuse("neither a valid entity ID nor a valid UUID at entity_id");
        }
        return ids;
    }

    private Condition state(Fields fields) {
        List<String> entities = entities(fields);
        Object match = fields.has("match") ? fields.take("match") : "all";
        String how = match instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
        if (!how.equals("all") && !how.equals("any")) {
            throw fields.refuse("expected 'all' or 'any' at match");
        }
        boolean ofAttribute = fields.has("attribute");
        String attribute = fields.text("attribute");
        Object wanted = fields.need("state");
        Period lasting = fields.has("for") ? Period.read("condition.for", fields.take("for"), core.compiler()) : null;
        List<@Nullable Object> options = new ArrayList<>();
        if (wanted instanceof List<?> list) {
            options.addAll(list);
        } else {
            options.add(wanted);
        }
        if (!ofAttribute && !options.stream().allMatch(String.class::isInstance)) {
            throw fields.refuse("expected str at state");
        }
        if (lasting != null && (ofAttribute || options.stream().anyMatch(EntityIds::isHelper))) {
            throw fields.refuse("Cannot use 'for' with an attribute or a state referencing an entity");
        }
        return new StateCondition(core, entities, how.equals("any"), attribute, options, lasting);
    }

    private Condition time(Fields fields) {
        if (!fields.has("before") && !fields.has("after") && !fields.has("weekday")) {
            throw fields.refuse("at least one of before, after, weekday is required");
        }
        return new TimeCondition(core, clock(fields, "after"), clock(fields, "before"), Weekdays.take(fields));
    }

    private static @Nullable Object clock(Fields fields, String key) {
        if (!fields.has(key)) {
            return null;
        }
        Object value = fields.take(key);
        LocalTime time = ClockTimes.parse(value);
        String id = time == null ? EntityIds.oneOf(value, CLOCKS) : null;
        if (time == null && id == null) {
            throw fields.refuse("expected a time or an entity at " + key);
        }
        return time == null ? id : time;
    }

    private static Condition trigger(Fields fields) {
        List<String> ids = new ArrayList<>();
        for (Object id : Fields.list(fields.need("id"))) {
            if (isNoText(id)) {
                throw fields.refuse("value should be a string at id");
            }
            ids.add(PlainText.of(id));
        }
        return new TriggerCondition(ids);
    }

    private Condition sun(Fields fields) {
        fields.unfoldOptions(COMMON);
        if (!fields.has("before") && !fields.has("after")) {
            throw fields.refuse("at least one of before, after is required");
        }
        SunEvent before = fields.has("before") ? sunEvent(fields, "before") : null;
        Duration beforeOffset = offset(fields, "before_offset");
        SunEvent after = fields.has("after") ? sunEvent(fields, "after") : null;
        Duration afterOffset = offset(fields, "after_offset");
        if (core.sun() == null) {
            core.unsupported().add(NO_PLACE);
            return new Conditions.NotSupported(NO_PLACE);
        }
        return new SunCondition(core, core.sun(), before, beforeOffset, after, afterOffset);
    }

    private Condition zone(Fields fields) {
        fields.unfoldOptions(COMMON);
        List<String> entities = EntityIds.several(fields.need("entity_id"));
        List<String> zones = EntityIds.several(fields.need("zone"));
        if (entities == null || zones == null) {
            throw fields.refuse("expected entities at entity_id and zone");
        }
        return new ZoneCondition(core, entities, zones);
    }

    private static SunEvent sunEvent(Fields fields, String key) {
        Object value = fields.take(key);
        return switch (value instanceof String text ? text.toLowerCase(Locale.ROOT) : "") {
            case "sunrise" -> SunEvent.SUNRISE;
            case "sunset" -> SunEvent.SUNSET;
            default -> throw fields.refuse("expected 'sunset' or 'sunrise' at " + key);
        };
    }

    private static Duration offset(Fields fields, String key) {
        Duration offset = fields.has(key) ? TimePeriod.of(fields.take(key)) : Duration.ZERO;
        if (offset == null) {
            throw fields.refuse("no time period at " + key);
        }
        return offset;
    }
}
