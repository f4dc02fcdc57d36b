package io.homeiq.replay.trigger;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.replay.condition.ClockTimes;
import io.homeiq.replay.condition.NumericBand;
import io.homeiq.replay.condition.Weekdays;
import io.homeiq.replay.config.Enabled;
import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.config.Fields;
import io.homeiq.replay.config.Period;
import io.homeiq.replay.config.Platforms;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.core.Definitions;
import io.homeiq.replay.template.Compiler;
import io.homeiq.replay.template.TemplateTree;
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

/** Reads triggers in the spellings of all years, as strictly as Home Assistant. */
public final class TriggerReader {

    private static final Set<String> COMMON = Set.of("alias", "platform", "id", "variables", "enabled", "note");

    private static final String NO_PLACE = "trigger: sun, as it is not known where the home is";

    private final Core core;

    public TriggerReader(Core core) {
        this.core = core;
    }

    /**
     * All triggers of a list, also those in lists within it.
     *
     * @throws io.homeiq.replay.config.RefusedException if Home Assistant does not load one of them
     */
    public Triggers readAll(@Nullable Object value) {
        List<TriggerEntry> entries = new ArrayList<>();
        for (Object element : Fields.list(value)) {
            if (element instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("triggers")) {
                Fields.list(map.get("triggers")).forEach(inner -> entries.add(read(inner)));
            } else {
                entries.add(read(element));
            }
        }
        return new Triggers(core, entries);
    }

    private TriggerEntry read(@Nullable Object element) {
        Fields fields = Fields.of("trigger", element);
        fields.rename("trigger", "platform");
        if (!(fields.peek("platform") instanceof String platform)) {
            throw fields.refuse("expected the kind of trigger, was: " + fields.peek("platform"));
        }
        fields.unfoldOptions(COMMON);
        fields.take("platform");
        String id = fields.text("id");
        String alias = fields.text("alias");
        fields.text("note");
        Enabled enabled = Enabled.take(fields, core.compiler());
        Definitions variables = fields.has("variables")
                ? Definitions.read(fields.take("variables"), core.compiler())
                : Definitions.NONE;
        Trigger trigger = of(platform, fields);
        fields.end();
        return new TriggerEntry(trigger, id, alias, enabled, variables);
    }

    private Trigger of(String platform, Fields fields) {
        return switch (platform) {
            case "state" -> state(fields);
            case "numeric_state" -> numericState(fields);
            case "time" -> time(fields);
            case "time_pattern" -> TimePatternReader.take(fields);
            case "sun" -> sun(fields);
            case "template" ->
                new TemplateTrigger(core.compiler().template(fields.need("value_template")), period(fields));
            case "event" -> event(fields);
            case "homeassistant" -> start(fields);
            case "zone" -> PlaceTriggers.zone(entities(fields), fields);
            case "geo_location" -> PlaceTriggers.geoLocation(fields);
            case "tag" -> PlaceTriggers.tag(fields);
            default -> other(platform, fields);
        };
    }

    private Trigger other(String platform, Fields fields) {
        if (!Platforms.hasTrigger(platform)) {
            throw fields.refuse("Invalid trigger '" + platform + "' specified");
        }
        fields.clear();
        core.unsupported().add("trigger: " + platform);
        return new NotSupportedTrigger(platform);
    }

    private static List<String> entities(Fields fields) {
        List<String> ids = EntityIds.several(fields.need("entity_id"));
        if (ids == null) {
            throw fields.refuse("neither a valid entity ID nor a valid UUID at entity_id");
        }
        return ids;
    }

    private @Nullable Period period(Fields fields) {
        return fields.has("for") ? Period.read("trigger.for", fields.take("for"), core.compiler()) : null;
    }

    private Trigger state(Fields fields) {
        List<String> entities = entities(fields);
        boolean ofAttribute = fields.has("attribute");
        Object attribute = fields.take("attribute");
        boolean hasFrom = fields.has("from");
        boolean hasTo = fields.has("to");
        boolean any = !hasFrom && !hasTo && !fields.has("not_from") && !fields.has("not_to");
        Match from = match(fields, "from", "not_from", ofAttribute);
        Match to = match(fields, "to", "not_to", ofAttribute);
        String name = attribute == null ? null : PlainText.of(attribute);
        return new StateTrigger(entities, from, to, hasFrom && !hasTo, any, name, period(fields));
    }

    private static Match match(Fields fields, String key, String notKey, boolean ofAttribute) {
        if (fields.has(key) && fields.has(notKey)) {
            throw fields.refuse("two or more values in the same group of exclusion: " + key);
        }
        boolean inverted = fields.has(notKey);
        String name = inverted ? notKey : key;
        Object value = fields.take(name);
        if (!ofAttribute && !isText(value)) {
            throw fields.refuse("expected str at " + name);
        }
        if (value == null) {
            return Match.ALL;
        }
        if (value.equals("*")) {
            return new Match(null, inverted);
        }
        List<@Nullable Object> options = new ArrayList<>();
        switch (value) {
            case List<?> list -> options.addAll(list);
            case Map<?, ?> map -> options.addAll(map.keySet());
            default -> options.add(value);
        }
        return new Match(options, inverted);
    }

    /** Nothing else, so that what YAML makes of {@code on} is found. */
    private static boolean isText(@Nullable Object value) {
        return value == null
                || value instanceof String
                || (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance));
    }

    private Trigger numericState(Fields fields) {
        List<String> entities = entities(fields);
        NumericBand band = NumericBand.take(fields, core);
        if (band.isImpossible()) {
            throw fields.refuse("A value can never be above " + band.above() + " and below " + band.below()
                    + " at the same time. You probably want two different triggers.");
        }
        return new NumericStateTrigger(entities, band, period(fields));
    }

    private Trigger time(Fields fields) {
        List<TimeTrigger.At> times = new ArrayList<>();
        for (Object at : Fields.list(fields.need("at"))) {
            times.add(at(fields, at));
        }
        return new TimeTrigger(times, Weekdays.take(fields));
    }

    private TimeTrigger.At at(Fields fields, @Nullable Object at) {
        LocalTime time = at instanceof Map<?, ?> || at instanceof List<?> ? null : ClockTimes.parse(at);
        if (time != null) {
            return new TimeTrigger.At.Clock(time);
        }
        String id = EntityIds.oneOf(at, TimeTrigger.TELLERS);
        if (id != null) {
            return new TimeTrigger.At.Told(id, Duration.ZERO);
        }
        if (at instanceof Map<?, ?>) {
            return told(at);
        }
        if (Compiler.isDynamic(at)) {
            return new TimeTrigger.At.Dynamic(core.compiler().tree(at));
        }
        throw fields.refuse("Expected HH:MM, HH:MM:SS, an Entity ID or a template, was: " + at);
    }

    private static TimeTrigger.At told(@Nullable Object at) {
        Fields fields = Fields.of("trigger.at", at);
        String id = EntityIds.only(fields.need("entity_id"), TimeTrigger.TELLERS);
        Duration offset = fields.has("offset") ? TimePeriod.of(fields.take("offset")) : Duration.ZERO;
        fields.end();
        if (id == null || offset == null) {
            throw fields.refuse("expected an entity and an offset");
        }
        return new TimeTrigger.At.Told(id, offset);
    }

    private Trigger sun(Fields fields) {
        Object event = fields.need("event");
        Duration offset = fields.has("offset") ? TimePeriod.of(fields.take("offset")) : Duration.ZERO;
        if (offset == null) {
            throw fields.refuse("no time period at offset");
        }
        SunEvent which = switch (event instanceof String text ? text.toLowerCase(Locale.ROOT) : "") {
            case "sunrise" -> SunEvent.SUNRISE;
            case "sunset" -> SunEvent.SUNSET;
            default -> throw fields.refuse("expected 'sunset' or 'sunrise' at event");
        };
        if (core.sun() == null) {
            core.unsupported().add(NO_PLACE);
            return new NotSupportedTrigger(NO_PLACE);
        }
        return new SunTrigger(core.sun(), which, offset);
    }

    private Trigger event(Fields fields) {
        List<TemplateTree> types = new ArrayList<>();
        for (Object type : Fields.list(fields.need("event_type"))) {
            if (type instanceof String text && EventTrigger.FORBIDDEN.contains(text.strip())) {
                throw fields.refuse("Can't listen to " + text + " in event trigger");
            }
            types.add(TemplateTree.of(core.compiler().template(type), core.compiler()));
        }
        return new EventTrigger(types, mapping(fields, "event_data"), mapping(fields, "context"));
    }

    private @Nullable TemplateTree mapping(Fields fields, String key) {
        if (!fields.has(key)) {
            return null;
        }
        if (!(fields.peek(key) instanceof Map<?, ?>)) {
            throw fields.refuse("expected a dictionary at " + key);
        }
        return core.compiler().tree(fields.take(key));
    }

    private static Trigger start(Fields fields) {
        Object event = fields.need("event");
        if (!"start".equals(event) && !"shutdown".equals(event)) {
            throw fields.refuse("expected start or shutdown at event");
        }
        return new StartTrigger("start".equals(event));
    }
}
