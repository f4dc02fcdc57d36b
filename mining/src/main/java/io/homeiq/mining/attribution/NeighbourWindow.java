package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changed in the same tenth of a second: entities of one device report together, and groups, templates and the like
 * follow what they are made of.
 */
final class NeighbourWindow {

    /** Entities that follow each other do so within this. */
    static final long TOGETHER_MILLIS = 100;

    private static final int MAX_NEIGHBOURS = 64;

    /** Integrations whose entities only repeat or compute what others are. */
    private static final Set<String> DERIVED_PLATFORMS = Set.of(
            "group",
            "template",
            "derivative",
            "min_max",
            "statistics",
            "switch_as_x",
            "threshold",
            "trend",
            "utility_meter",
            "integration",
            "combine",
            "universal",
            "bayesian",
            "filter",
            "mold_indicator");

    private record Neighbour(EntityId entity, long time) {}

    private final Set<EntityId> derived = new HashSet<>();
    private final Deque<Neighbour> recent = new ArrayDeque<>();
    private final Map<EntityId, Optional<String>> devices = new HashMap<>();

    NeighbourWindow(HomeRegistry registry) {
        for (Entity entity : registry.entities()) {
            devices.put(entity.id(), Optional.ofNullable(entity.deviceId()));
            String platform = registry.entity(entity.id()).orElse(entity).platform();
            if (platform != null && DERIVED_PLATFORMS.contains(platform)) {
                derived.add(entity.id());
            }
        }
    }

    void note(EntityId entity, long time) {
        recent.addLast(new Neighbour(entity, time));
        while (recent.size() > MAX_NEIGHBOURS || recent.getFirst().time() < time - TOGETHER_MILLIS) {
            recent.removeFirst();
        }
    }

    boolean isDerivedPlatform(EntityId entity) {
        return derived.contains(entity);
    }

    /** Whether another entity of the same device, or for a computed entity any other at all, changed just before. */
    boolean follows(EntityId entity, long time) {
        for (Neighbour neighbour : recent) {
            boolean near = Math.abs(time - neighbour.time()) <= TOGETHER_MILLIS
                    && !neighbour.entity().equals(entity);
            if (near && (isDerivedPlatform(entity) || isTwin(neighbour.entity(), entity))) {
                return true;
            }
        }
        return false;
    }

    /** A sensor that reports beside a switch explains nothing: only what can be switched can be the other's cause. */
    private boolean isTwin(EntityId earlier, EntityId later) {
        Optional<String> device = devices.getOrDefault(later, Optional.empty());
        return device.isPresent()
                && device.equals(devices.getOrDefault(earlier, Optional.empty()))
                && (Actuators.isActuator(earlier) || !Actuators.isActuator(later));
    }

    void write(MemoryWriter out) throws IOException {
        out.count(recent.size(), MAX_NEIGHBOURS);
        for (Neighbour neighbour : recent) {
            out.entity(neighbour.entity());
            out.number(neighbour.time());
        }
    }

    /** Takes over what was written, into a fresh one. */
    void read(MemoryReader in) throws IOException {
        int count = in.count(MAX_NEIGHBOURS);
        for (int i = 0; i < count; i++) {
            recent.addLast(new Neighbour(in.entity(), in.number()));
        }
    }
}
