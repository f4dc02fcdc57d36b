package io.homeiq.automation.suggestion;

import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.http.Endpoint;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionRepository;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The suggestions of one home as they are stored, with the events that tell of their changes. What is asked for wrongly fails with a
 * {@link io.homeiq.service.ProblemException}.
 */
public final class SuggestionBook {

    private static final Logger LOG = LoggerFactory.getLogger(SuggestionBook.class);

    private final Announcer announcer;
    private final SuggestionRepository suggestions;
    private final SuggestionOrder order;
    private final HomeId home;
    private final InstantSource clock;
    private final Runnable changed;

    /** @param changed called with every change of a suggestion, within its transaction; must neither wait nor fail */
    public SuggestionBook(
            Announcer announcer,
            SuggestionRepository suggestions,
            SuggestionOrder order,
            HomeId home,
            InstantSource clock,
            Runnable changed) {
        this.announcer = announcer;
        this.suggestions = suggestions;
        this.order = order;
        this.home = home;
        this.clock = clock;
        this.changed = changed;
    }

    public HomeId home() {
        return home;
    }

    /** To the millisecond, as it is stored. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** One transaction with its events. */
    public <T> Future<T> write(Function<SqlConnection, Future<T>> work) {
        return announcer.write(work);
    }

    public <T> Future<T> read(Function<SqlConnection, Future<T>> work) {
        return announcer.read(work);
    }

    /** As {@link Announcer#remembering}. */
    public Endpoint remembering(Endpoint list) {
        return announcer.remembering(list);
    }

    /** Tells of a change in the transaction of the change. */
    public Future<Void> announce(SqlConnection connection, EventData fact) {
        return announcer
                .announce(connection, fact)
                .onSuccess(event -> LOG.atInfo()
                        .addKeyValue("event_id", event.id())
                        .log("{} {}", event.type().wireName(), fact.subject()))
                .mapEmpty();
    }

    /** In whatever state it is; fails with the problem NOT_FOUND. */
    public Future<Suggestion> find(SqlConnection connection, SuggestionId id) {
        return suggestions
                .find(connection, home, id)
                .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> unknown(id.value())));
    }

    /** As {@link #find(SqlConnection, SuggestionId)}, by a text from outside. */
    public Future<Suggestion> find(SqlConnection connection, String id) {
        return idOf(id).map(valid -> find(connection, valid)).orElseGet(() -> unknown(id));
    }

    /** Empty if no suggestion could be called so. */
    public static Optional<SuggestionId> idOf(String text) {
        try {
            return Optional.of(new SuggestionId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> Future<T> unknown(String id) {
        return Problem.of(Kind.NOT_FOUND, "there is no suggestion " + id + "; see /api/suggestions/list")
                .asFailure();
    }

    /** The one made of this pattern. */
    public Future<Optional<Suggestion>> ofPattern(SqlConnection connection, PatternId pattern) {
        return suggestions.findByPattern(connection, home, pattern);
    }

    /** The best first, as {@link SuggestionOrder} says. */
    public Future<List<Suggestion>> list(SqlConnection connection, SuggestionFilter filter) {
        return suggestions.list(connection, home, filter);
    }

    /** Why it stands where it stands in {@link #list}, in words. */
    List<String> reasons(Suggestion suggestion) {
        return order.reasons(suggestion);
    }

    /** How many there are in these states; empty: in whatever state. */
    public Future<Long> count(SqlConnection connection, Set<SuggestionStatus> statuses) {
        return suggestions.count(connection, home, statuses);
    }

    /** How many were made from one moment until before another, whatever came of them. */
    Future<Long> countMade(SqlConnection connection, Instant from, Instant until) {
        return suggestions.countMade(connection, home, from, until);
    }

    /** The patterns whose turn is over: those with a suggestion that did not expire. */
    Future<Set<PatternId>> patternsWithSuggestion(SqlConnection connection) {
        return suggestions.patternsBesides(connection, home, SuggestionStatus.EXPIRED);
    }

    /** False if there is one of this id already. */
    public Future<Boolean> add(SqlConnection connection, Suggestion suggestion) {
        return suggestions
                .insert(connection, home, suggestion)
                .compose(added -> added ? finish(connection, suggestion).map(true) : Future.succeededFuture(false));
    }

    /** Puts the suggestion in the place of the one that was seen; fails with the problem CONFLICT if someone was faster. */
    public Future<Suggestion> replace(SqlConnection connection, Suggestion next, SuggestionState seen) {
        return suggestions
                .update(connection, home, next, seen)
                .compose(done -> done
                        ? finish(connection, next).map(next)
                        : Problem.of(
                                        Kind.CONFLICT,
                                        "the suggestion " + next.id() + " was just changed by someone else; look again")
                                .asFailure());
    }

    private Future<Void> finish(SqlConnection connection, Suggestion suggestion) {
        changed.run();
        return suggestions
                .saveYaml(connection, home, suggestion.id(), AutomationYaml.write(List.of(suggestion.automation())))
                .compose(saved -> order.place(connection, suggestion));
    }

    /** As people read it, for example {@code rolled back}. */
    public static String word(SuggestionState state) {
        return SuggestionStatus.of(state).name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What was asked for is not offered in this state: the problem CONFLICT, with the cure. */
    public static <T> Future<T> refused(Suggestion suggestion, String wish) {
        SuggestionState state = suggestion.state();
        return Problem.of(
                        Kind.CONFLICT,
                        "the suggestion " + suggestion.id() + " cannot be " + wish + ": it is " + word(state)
                                + " since " + state.since() + "; " + cure(state))
                .with("state", SuggestionStatus.of(state).name().toLowerCase(Locale.ROOT))
                .asFailure();
    }

    private static String cure(SuggestionState state) {
        return switch (state) {
            case SuggestionState.Proposed any -> "approve or reject it first";
            case SuggestionState.Trial any -> "promote or drop its trial first";
            case SuggestionState.Retired any -> "it is done";
            case SuggestionState.Approved any -> "its automation is put in place as soon as that is possible";
            case SuggestionState.Deployed any -> "roll it back if it is not wanted any more";
            case SuggestionState.Failed any -> "approve it to try again";
            case SuggestionState.Rejected any -> "a rejection holds until the habit has changed materially";
            case SuggestionState.Expired any -> "it is proposed again when its habit is back";
            case SuggestionState.RolledBack any -> "approve it to have it back";
        };
    }
}
