package io.homeiq.replay.watch;

import io.homeiq.replay.home.HomeChange;
import io.homeiq.replay.template.Reads;
import io.homeiq.replay.template.Rendered;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which changes make Home Assistant evaluate a template again, after what it looked at the last time.
 *
 * @param isFailed whether that evaluation failed: then any change that is heard of counts
 */
record Tracking(Reads reads, boolean isFailed) {

    private static final long ALL_STATES_LIMIT_MICROS = 60_000_000;
    private static final long DOMAIN_LIMIT_MICROS = 1_000_000;

    static Tracking of(Rendered rendered) {
        return new Tracking(rendered.reads(), !(rendered instanceof Rendered.Value));
    }

    boolean isTouchedBy(HomeChange change) {
        return isFailed
                || reads.allStates()
                || reads.domains().contains(change.domain())
                || reads.entities().contains(change.entityId())
                || (change.isLifecycle()
                        && (reads.allLifecycle() || reads.lifecycleDomains().contains(change.domain())));
    }

    /** How long at least between two evaluations because of this entity; null without limit. */
    @Nullable
    Long limitMicros(String entityId) {
        if (reads.entities().contains(entityId)) {
            return null;
        }
        if (reads.allStates() || isFailed) {
            return ALL_STATES_LIMIT_MICROS;
        }
        return hasDomains() ? (Long) DOMAIN_LIMIT_MICROS : null;
    }

    boolean hasDomains() {
        return !reads.domains().isEmpty() || !reads.lifecycleDomains().isEmpty();
    }

    boolean isOfAll() {
        return reads.allStates() || reads.allLifecycle();
    }

    /** All domains that are listened to. */
    Set<String> domains() {
        if (reads.lifecycleDomains().isEmpty()) {
            return reads.domains();
        }
        Set<String> all = new HashSet<>(reads.domains());
        all.addAll(reads.lifecycleDomains());
        return all;
    }
}
