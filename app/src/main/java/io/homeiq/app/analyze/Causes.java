package io.homeiq.app.analyze;

import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cause of each change, found again by what the change says. Equal attributions share one object, so that a million
 * changes cost some dozens of megabytes.
 */
sealed interface Causes {

    void note(StateChange change, Attribution attribution);

    Attribution of(StateChange change);

    static Causes ignored() {
        return new Ignored();
    }

    static Causes kept() {
        return new Kept();
    }

    /** Nobody will ask. */
    record Ignored() implements Causes {

        @Override
        public void note(StateChange change, Attribution attribution) {}

        @Override
        public Attribution of(StateChange change) {
            throw new IllegalStateException("causes were not kept");
        }
    }

    /** Kept by a hash of entity, millisecond and state; two of a million changes collide once in 30 million homes. */
    final class Kept implements Causes {

        private static final Attribution UNSEEN = new Attribution(Cause.UNKNOWN, null, null, 0, false);

        private final Map<Long, Attribution> byChange = new HashMap<>();
        private final Map<Attribution, Attribution> distinct = new HashMap<>();

        private Kept() {}

        @Override
        public void note(StateChange change, Attribution attribution) {
            Attribution shared = Optional.ofNullable(distinct.putIfAbsent(attribution, attribution))
                    .orElse(attribution);
            byChange.put(key(change), shared);
        }

        @Override
        public Attribution of(StateChange change) {
            return byChange.getOrDefault(key(change), UNSEEN);
        }

        private static long key(StateChange change) {
            long key = mix(change.time().toEpochMilli());
            key = mix(key ^ hash(change.entityId().value()));
            return mix(key ^ hash(String.valueOf(change.after())));
        }

        private static long hash(String text) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            return hash;
        }

        /** The finalizer of MurmurHash3, which spreads every bit over all others. */
        private static long mix(long value) {
            long mixed = value;
            mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
            mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
            return mixed ^ (mixed >>> 33);
        }
    }
}
