package io.homeiq.pattern;

import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.store.pattern.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An anomaly is announced once, while it is news: it is proven by nothing and proposes nothing. */
final class AnomalyNews {

    /** What was odd longer ago is history that was filled in. */
    private static final Duration FRESH = Duration.ofDays(7);

    private AnomalyNews() {}

    static Optional<EventData> of(Saved saved, Pattern found, Instant now) {
        boolean first = saved instanceof Saved.Added;
        boolean fresh = found.lastSeen().isAfter(now.minus(FRESH));
        return found.kind() == PatternKind.ANOMALY && first && fresh
                ? Optional.of(new PatternDetected(found))
                : Optional.empty();
    }
}
