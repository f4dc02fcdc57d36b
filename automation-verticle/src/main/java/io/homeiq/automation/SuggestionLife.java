package io.homeiq.automation;

import io.homeiq.automation.mode.ModeBook;
import io.homeiq.automation.suggestion.MissedPatterns;
import io.homeiq.automation.suggestion.Newcomers;
import io.homeiq.automation.suggestion.OpenSuggestionsBoard;
import io.homeiq.automation.suggestion.Proposals;
import io.homeiq.automation.suggestion.RecentPast;
import io.homeiq.automation.suggestion.SafetyGate;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.automation.suggestion.SuggestionOrder;
import io.homeiq.automation.suggestion.WaitingPatterns;
import io.homeiq.automation.suggestion.WeeklyBudget;
import io.homeiq.bus.Subscription;
import io.homeiq.contracts.event.ModelPromoted;
import io.homeiq.contracts.event.PatternChanged;
import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.event.PatternRetired;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.event.ConsumerParts;
import io.homeiq.service.event.EventConsumer;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.registry.RegistryRepository;
import io.homeiq.store.suggestion.SuggestionRepository;
import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How suggestions come into being, in which order they stand, and where they are shown. */
record SuggestionLife(
        PatternRepository patterns,
        SuggestionBook book,
        SafetyGate gate,
        Newcomers newcomers,
        Proposals proposals,
        MissedPatterns missed,
        SuggestionOrder order,
        OpenSuggestionsBoard board,
        ModeBook modes) {

    private static final Logger LOG = LoggerFactory.getLogger(SuggestionLife.class);

    static SuggestionLife of(AutomationParts parts, Announcer announcer, ConsumerParts consuming) {
        SuggestionRepository suggestions = new SuggestionRepository(parts.json());
        RegistryRepository registry = new RegistryRepository(parts.json());
        PatternRepository patterns = new PatternRepository(parts.json(), parts.clock());
        OpenSuggestionsBoard board = new OpenSuggestionsBoard(announcer, suggestions, consuming);
        SuggestionOrder order = new SuggestionOrder(announcer, suggestions, parts.json(), parts.home());
        SuggestionBook book =
                new SuggestionBook(announcer, suggestions, order, parts.home(), parts.clock(), board::touch);
        ModeBook modes = new ModeBook(parts.home(), parts.clock());
        WaitingPatterns waiting =
                new WaitingPatterns(patterns, book, order, new WeeklyBudget(book, parts.suggestionsPerWeek(), modes));
        SafetyGate gate = new SafetyGate(
                parts.database(), registry, parts.home(), new RecentPast(parts.history(), parts.clock()));
        Newcomers newcomers = new Newcomers(book, modes);
        Proposals proposals = new Proposals(book, registry, gate, waiting, newcomers);
        return new SuggestionLife(
                patterns,
                book,
                gate,
                newcomers,
                proposals,
                new MissedPatterns(announcer, waiting, proposals),
                order,
                board,
                modes);
    }

    /** Looks for what the bus did not bring: patterns, and another model. */
    void lookAgain() {
        missed.propose().onFailure(failure -> LOG.info("patterns cannot be read now: {}", failure.getMessage()));
        lookForModel();
    }

    private Future<Void> lookForModel() {
        return order.refresh()
                .onFailure(failure -> LOG.info("the order cannot be looked at now: {}", failure.getMessage()))
                .onSuccess(changed -> {
                    if (changed) {
                        board.touch();
                    }
                })
                .mapEmpty();
    }

    /** Listens to what makes suggestions, changes them, or withdraws them. */
    List<Future<Subscription>> follow(EventConsumer events) {
        return List.of(
                events.onBell(ModelPromoted.class, event -> lookForModel()),
                events.on(
                        PatternDetected.class,
                        (connection, event) ->
                                proposals.found(connection, event.data().pattern())),
                events.on(
                        PatternChanged.class,
                        (connection, event) ->
                                proposals.found(connection, event.data().pattern())),
                events.on(
                        PatternRetired.class,
                        (connection, event) -> proposals.lost(
                                connection,
                                event.data().patternId(),
                                event.data().reason())));
    }
}
