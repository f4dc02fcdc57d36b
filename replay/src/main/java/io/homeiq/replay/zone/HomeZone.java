package io.homeiq.replay.zone;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.Location;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.home.HomeChange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Home Assistant's own {@code zone.home}: where the home is, and how many people say that they are there. */
public final class HomeZone {

    public static final String ID = "zone.home";

    private static final int RADIUS_METRES = 100;

    private final Core core;
    private final Location place;
    private final Context context;
    private final SequencedMap<String, Set<String>> within = new LinkedHashMap<>();

    private HomeZone(Core core, Location place) {
        this.core = core;
        this.place = place;
        this.context = core.world().contexts().next(null);
        within.put("person", new TreeSet<>());
        within.put("device_tracker", new TreeSet<>());
    }

    /** Puts it into the home. */
    public static void start(Core core, Location place) {
        HomeZone zone = new HomeZone(core, place);
        core.world().all().forEach(state -> zone.count(state.entityId(), state));
        zone.tell(core.loop().clock());
        core.world().bus().listenToChanges(zone::onChange);
    }

    private void onChange(HomeChange change) {
        if (count(change.entityId(), change.after())) {
            tell(core.loop().clock());
        }
    }

    /** Whether who is there is not what it was. */
    private boolean count(String entityId, @Nullable EntityState state) {
        Set<String> those = within.get(entityId.substring(0, Math.max(0, entityId.indexOf('.'))));
        if (those == null) {
            return false;
        }
        return state != null && Zones.names(state, ID) ? those.add(entityId) : those.remove(entityId);
    }

    private void tell(Instant now) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("latitude", place.latitude());
        attributes.put("longitude", place.longitude());
        attributes.put("radius", RADIUS_METRES);
        attributes.put("passive", false);
        attributes.put("persons", List.copyOf(within.getOrDefault("person", Set.of())));
        attributes.put("device_trackers", List.copyOf(within.getOrDefault("device_tracker", Set.of())));
        attributes.put("editable", true);
        attributes.put("icon", "mdi:home");
        attributes.put("friendly_name", "Home");
        String people = String.valueOf(within.getOrDefault("person", Set.of()).size());
        core.world().set(ID, people, attributes, now, context);
    }
}
