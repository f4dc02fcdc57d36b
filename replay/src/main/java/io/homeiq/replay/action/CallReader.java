package io.homeiq.replay.action;

import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.config.Fields;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.template.Compiler;
import io.homeiq.replay.template.TemplateTree;
import io.homeiq.replay.value.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads calls of services. */
final class CallReader {

    private static final Set<String> WORDS = Set.of("all", "none");
    private static final List<String> IDS = List.of("entity_id", "device_id", "area_id", "floor_id", "label_id");

    private final Core core;
    private final Services services;

    CallReader(Core core, Services services) {
        this.core = core;
        this.services = services;
    }

    /** A call without options. */
    Step.Action of(String service, String entityId, boolean forgives) {
        TemplateTree name = core.compiler().tree(service);
        return new CallAction(services, name, null, List.of(), entityId, null, forgives);
    }

    Step.Action take(Fields fields, boolean forgives) {
        fields.rename("service", "action");
        if (fields.has("action") && fields.has("service_template")) {
            throw fields.refuse("two or more values in the same group of exclusion: service name");
        }
        TemplateTree name = name(fields, fields.take(fields.has("action") ? "action" : "service_template"));
        List<TemplateTree> data = new ArrayList<>();
        for (String key : List.of("data", "data_template")) {
            if (fields.has(key)) {
                data.add(data(fields, key));
            }
        }
        Object entityId = fields.has("entity_id") ? entities(fields, fields.take("entity_id")) : null;
        TemplateTree target = fields.has("target") ? target(fields.take("target")) : null;
        String answer = fields.text("response_variable");
        ActionReader.takeMetadata(fields);
        return new CallAction(services, name, target, data, entityId, answer, forgives);
    }

    private TemplateTree name(Fields fields, @Nullable Object value) {
        if (Compiler.isDynamic(value)) {
            return core.compiler().tree(value);
        }
        String name = EntityIds.one(value);
        if (name == null) {
            throw fields.refuse("Service " + value + " does not match format <domain>.<name>");
        }
        return core.compiler().tree(name);
    }

    private TemplateTree data(Fields fields, String key) {
        Object value = fields.take(key);
        if (value instanceof Map<?, ?>) {
            return core.compiler().tree(value);
        }
        return TemplateTree.of(core.compiler().template(value), core.compiler());
    }

    private static Object entities(Fields fields, @Nullable Object value) {
        // As in Python the text of nothing is "None", which means nobody.
        String word = PlainText.of(value).toLowerCase(Locale.ROOT);
        if (WORDS.contains(word)) {
            return word;
        }
        List<String> ids = EntityIds.several(value);
        if (ids == null) {
            throw fields.refuse("invalid entity ID at entity_id: " + value);
        }
        return ids;
    }

    private TemplateTree target(@Nullable Object given) {
        if (!(given instanceof Map<?, ?> value)) {
            return TemplateTree.of(core.compiler().dynamic(given), core.compiler());
        }
        Fields fields = Fields.of("target", value);
        Map<String, @Nullable Object> targets = new LinkedHashMap<>();
        value.forEach((key, ids) -> targets.put(String.valueOf(key), ids));
        boolean names = IDS.stream().anyMatch(fields::has);
        for (String key : IDS) {
            if (fields.has(key)) {
                targets.put(key, target(fields, key, fields.take(key)));
            }
        }
        if (fields.has("exclude")) {
            if (!(fields.take("exclude") instanceof Map<?, ?>) || !names) {
                throw fields.refuse("an exclude block requires a target to exclude from");
            }
        }
        fields.end();
        return core.compiler().tree(targets);
    }

    /** As Home Assistant keeps it: one area or device as a list of one. */
    private static @Nullable Object target(Fields fields, String key, @Nullable Object value) {
        if (Compiler.isDynamic(value)) {
            return value;
        }
        if (key.equals("entity_id")) {
            // What a list holds is looked at when the call is made.
            return value instanceof List<?> ? value : entities(fields, value);
        }
        if ("none".equals(value)) {
            return value;
        }
        List<@Nullable Object> ids = Fields.list(value);
        if (!ids.stream().allMatch(String.class::isInstance)) {
            throw fields.refuse("expected str at " + key);
        }
        return ids;
    }
}
