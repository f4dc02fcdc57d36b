package io.homeiq.automation.suggestion;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.service.event.Announcer;
import io.homeiq.store.pattern.PatternFilter;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.pattern.StoredPattern;
import io.vertx.core.Future;
import java.util.List;

/**
 * Proposes what the bus did not bring: a broker that forgets everything while this service is away loses events that were
 * confirmed. The store is the truth, so every proven pattern in it gets its suggestion, sooner or later.
 */
public final class MissedPatterns {

    private static final PatternFilter PROVEN =
            new PatternFilter(null, null, 0, true, false, PatternFilter.MAX_LIMIT, 0);

    private final Announcer announcer;
    private final PatternRepository patterns;
    private final SuggestionBook book;
    private final Proposals proposals;
    private final HomeId home;

    public MissedPatterns(
            Announcer announcer, PatternRepository patterns, SuggestionBook book, Proposals proposals, HomeId home) {
        this.announcer = announcer;
        this.patterns = patterns;
        this.book = book;
        this.proposals = proposals;
        this.home = home;
    }

    /** Looks through the proven patterns once; a pattern that has a suggestion, whatever came of it, is passed over. */
    public Future<Void> propose() {
        return announcer
                .read(connection -> patterns.list(connection, home, PROVEN))
                .compose(this::proposeEach);
    }

    private Future<Void> proposeEach(List<StoredPattern> proven) {
        Future<Void> done = Future.succeededFuture();
        for (StoredPattern stored : proven) {
            done = done.compose(before -> proposeIfNew(stored.pattern()));
        }
        return done;
    }

    private Future<Void> proposeIfNew(Pattern pattern) {
        return announcer
                .read(connection -> book.ofPattern(connection, pattern.id()))
                .compose(existing -> existing.isPresent()
                        ? Future.succeededFuture()
                        : announcer.write(connection -> proposals.found(connection, pattern)));
    }
}
