package io.homeiq.automation.suggestion;

import io.homeiq.contracts.event.SuggestionExpired;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.suggestion.SuggestionState.Expired;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.contracts.suggestion.SuggestionState.Rejected;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns patterns into suggestions: once each, and no more a week than {@link WeeklyBudget} has room for. One that waits for an answer follows its pattern; one that got an answer is left alone, and a no
 * stays a no as {@link Refusals} says.
 */
public final class Proposals {

    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

    private final SuggestionBook book;
    private final RegistryRepository registry;
    private final SafetyGate gate;
    private final WaitingPatterns waiting;
    private final Refusals refusals;
    private final Newcomers newcomers;

    public Proposals(
            SuggestionBook book,
            RegistryRepository registry,
            SafetyGate gate,
            WaitingPatterns waiting,
            Newcomers newcomers) {
        this.book = book;
        this.registry = registry;
        this.gate = gate;
        this.waiting = waiting;
        this.refusals = new Refusals(book);
        this.newcomers = newcomers;
    }

    /** A pattern was found, or found again. One without a suggestion waits for its turn in the week's budget. */
    public Future<Void> found(SqlConnection connection, Pattern pattern) {
        return switch (pattern.finding()) {
            case Finding.NotProposed not -> lost(connection, pattern.id(), not.reason());
            case Finding.Proven proven ->
                book.ofPattern(connection, pattern.id())
                        .compose(
                                existing -> existing.isEmpty() || existing.get().state() instanceof Expired
                                        ? waiting.next(connection, Optional.of(pattern), this::proposed)
                                        : asked(connection, pattern));
        };
    }

    /** Gives what waits its turn. */
    Future<Void> next(SqlConnection connection) {
        return waiting.next(connection, Optional.empty(), this::proposed);
    }

    /** Proposes a proven pattern whatever is left of the week's budget, for somebody asked for it. */
    Future<Void> asked(SqlConnection connection, Pattern pattern) {
        return registry.load(connection, book.home()).compose(known -> propose(connection, pattern, known));
    }

    private Future<Boolean> proposed(SqlConnection connection, Pattern pattern) {
        return asked(connection, pattern)
                .compose(done -> book.ofPattern(connection, pattern.id()))
                .map(made -> made.isPresent()
                        && (made.get().state() instanceof Proposed
                                || made.get().state() instanceof SuggestionState.Trial));
    }

    private Future<Void> propose(SqlConnection connection, Pattern pattern, HomeRegistry known) {
        SafetyPolicy policy = new SafetyPolicy(known);
        Safety switching = policy.judge(pattern.rule());
        if (SafetyGate.forbids(switching)) {
            return lost(connection, pattern.id(), SafetyGate.refusal(switching));
        }
        return write(pattern, new SuggestionWriter(known, policy))
                .map(fresh -> gate.judge(connection, fresh.automation())
                        .compose(safety -> SafetyGate.forbids(safety)
                                ? lost(connection, pattern.id(), SafetyGate.refusal(safety))
                                : propose(connection, SafetyGate.judged(fresh, safety, fresh.state()))))
                .orElseGet(Future::succeededFuture);
    }

    private Future<Void> propose(SqlConnection connection, Suggestion fresh) {
        return book.ofPattern(connection, fresh.patternId())
                .compose(existing ->
                        existing.isEmpty() ? create(connection, fresh) : meet(connection, existing.get(), fresh));
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
        return refusals.forbid(connection, fresh)
                .compose(refused -> refused ? Future.succeededFuture() : add(connection, fresh));
    }

    private Future<Void> add(SqlConnection connection, Suggestion fresh) {
        return book.add(connection, fresh)
                .compose(added -> added ? newcomers.tell(connection, fresh) : Future.succeededFuture());
    }

    private Future<Void> meet(SqlConnection connection, Suggestion existing, Suggestion fresh) {
        SuggestionState state = existing.state();
        return switch (state) {
            case Proposed open ->
                book.replace(connection, of(fresh, existing.id(), open, existing.createdAt()), state)
                        .mapEmpty();
            // The habit is back, so this is a new proposal of today, under the same name.
            case Expired gone -> again(connection, existing, fresh);
            case Rejected no when !Refusals.holds(existing, fresh, book.now()) -> again(connection, existing, fresh);
            default -> Future.succeededFuture();
        };
    }

    private Future<Void> again(SqlConnection connection, Suggestion existing, Suggestion fresh) {
        Suggestion again = of(fresh, existing.id(), fresh.state(), fresh.createdAt());
        return book.replace(connection, again, existing.state()).compose(done -> newcomers.tell(connection, again));
    }

    /** What is known now, under the id that it was shown with first. */
    private static Suggestion of(Suggestion fresh, SuggestionId id, SuggestionState state, Instant createdAt) {
        return new Suggestion(
                id,
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
                createdAt);
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
