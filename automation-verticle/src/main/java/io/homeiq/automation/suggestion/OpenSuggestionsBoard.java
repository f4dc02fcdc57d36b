package io.homeiq.automation.suggestion;

import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Topic;
import io.homeiq.service.OneAtATime;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.event.ConsumerParts;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionRepository;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the retained snapshot of the open suggestions, {@code state/suggestions}, up to date. Safe to use from every thread. */
public final class OpenSuggestionsBoard {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSuggestionsBoard.class);
    private static final Set<SuggestionStatus> OPEN = Set.of(SuggestionStatus.PROPOSED);
    private static final SuggestionFilter BEST = new SuggestionFilter(OPEN, OpenSuggestions.MAX_BEST, 0);

    private final Announcer announcer;
    private final SuggestionRepository suggestions;
    private final ConsumerParts parts;
    private final OneAtATime turns = new OneAtATime();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Runnable beside = () -> {};

    /** @param parts where, for whom and when it is shown */
    public OpenSuggestionsBoard(Announcer announcer, SuggestionRepository suggestions, ConsumerParts parts) {
        this.announcer = announcer;
        this.suggestions = suggestions;
        this.parts = parts;
    }

    /** Whoever shows the same elsewhere is touched with this one; must neither wait nor fail. */
    public void beside(Runnable other) {
        beside = other;
    }

    /** Something may have changed, or is changing in a transaction under way. Many calls in a row are one; never waits, never fails. */
    public void touch() {
        beside.run();
        if (waiting.compareAndSet(false, true)) {
            turns.run(this::publish)
                    .onFailure(failure -> LOG.debug("the open suggestions are shown later: {}", failure.toString()));
        }
    }

    /** Read as a writer would: that waits for the transaction under way, which may be the very change to be shown. */
    private Future<Void> publish() {
        return announcer
                .write(connection -> {
                    waiting.set(false);
                    return snapshot(connection);
                })
                .onFailure(failure -> waiting.set(false))
                .compose(open -> parts.bus()
                        .publish(new Message(
                                Topic.state(parts.home(), "suggestions"),
                                Buffer.buffer(parts.json().toBytes(open)),
                                true)));
    }

    private Future<OpenSuggestions> snapshot(SqlConnection connection) {
        return suggestions
                .count(connection, parts.home(), OPEN)
                .compose(count -> suggestions
                        .list(connection, parts.home(), BEST)
                        .map(best -> new OpenSuggestions(
                                count,
                                best.stream().map(OpenSuggestions.Line::of).toList(),
                                parts.clock().instant())));
    }
}
