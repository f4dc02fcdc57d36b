package io.homeiq.automation.suggestion;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState.Expired;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.contracts.suggestion.SuggestionState.Rejected;
import io.homeiq.store.pattern.PatternFilter;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.pattern.StoredPattern;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes suggestions of stored patterns because somebody asked for it, and says of each pattern that it passes over why. Nothing is made that would not
 * have been made without asking: a pattern is proposed once, a rejection holds, and the safety check holds. Whoever asks gets what was
 * asked for, also beyond the week's budget; it counts against it all the same.
 */
final class Generation {

    private final PatternRepository patterns;
    private final SuggestionBook book;
    private final SafetyGate gate;
    private final Proposals proposals;

    Generation(PatternRepository patterns, SuggestionBook book, SafetyGate gate, Proposals proposals) {
        this.patterns = patterns;
        this.book = book;
        this.gate = gate;
        this.proposals = proposals;
    }

    /** Why a pattern makes no suggestion now, in one sentence. */
    record Skipped(String patternId, String reason) {}

    /** What came of it: new suggestions, the most certain first, and what was passed over on the way. */
    record Outcome(List<Suggestion> made, List<Skipped> skipped) {}

    /** What has come of it so far; for one thread at a time. */
    private static final class Round {

        private final List<Suggestion> made = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private final int limit;

        Round(int limit) {
            this.limit = limit;
        }

        boolean isFull() {
            return made.size() >= limit;
        }

        void skip(String pattern, String reason) {
            skipped.add(new Skipped(pattern, reason));
        }

        Outcome outcome() {
            return new Outcome(List.copyOf(made), List.copyOf(skipped));
        }
    }

    /** Of these patterns, in their order. */
    Future<Outcome> of(List<String> ids, int limit) {
        Round round = new Round(limit);
        Future<?> done = Future.succeededFuture();
        for (String id : ids) {
            done = done.compose(before -> find(id)).compose(found -> {
                if (found.isEmpty()) {
                    round.skip(id, "there is no such pattern; see /api/v1/patterns/list");
                    return Future.succeededFuture();
                }
                return consider(found.get(), round);
            });
        }
        return done.map(all -> round.outcome());
    }

    private Future<Optional<StoredPattern>> find(String id) {
        try {
            PatternId pattern = new PatternId(id);
            return book.read(connection -> patterns.find(connection, book.home(), pattern));
        } catch (IllegalArgumentException e) {
            return Future.succeededFuture(Optional.empty());
        }
    }

    /** Of all proven patterns that were seen within this time, the most certain first. */
    Future<Outcome> ofRecent(Duration within, int limit) {
        Round round = new Round(limit);
        return page(book.now().minus(within), 0, round).map(done -> round.outcome());
    }

    private Future<Void> page(Instant since, int offset, Round round) {
        PatternFilter proven = new PatternFilter(null, null, 0, true, false, PatternFilter.MAX_LIMIT, offset);
        HomeId home = book.home();
        return book.read(connection -> patterns.list(connection, home, proven)).compose(page -> {
            Future<Void> done = Future.succeededFuture();
            for (StoredPattern stored : page) {
                boolean recent = !stored.pattern().lastSeen().isBefore(since);
                done = done.compose(
                        before -> recent && !round.isFull() ? consider(stored, round) : Future.succeededFuture());
            }
            return done.compose(all -> round.isFull() || page.size() < PatternFilter.MAX_LIMIT
                    ? Future.succeededFuture()
                    : page(since, offset + page.size(), round));
        });
    }

    private Future<Void> consider(StoredPattern stored, Round round) {
        Pattern pattern = stored.pattern();
        if (round.isFull()) {
            round.skip(pattern.id().value(), "as many as asked for are made; ask again for more");
            return Future.succeededFuture();
        }
        if (stored.retired()) {
            round.skip(pattern.id().value(), "it does not hold any more");
            return Future.succeededFuture();
        }
        return switch (pattern.finding()) {
            case Finding.NotProposed not -> {
                round.skip(pattern.id().value(), "it is not proven: " + not.reason());
                yield Future.succeededFuture();
            }
            case Finding.Proven proven -> book.write(connection -> make(connection, pattern, round));
        };
    }

    private Future<Void> make(SqlConnection connection, Pattern pattern, Round round) {
        return book.ofPattern(connection, pattern.id()).compose(existing -> {
            if (existing.isPresent() && !(existing.get().state() instanceof Expired)) {
                round.skip(pattern.id().value(), reason(existing.get()));
                return Future.succeededFuture();
            }
            return gate.judge(connection, pattern.rule()).compose(safety -> {
                if (SafetyGate.forbids(safety)) {
                    round.skip(pattern.id().value(), SafetyGate.refusal(safety));
                    return Future.succeededFuture();
                }
                return proposals
                        .asked(connection, pattern)
                        .compose(done -> book.ofPattern(connection, pattern.id()))
                        .map(made -> {
                            made.filter(suggestion -> suggestion.state() instanceof Proposed)
                                    .ifPresentOrElse(
                                            round.made::add,
                                            () -> round.skip(
                                                    pattern.id().value(),
                                                    "no automation can be written for it, or the same was rejected"));
                            return null;
                        });
            });
        });
    }

    private static String reason(Suggestion existing) {
        return switch (existing.state()) {
            case Proposed waiting -> "its suggestion " + existing.id() + " waits for an answer already";
            case Rejected no ->
                "its suggestion " + existing.id() + " was rejected at " + no.since()
                        + "; a rejection holds until the habit has changed materially";
            default -> "its suggestion " + existing.id() + " is " + SuggestionBook.word(existing.state()) + " already";
        };
    }
}
