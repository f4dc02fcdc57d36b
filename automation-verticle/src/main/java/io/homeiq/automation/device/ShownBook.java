package io.homeiq.automation.device;

import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.store.setting.SettingRepository;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which suggestion the buttons answer: the best one, and from then on that one until it got its answer or was withdrawn. So a better one that comes up
 * between a look and a press changes nothing, and neither does a restart.
 */
final class ShownBook {

    /** States in which an answer is waited for. */
    static final Set<SuggestionStatus> WAITING = Set.of(SuggestionStatus.PROPOSED, SuggestionStatus.TRIAL);

    private static final Logger LOG = LoggerFactory.getLogger(ShownBook.class);
    private static final String NAME = "shown_suggestion";

    private final SettingRepository settings = new SettingRepository();
    private final SuggestionBook book;
    private final WireJson json;

    ShownBook(SuggestionBook book, WireJson json) {
        this.book = book;
        this.json = json;
    }

    /** What was chosen last. */
    Future<Optional<Shown>> load(SqlConnection connection) {
        return settings.get(connection, book.home(), NAME).map(stored -> stored.flatMap(this::read));
    }

    private Optional<Shown> read(String stored) {
        try {
            return Optional.of(json.read(stored, Shown.class));
        } catch (WireException e) {
            LOG.warn("what the device showed is chosen anew: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Keeps to what is shown as long as it waits, else chooses the best.
     *
     * @param best those that wait, the best first
     */
    Future<Optional<Suggestion>> choose(SqlConnection connection, List<Suggestion> best) {
        return load(connection)
                .compose(before -> standing(connection, before, best)
                        .compose(next -> keep(connection, before, next).map(next)));
    }

    private Future<Optional<Suggestion>> standing(
            SqlConnection connection, Optional<Shown> before, List<Suggestion> best) {
        Optional<Suggestion> first = best.stream().findFirst();
        return before.map(shown -> book.find(connection, shown.suggestionId())
                        .map(found -> waits(found) ? Optional.of(found) : first)
                        .otherwise(first))
                .orElseGet(() -> Future.succeededFuture(first));
    }

    private static boolean waits(Suggestion suggestion) {
        return WAITING.contains(SuggestionStatus.of(suggestion.state()));
    }

    private Future<Void> keep(SqlConnection connection, Optional<Shown> before, Optional<Suggestion> next) {
        if (next.isEmpty()) {
            return before.isEmpty() ? Future.succeededFuture() : settings.remove(connection, book.home(), NAME);
        }
        Shown now = Shown.of(next.get(), json, book.now());
        return before.filter(now::isSame).isPresent()
                ? Future.succeededFuture()
                : settings.set(connection, book.home(), NAME, json.toText(now), now.since());
    }
}
