package io.homeiq.contracts.home;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the home, such as a room.
 *
 * @param id Home Assistant's own, for example {@code living_room}; it stays when the area is renamed
 * @param floorId the floor that it lies on; null if it was assigned to none
 * @param aliases other names that people gave it
 */
public record Area(String id, String name, @Nullable String floorId, List<String> aliases) {

    public Area {
        aliases = List.copyOf(aliases);
    }
}
