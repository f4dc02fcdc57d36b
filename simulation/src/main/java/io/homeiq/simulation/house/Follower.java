package io.homeiq.simulation.house;

import io.homeiq.contracts.home.EntityId;
import java.util.List;

/**
 * An entity that only repeats others.
 *
 * @param group true: on while any of them is, under their context; false: a twin, under a context of its own
 */
public record Follower(EntityId id, List<EntityId> leaders, boolean group) {

    public Follower {
        leaders = List.copyOf(leaders);
    }
}
