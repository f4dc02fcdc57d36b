package io.homeiq.contracts.home;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of the home, such as a room.
 *
 * @param id Home Assistant's own, for example {@code living_room}; it stays when the area is renamed
 * @param floorId the floor that it lies on; null if it was assigned to none
 * @param aliases other names that people gave it
 * @param labels ids of labels, in alphabetical order
 */
public record Area(String id, String name, @Nullable String floorId, List<String> aliases, Set<String> labels) {

    public Area {
        aliases = List.copyOf(aliases);
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }
}
