package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** The acts that a habit explains, over all entities: positions in their timelines. */
public final class Claims {

    private static final BitSet NONE = new BitSet();

    private final Map<EntityId, BitSet> acts = new TreeMap<>();

    public static Claims of(EntityId entity, BitSet acts) {
        Claims claims = new Claims();
        claims.acts.put(entity, (BitSet) acts.clone());
        return claims;
    }

    void add(EntityId entity, int act) {
        acts.computeIfAbsent(entity, id -> new BitSet()).set(act);
    }

    void addAll(Claims others) {
        others.acts.forEach((entity, more) ->
                acts.computeIfAbsent(entity, id -> new BitSet()).or(more));
    }

    public BitSet of(EntityId entity) {
        return (BitSet) acts.getOrDefault(entity, NONE).clone();
    }

    /** Those of one entity alone. */
    public Claims only(EntityId entity) {
        return of(entity, of(entity));
    }

    public int size() {
        return acts.values().stream().mapToInt(BitSet::cardinality).sum();
    }

    /** How many acts both explain. */
    public int common(Claims other) {
        int common = 0;
        for (Map.Entry<EntityId, BitSet> entry : acts.entrySet()) {
            BitSet both = other.of(entry.getKey());
            both.and(entry.getValue());
            common += both.cardinality();
        }
        return common;
    }
}
