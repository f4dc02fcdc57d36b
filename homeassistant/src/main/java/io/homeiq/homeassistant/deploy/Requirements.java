package io.homeiq.homeassistant.deploy;

import io.homeiq.contracts.home.EntityId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The entities and services that an automation names, in whatever part of it. Home Assistant takes an automation on entities that do not
 * exist without a word. What a template computes is not seen.
 */
public final class Requirements {

    private static final Set<String> ENTITY_KEYS = Set.of("entity_id", "zone", "at", "above", "below");
    private static final Set<String> SERVICE_KEYS = Set.of("action", "service");

    /** Below these stands whatever a person likes. */
    private static final Set<String> FREE_KEYS =
            Set.of("variables", "trigger_variables", "event_data", "payload", "enabled");

    private final Set<String> entities = new TreeSet<>();
    private final Set<String> services = new TreeSet<>();

    private Requirements() {}

    public static Requirements of(Map<String, ? extends @Nullable Object> tree) {
        Requirements requirements = new Requirements();
        requirements.collect(tree, true);
        return requirements;
    }

    /** In alphabetical order. */
    public Set<String> entities() {
        return entities;
    }

    /** As {@code domain.service}, in alphabetical order. */
    public Set<String> services() {
        return services;
    }

    private void collect(@Nullable Object part, boolean mayCall) {
        switch (part) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, value) -> entry(String.valueOf(key), value, mayCall));
            case List<?> list -> list.forEach(inner -> collect(inner, mayCall));
            default -> {}
        }
    }

    private void entry(String key, @Nullable Object value, boolean mayCall) {
        if (FREE_KEYS.contains(key)) {
            return;
        }
        if (ENTITY_KEYS.contains(key)) {
            addIds(value);
        }
        if (mayCall && SERVICE_KEYS.contains(key) && value instanceof String service && EntityId.isValid(service)) {
            services.add(service);
        }
        collect(value, mayCall && !key.equals("data")); // notifications have actions of their own in their data
    }

    private void addIds(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text ->
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(EntityId::isValid)
                        .filter(Requirements::isNoNumber)
                        .forEach(entities::add);
            case List<?> list -> list.forEach(this::addIds);
            default -> {}
        }
    }

    /** 20.5 has the form of an entity id. */
    private static boolean isNoNumber(String text) {
        return Character.isLetter(text.charAt(0));
    }
}
