package io.homeiq.automation.repair;

import io.homeiq.automation.deployment.Upkeep;
import io.homeiq.automation.history.HomeHistory;
import io.homeiq.automation.override.Overrides;
import io.homeiq.automation.suggestion.Newcomers;
import io.homeiq.automation.suggestion.SafetyGate;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.service.OneAtATime;
import io.homeiq.service.Worker;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.store.suggestion.DeployedVersion;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks from time to time through the history for whether the automations in place still are what people want. The history is read into memory for the
 * look and forgotten after it. What was changed by hand is not looked at: it is the person's.
 */
public final class RepairCheck {

    private static final Duration HISTORY = Duration.ofDays(60);

    /** Without any news. */
    private static final Duration USUALLY_AGAIN = Duration.ofHours(24);

    /** After people undid something. */
    private static final Duration SOONEST_AGAIN = Duration.ofHours(1);

    private final SuggestionBook book;
    private final RegistryRepository registry;
    private final Upkeep upkeep;
    private final Overrides overrides;
    private final HomeHistory history;
    private final Worker worker;
    private final RepairProposals proposals;
    private final OneAtATime turns = new OneAtATime();
    private volatile boolean news;
    private volatile @Nullable Instant lastLook;

    /** @param newcomers told of each repair that is new */
    public RepairCheck(
            SuggestionBook book,
            SafetyGate gate,
            RegistryRepository registry,
            Upkeep upkeep,
            Reading reading,
            Newcomers newcomers) {
        this.overrides = reading.overrides();
        this.book = book;
        this.registry = registry;
        this.upkeep = upkeep;
        this.history = reading.history();
        this.worker = reading.worker();
        this.proposals = new RepairProposals(book, gate, newcomers);
    }

    /**
     * How the history is read.
     *
     * @param worker one thread, on which what was read is thought about
     * @param overrides where is noted what was undone while nobody watched
     */
    public record Reading(HomeHistory history, Worker worker, Overrides overrides) {}

    /** People undid something, so the next look is sooner. */
    public void undone() {
        news = true;
    }

    /** Looks if it is time for it; to be called every few minutes. Fails if the history cannot be read, and then looks at the next call. */
    public Future<Void> lookIfDue() {
        Instant last = lastLook;
        Instant now = book.now();
        boolean due = last == null || !now.isBefore(last.plus(news ? SOONEST_AGAIN : USUALLY_AGAIN));
        return due ? look() : Future.succeededFuture();
    }

    /** Looks now. */
    public Future<Void> look() {
        return turns.run(() -> {
            Instant now = book.now();
            news = false;
            return upkeep.troubles()
                    .compose(troubles -> upkeep.inPlace()
                            .map(all -> all.stream()
                                    .filter(version -> !troubles.containsKey(version.automationId()))
                                    .toList()))
                    .compose(all -> all.isEmpty() ? Future.succeededFuture() : look(all, now))
                    .onSuccess(done -> lastLook = now)
                    .onFailure(failure -> news = true);
        });
    }

    private Future<Void> look(List<DeployedVersion> versions, Instant now) {
        return book.read(connection -> registry.load(connection, book.home())).compose(known -> {
            Recollection past = new Recollection(known, versions);
            return history.since(
                            now.minus(HISTORY),
                            events -> worker.run(() -> past.take(events)).mapEmpty())
                    .compose(read -> overrides.note(past.undone()))
                    .compose(noted -> judge(versions, past, known));
        });
    }

    private Future<Void> judge(List<DeployedVersion> versions, Recollection past, HomeRegistry known) {
        Future<Void> done = Future.succeededFuture();
        for (DeployedVersion version : versions) {
            done = done.compose(before -> worker.run(() -> past.judge(version)))
                    .compose(verdict -> proposals.take(version, verdict, known));
        }
        return done;
    }
}
