package io.homeiq.replay.template;

import java.util.Set;

/**
 * On what the result of one evaluation depends, as Home Assistant's {@code RenderInfo} keeps it for template triggers.
 *
 * @param entities ids, also of missing entities, whose state, attributes or times were looked at
 * @param domains whose entities were iterated over, as in {@code states.light | list}
 * @param lifecycleDomains whose entities were only counted, as in {@code states.light | count}
 * @param allStates whether all entities were iterated over
 * @param allLifecycle whether all entities were only counted
 * @param clock whether {@code now()}, {@code utcnow()} or another function that depends on it was called
 */
public record Reads(
        Set<String> entities,
        Set<String> domains,
        Set<String> lifecycleDomains,
        boolean allStates,
        boolean allLifecycle,
        boolean clock) {

    /** Nothing of the home and the clock was looked at. */
    public static final Reads NOTHING = new Reads(Set.of(), Set.of(), Set.of(), false, false, false);

    public Reads {
        entities = Set.copyOf(entities);
        domains = Set.copyOf(domains);
        lifecycleDomains = Set.copyOf(lifecycleDomains);
    }
}
