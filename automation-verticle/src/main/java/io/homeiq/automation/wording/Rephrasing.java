package io.homeiq.automation.wording;

import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.http.Routes;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.store.suggestion.ModelUsage;
import io.homeiq.store.suggestion.WordingRepository;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Everything about other words, wired together; without a model, what was said before is still shown. */
public final class Rephrasing {

    private final SuggestionBook book;
    private final WordingLedger ledger;
    private final @Nullable LanguageModel model;
    private final @Nullable Rephraser rephraser;

    private Rephrasing(
            SuggestionBook book, WordingLedger ledger, @Nullable LanguageModel model, @Nullable Rephraser rephraser) {
        this.book = book;
        this.ledger = ledger;
        this.model = model;
        this.rephraser = rephraser;
    }

    /**
     * All parts, which do nothing until they are started.
     *
     * @param settings null: no model
     */
    public static Rephrasing of(
            Vertx vertx,
            SuggestionBook book,
            @Nullable RephrasingSettings settings,
            RegistryRepository registry,
            WireJson json) {
        WordingRepository repository = new WordingRepository();
        long tokens = settings == null ? 0 : settings.tokensPerMonth();
        WordingLedger ledger =
                new WordingLedger(repository, new Wordings(), new Budget(repository, book.home(), tokens));
        if (settings == null) {
            return new Rephrasing(book, ledger, null, null);
        }
        LanguageModel model = new OpenAiModel(vertx, settings, json);
        NamesOfHome names = new NamesOfHome(book, registry);
        return new Rephrasing(book, ledger, model, new Rephraser(vertx, model, book, ledger, names));
    }

    /** Brings back what is known, and goes on with the rest. */
    public Future<Void> start() {
        return book.read(connection -> ledger.repository().latest(connection, book.home(), Wordings.MAX_KNOWN))
                .onSuccess(known -> {
                    ledger.known().add(known);
                    wake();
                })
                .mapEmpty();
    }

    /** Suggestions may have come or changed. */
    public void wake() {
        if (rephraser != null) {
            rephraser.wake();
        }
    }

    public Future<Void> stop() {
        return rephraser == null ? Future.succeededFuture() : rephraser.stop();
    }

    /** For whoever shows suggestions. */
    public Wordings wordings() {
        return ledger.known();
    }

    public Routes routes() {
        return new RephrasingRoutes(this, book);
    }

    /** Shows what was used in this month among the numbers of the service. */
    public void countInto(Metrics metrics) {
        gauge(metrics, "tokens", "Tokens that the model has used in this month.", ModelUsage::tokens);
        gauge(metrics, "taken", "Wordings of this month that are shown.", ModelUsage::taken);
        gauge(metrics, "discarded", "Wordings of this month that were not fit to be shown.", ModelUsage::discarded);
    }

    private void gauge(Metrics metrics, String name, String description, ToLongFunction<ModelUsage> number) {
        metrics.ask(
                "homeiq.rephrasing." + name,
                description,
                () -> book.read(connection -> ledger.budget().used(connection, book.now()))
                        .map(number::applyAsLong));
    }

    WordingLedger ledger() {
        return ledger;
    }

    boolean isEnabled() {
        return model != null;
    }

    Optional<String> model() {
        return Optional.ofNullable(model).map(LanguageModel::name);
    }

    Optional<String> problem() {
        return rephraser == null ? Optional.empty() : rephraser.problem();
    }
}
