package io.homeiq.mining.safety.conduct;

import io.homeiq.contracts.home.EntityId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a call acts on.
 *
 * @param entities those that are known, areas, floors, devices and labels resolved
 * @param places areas, floors, devices and labels that could not be resolved, as they were written
 * @param open whether it may be more than that: a template decides, or a place is not known
 * @param all whether it is everything of its kind in the home
 */
public record Targets(Set<EntityId> entities, Set<String> places, boolean open, boolean all) {

    /** Nothing in particular. */
    public static final Targets NONE = new Targets(Set.of(), Set.of(), false, false);

    public Targets {
        entities = Collections.unmodifiableSortedSet(new TreeSet<>(entities));
        places = Collections.unmodifiableSortedSet(new TreeSet<>(places));
    }
}
