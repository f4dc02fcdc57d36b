package io.homeiq.mining.habit.answer;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.SomebodyHome;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entities and sensors whose state may decide whether a trigger is answered: a bounded choice, the likeliest first. */
public final class Bystanders {

    private static final int MAX_ENTITIES = 16;
    private static final int MAX_SENSORS = 8;

    /** An entity that hardly ever changes is a condition for nothing. */
    private static final int MIN_CHANGES = 4;

    /** What tells of people or of what the home is set to. */
    private static final Set<String> TELLING =
            Set.of("zone", "person", "group", "input_boolean", "input_select", "alarm_control_panel", "media_player");

    private static final Set<String> PRESENCE = Set.of("presence", "occupancy");

    private static final Set<String> OF_LIGHT = Set.of("illuminance", "irradiance");

    private static final int NO_ROOM = -1;

    private final List<Bystander> entities;
    private final List<Bystander> sensors;
    private final HomeRegistry registry;
    private final Map<Area, Integer> rooms = new HashMap<>();
    private final Map<Rooms, List<EntityId>> likelyEntities = new HashMap<>();
    private final Map<Rooms, List<EntityId>> likelySensors = new HashMap<>();

    /** @param telling whether it is asked before all that do not stand in the same room */
    private record Bystander(EntityId id, boolean telling, int room) {}

    /** Of a deed and of what it may answer: all pairs of one such pair have the same ones near. */
    private record Rooms(int one, int other) {

        boolean have(int room) {
            return room != NO_ROOM && (room == one || room == other);
        }
    }

    public Bystanders(Household home) {
        this.registry = home.registry();
        this.entities = home.timelines().entrySet().stream()
                .filter(entry -> isSteady(entry.getValue()))
                .map(entry -> bystander(
                        entry.getKey(), TELLING.contains(entry.getKey().domain())))
                .toList();
        this.sensors = home.numbers().all().keySet().stream()
                .map(sensor -> bystander(sensor, isOfLight(sensor)))
                .toList();
    }

    private Bystander bystander(EntityId id, boolean telling) {
        return new Bystander(id, telling, roomOf(id));
    }

    public List<EntityId> entities(EntityId deed, EntityId trigger) {
        return choose(likelyEntities, entities, deed, trigger, MAX_ENTITIES);
    }

    public List<EntityId> sensors(EntityId deed, EntityId trigger) {
        return choose(likelySensors, sensors, deed, trigger, MAX_SENSORS);
    }

    /** The telling ones, then those in the same room, then others, each by their ids; but for the two themselves. */
    private List<EntityId> choose(
            Map<Rooms, List<EntityId>> known, List<Bystander> all, EntityId deed, EntityId trigger, int most) {
        Rooms rooms = new Rooms(roomOf(deed), roomOf(trigger));
        List<EntityId> likely = known.computeIfAbsent(rooms, unknown -> likely(all, rooms, most + 2));
        List<EntityId> chosen = new ArrayList<>(most);
        for (int i = 0; i < likely.size() && chosen.size() < most; i++) {
            EntityId id = likely.get(i);
            if (!id.equals(deed) && !id.equals(trigger)) {
                chosen.add(id);
            }
        }
        return chosen;
    }

    private static List<EntityId> likely(List<Bystander> all, Rooms rooms, int most) {
        List<EntityId> likely = new ArrayList<>();
        for (int rank = 0; rank < 3; rank++) {
            for (int i = 0; i < all.size() && likely.size() < most; i++) {
                Bystander bystander = all.get(i);
                int own = bystander.telling() ? 0 : rooms.have(bystander.room()) ? 1 : 2;
                if (own == rank) {
                    likely.add(bystander.id());
                }
            }
        }
        return likely;
    }

    /** A number for the area, since areas are compared for each pair of a deed and its trigger. */
    private int roomOf(EntityId id) {
        return registry.areaOf(id)
                .map(area -> rooms.computeIfAbsent(area, unknown -> rooms.size()))
                .orElse(NO_ROOM);
    }

    /** Whether the state says that somebody is not at home: no condition for what is done there by hand. */
    public boolean isAbsence(EntityId entity, String state) {
        return switch (entity.domain()) {
            case "person", "device_tracker", "group" -> !state.equals("home");
            case "zone" -> state.equals(SomebodyHome.EMPTY);
            case "binary_sensor" ->
                state.equals("off")
                        && registry.entity(entity)
                                .map(Entity::deviceClass)
                                .filter(PRESENCE::contains)
                                .isPresent();
            default -> false;
        };
    }

    private static boolean isSteady(Timeline timeline) {
        return timeline.size() >= MIN_CHANGES && !timeline.hasOverflowed();
    }

    private boolean isOfLight(EntityId sensor) {
        Optional<Entity> entity = registry.entity(sensor);
        return entity.map(Entity::deviceClass).filter(OF_LIGHT::contains).isPresent()
                || entity.map(Entity::unit).filter("lx"::equals).isPresent();
    }
}
