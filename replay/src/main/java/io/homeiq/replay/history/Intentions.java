package io.homeiq.replay.history;

import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.device.DeviceAnswers;
import io.homeiq.replay.device.Devices;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an automation is after by its text alone: which entities it sets to which states. Templates are passed over. */
public final class Intentions {

    private final Map<String, Set<String>> wanted = new HashMap<>();

    private Intentions() {}

    /** Entities with the states that calls anywhere in the tree set them to; without any where that depends. */
    public static Map<String, Set<String>> of(Map<String, ? extends @Nullable Object> automation) {
        Intentions intentions = new Intentions();
        intentions.collect(automation.get("actions"));
        intentions.collect(automation.get("action"));
        return intentions.wanted;
    }

    private void collect(@Nullable Object node) {
        switch (node) {
            case Map<?, ?> map -> {
                Object call = map.get("action") instanceof String action ? action : map.get("service");
                if (call instanceof String name && EntityIds.isValid(name)) {
                    note(name, map);
                }
                map.values().forEach(this::collect);
            }
            case List<?> list -> list.forEach(this::collect);
            case null, default -> {
                // Nothing is called here.
            }
        }
    }

    private void note(String name, Map<?, ?> call) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        if (call.get("data") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> data.put(String.valueOf(key), value));
        }
        Object target = call.get("target") instanceof Map<?, ?> map ? map.get("entity_id") : call.get("entity_id");
        for (String id : Devices.ids(target == null ? data.get("entity_id") : target)) {
            if (EntityIds.isValid(id)) {
                Set<String> states = wanted.computeIfAbsent(id, any -> new HashSet<>());
                String state = DeviceAnswers.certain(id, name, data);
                if (state != null) {
                    states.add(state);
                }
            }
        }
    }
}
