package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.mining.safety.conduct.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code entity_id}, {@code area_id}, {@code floor_id}, {@code device_id} and {@code label_id} come to in this home. */
final class TargetReader {

    private static final Set<String> PLACES = Set.of("area_id", "floor_id", "device_id", "label_id");

    /** An entity named within a template. */
    private static final Pattern MENTION = Pattern.compile("\\b([a-z_]+\\.[a-z0-9_]+)\\b");

    private final HomeRegistry home;

    TargetReader(HomeRegistry home) {
        this.home = home;
    }

    /** All the targets named in these mappings together; other keys are passed over. */
    Targets read(List<? extends Map<?, ?>> sources) {
        Set<EntityId> entities = new TreeSet<>();
        Set<String> unresolved = new TreeSet<>();
        boolean open = false;
        boolean all = false;
        for (Map<?, ?> source : sources) {
            for (Object id : ids(source.get("entity_id"))) {
                String text = String.valueOf(id).strip();
                if (text.equalsIgnoreCase("all")) {
                    all = true;
                } else if (EntityId.isValid(text)) {
                    entities.add(new EntityId(text));
                } else {
                    open |= !text.equalsIgnoreCase("none");
                }
            }
            for (String kind : PLACES) {
                for (Object id : ids(source.get(kind))) {
                    Set<EntityId> there = Values.isDynamic(id) ? Set.of() : within(kind, String.valueOf(id));
                    entities.addAll(there);
                    if (there.isEmpty()) {
                        unresolved.add(kind.replace("_id", " ") + id);
                        open = true;
                    }
                }
            }
        }
        return new Targets(entities, unresolved, open, all);
    }

    private static List<Object> ids(@Nullable Object value) {
        List<Object> ids = new ArrayList<>();
        for (Object entry : Values.list(value)) {
            if (entry instanceof String text && !Values.isTemplate(text)) {
                Arrays.stream(text.split(",", -1)).filter(id -> !id.isBlank()).forEach(ids::add);
            } else if (entry != null) {
                ids.add(entry);
            }
        }
        return ids;
    }

    private Set<EntityId> within(String kind, String id) {
        Set<EntityId> found = new TreeSet<>();
        for (Entity entity : home.entities()) {
            if (!entity.disabled() && isWithin(entity, kind, id)) {
                found.add(entity.id());
            }
        }
        return found;
    }

    private boolean isWithin(Entity entity, String kind, String id) {
        return switch (kind) {
            case "device_id" -> id.equals(entity.deviceId());
            case "label_id" ->
                entity.labels().contains(id)
                        || home.deviceOf(entity.id())
                                .map(Device::labels)
                                .filter(labels -> labels.contains(id))
                                .isPresent()
                        || home.areaOf(entity.id())
                                .map(Area::labels)
                                .filter(labels -> labels.contains(id))
                                .isPresent();
            case "area_id" ->
                home.areaOf(entity.id()).filter(area -> area.id().equals(id)).isPresent();
            default ->
                home.areaOf(entity.id()).map(Area::floorId).filter(id::equals).isPresent();
        };
    }

    /** The entities named anywhere in a tree, also within templates, as far as they look like ones. */
    static Set<EntityId> mentioned(@Nullable Object tree) {
        Set<EntityId> found = new TreeSet<>();
        switch (tree) {
            case Map<?, ?> map -> map.values().forEach(value -> found.addAll(mentioned(value)));
            case List<?> list -> list.forEach(value -> found.addAll(mentioned(value)));
            case String text -> {
                Matcher mention = MENTION.matcher(text);
                while (mention.find()) {
                    if (looksLikeEntity(mention.group(1))) {
                        found.add(new EntityId(mention.group(1)));
                    }
                }
            }
            case null -> {}
            default -> {}
        }
        return found;
    }

    private static boolean looksLikeEntity(String text) {
        int dot = text.indexOf('.');
        return EntityId.isValid(text)
                && !Set.of("trigger", "states", "this", "repeat", "wait", "event", "state_attr", "value_json")
                        .contains(text.substring(0, dot))
                && text.length() - dot > 2;
    }
}
