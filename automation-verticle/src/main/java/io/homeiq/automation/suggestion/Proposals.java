package io.homeiq.automation.suggestion;

import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.event.SuggestionExpired;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.suggestion.SuggestionState.Expired;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns patterns into suggestions: once each. One that waits for an answer follows its pattern; one that got an answer is left alone, and a no
 * stays a no.
 */
public final class Proposals {

    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

    private final SuggestionBook book;
    private final RegistryRepository registry;

    public Proposals(SuggestionBook book, RegistryRepository registry) {
        this.book = book;
        this.registry = registry;
    }

    /** A pattern was found, or found again. */
    public Future<Void> found(SqlConnection connection, Pattern pattern) {
        return switch (pattern.finding()) {
            case Finding.NotProposed not -> lost(connection, pattern.id(), not.reason());
            case Finding.Proven proven ->
                registry.load(connection, book.home()).compose(known -> propose(connection, pattern, known));
        };
    }

    private Future<Void> propose(SqlConnection connection, Pattern pattern, HomeRegistry known) {
        SafetyPolicy policy = new SafetyPolicy(known);
        Safety safety = policy.judge(pattern.rule());
        if (SafetyGate.forbids(safety)) {
            return lost(connection, pattern.id(), SafetyGate.refusal(safety));
        }
        return write(pattern, new SuggestionWriter(known, policy))
                .map(fresh -> book.ofPattern(connection, pattern.id())
                        .compose(existing -> existing.isEmpty()
                                ? create(connection, fresh)
                                : meet(connection, existing.get(), fresh)))
                .orElseGet(Future::succeededFuture);
    }

    /** Empty for a pattern that no suggestion can be made of; it would be delivered for ever if it failed. */
    private Optional<Suggestion> write(Pattern pattern, SuggestionWriter writer) {
        try {
            return Optional.of(writer.write(pattern, book.now()));
        } catch (IllegalArgumentException e) {
            LOG.warn("pattern {} makes no suggestion: {}", pattern.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private Future<Void> create(SqlConnection connection, Suggestion fresh) {
        return book.add(connection, fresh)
                .compose(added ->
                        added ? book.announce(connection, new SuggestionCreated(fresh)) : Future.succeededFuture());
    }

    private Future<Void> meet(SqlConnection connection, Suggestion existing, Suggestion fresh) {
        SuggestionState state = existing.state();
        return switch (state) {
            case Proposed waiting ->
                book.replace(connection, of(fresh, existing, waiting), state).mapEmpty();
            case Expired gone -> {
                // The habit is back, so this is a new proposal, under the same name.
                Suggestion again = of(fresh, existing, fresh.state());
                yield book.replace(connection, again, state)
                        .compose(done -> book.announce(connection, new SuggestionCreated(again)));
            }
            default -> Future.succeededFuture();
        };
    }

    /** What is known now, under the id that it was shown with first. */
    private static Suggestion of(Suggestion fresh, Suggestion existing, SuggestionState state) {
        return new Suggestion(
                existing.id(),
                fresh.patternId(),
                fresh.kind(),
                fresh.title(),
                fresh.description(),
                fresh.confidence(),
                fresh.qValue(),
                fresh.automation(),
                fresh.evidence(),
                fresh.safety(),
                state,
                existing.createdAt());
    }

    /** A pattern does not hold any more, or may not be proposed: a suggestion that waits for an answer is withdrawn. */
    public Future<Void> lost(SqlConnection connection, PatternId pattern, String reason) {
        return book.ofPattern(connection, pattern)
                .compose(existing -> existing.isPresent() && existing.get().state() instanceof Proposed waiting
                        ? expire(connection, existing.get(), waiting, reason)
                        : Future.succeededFuture());
    }

    private Future<Void> expire(SqlConnection connection, Suggestion suggestion, Proposed waiting, String reason) {
        return book.replace(connection, suggestion.in(waiting.expire(book.now())), waiting)
                .compose(done -> book.announce(connection, new SuggestionExpired(suggestion.id(), reason)));
    }
}
