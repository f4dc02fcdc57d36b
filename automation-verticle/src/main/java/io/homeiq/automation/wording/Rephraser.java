package io.homeiq.automation.wording;

import io.homeiq.automation.deployment.RetryPauses;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.automation.wording.LanguageModel.Told;
import io.homeiq.automation.wording.LanguageModelException.Kind;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.store.suggestion.StoredWording;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.homeiq.store.suggestion.WordingRepository;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the model for other words of the suggestions that wait for an answer: one at a time, the best first, once for the same
 * words. No suggestion waits for it; while the model fails, the pauses grow.
 */
public final class Rephraser {

    private static final Logger LOG = LoggerFactory.getLogger(Rephraser.class);
    private static final RetryPauses PAUSES = new RetryPauses(Duration.ofMinutes(1), Duration.ofHours(1));

    /** Those further down are seldom looked at. */
    private static final SuggestionFilter BEST = new SuggestionFilter(EnumSet.of(SuggestionStatus.PROPOSED), 20, 0);

    private static final long NONE = -1;

    private final Vertx vertx;
    private final Context context;
    private final LanguageModel model;
    private final SuggestionBook book;
    private final WordingRepository repository;
    private final Wordings known;
    private final Budget budget;
    private final NamesOfHome names;
    private boolean working;
    private boolean stopped;
    private int failures;
    private long timer = NONE;
    private volatile @Nullable String problem;

    /** Belongs to the Vert.x context in which it is made. */
    Rephraser(Vertx vertx, LanguageModel model, SuggestionBook book, WordingLedger ledger, NamesOfHome names) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.model = model;
        this.book = book;
        this.repository = ledger.repository();
        this.known = ledger.known();
        this.budget = ledger.budget();
        this.names = names;
    }

    /** There may be something to do. From every thread; returns at once. */
    public void wake() {
        context.runOnContext(any -> {
            if (failures == 0) {
                work();
            }
        });
    }

    /** Asks nothing more. */
    public Future<Void> stop() {
        context.runOnContext(any -> {
            stopped = true;
            vertx.cancelTimer(timer);
        });
        return model.close();
    }

    /** What keeps it from asking, one line; empty: nothing. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private void work() {
        if (stopped || working || !known.hasRoom()) {
            return;
        }
        working = true;
        book.read(connection -> book.list(connection, BEST))
                .compose(this::next)
                .onComplete(done -> context.runOnContext(any -> {
                    working = false;
                    if (done.failed()) {
                        failed(done.cause());
                    } else if (done.result()) {
                        problem = null;
                        failures = 0;
                        work();
                    }
                }));
    }

    /** True if one was asked for, so that there may be another. */
    private Future<Boolean> next(List<Suggestion> best) {
        Optional<Suggestion> turn =
                best.stream().filter(suggestion -> !known.isKnown(suggestion)).findFirst();
        if (turn.isEmpty()) {
            return Future.succeededFuture(false);
        }
        Instant now = book.now();
        return book.write(connection -> budget.setAside(connection, now)).compose(enough -> {
            if (!enough) {
                problem =
                        "the budget of " + budget.tokensPerMonth() + " tokens for " + Budget.month(now) + " is used up";
                return Future.succeededFuture(false);
            }
            return ask(turn.get(), now).map(true);
        });
    }

    private Future<Void> ask(Suggestion suggestion, Instant asked) {
        Wording ours = new Wording(suggestion.title(), suggestion.description());
        return model.rephrase(ours)
                .compose(told -> names.check().compose(check -> {
                    Optional<Objection> objection = check.objection(ours, told.wording());
                    objection.ifPresent(fault -> LOG.info(
                            "other words for {} are not taken ({}): {}",
                            suggestion.id(),
                            fault.reason(),
                            fault.detail()));
                    return keep(
                            suggestion,
                            asked,
                            told,
                            objection.map(Objection::detail).orElse(null));
                }))
                .recover(failure -> failure instanceof LanguageModelException known
                        ? book(suggestion, asked, known)
                        : Future.failedFuture(failure));
    }

    private Future<Void> book(Suggestion suggestion, Instant asked, LanguageModelException failure) {
        if (failure.kind() == Kind.UNREADABLE) {
            Told nothing = new Told(new Wording(suggestion.title(), suggestion.description()), failure.tokens());
            return keep(suggestion, asked, nothing, failure.getMessage());
        }
        // A model that fell silent may have worked, and been paid, all the same.
        long spent = failure.kind() == Kind.SILENT ? Budget.SET_ASIDE_TOKENS : failure.tokens();
        return book.write(connection -> budget.settle(connection, asked, spent, false, false))
                .compose(settled -> Future.failedFuture(failure));
    }

    private Future<Void> keep(Suggestion suggestion, Instant asked, Told told, @Nullable String objection) {
        StoredWording wording = new StoredWording(
                suggestion.id(),
                suggestion.title(),
                suggestion.description(),
                objection == null ? told.wording().title() : null,
                objection == null ? told.wording().description() : null,
                objection,
                model.name(),
                book.now());
        return book.write(connection -> repository
                .save(connection, book.home(), wording)
                .compose(saved -> budget.settle(connection, asked, told.tokens(), objection == null, objection != null))
                .onSuccess(settled -> known.add(List.of(wording))));
    }

    private void failed(Throwable failure) {
        problem = failure.getMessage();
        failures++;
        Duration pause = PAUSES.after(failures);
        LOG.warn(
                "suggestions keep their own words, asking again in {} min: {}",
                pause.toMinutes(),
                failure.getMessage());
        if (!stopped) {
            timer = vertx.setTimer(pause.toMillis(), due -> work());
        }
    }
}
