package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.contracts.synergy.SynergyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Devices that answer one occasion together, each tied to one before it.
 *
 * @param type of its first pair
 * @param links in the order in which they were tied; one for a mere pair
 */
record Chain(SynergyType type, EntityId trigger, List<Link> links) {

    /** One device that answers, and how. */
    record Link(EntityId responder, Answer answer) {}

    Chain {
        links = List.copyOf(links);
    }

    static Chain of(Pair pair) {
        return new Chain(
                pair.type(),
                pair.trigger(),
                List.of(new Link(pair.responder(), Affinity.of(pair.type()).answer())));
    }

    boolean isFull() {
        return links.size() + 1 >= Synergy.MAX_DEPTH;
    }

    boolean has(EntityId entity) {
        return entities().contains(entity);
    }

    Chain with(Link link) {
        List<Link> longer = new ArrayList<>(links);
        longer.add(link);
        return new Chain(type, trigger, longer);
    }

    /** The trigger first. */
    List<EntityId> entities() {
        List<EntityId> entities = new ArrayList<>(List.of(trigger));
        links.forEach(link -> entities.add(link.responder()));
        return entities;
    }

    Set<EntityId> responders() {
        return links.stream().map(Link::responder).collect(Collectors.toSet());
    }

    /** As the question about it is called; a pair is called as it ever was. */
    String said() {
        return type + " " + entities().stream().map(EntityId::value).collect(Collectors.joining(" "));
    }
}
