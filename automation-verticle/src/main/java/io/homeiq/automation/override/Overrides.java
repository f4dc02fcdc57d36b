package io.homeiq.automation.override;

import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.event.AutomationOverridden;
import io.homeiq.store.suggestion.OverrideRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/** Notes what people undid and announces it, each once, in one transaction. */
public final class Overrides {

    private final SuggestionBook book;
    private final OverrideRepository overrides;

    public Overrides(SuggestionBook book, OverrideRepository overrides) {
        this.book = book;
        this.overrides = overrides;
    }

    /**
     * Takes in what was noticed.
     *
     * @return how many were not known before
     */
    public Future<Integer> note(List<AutomationOverridden> undone) {
        return undone.isEmpty()
                ? Future.succeededFuture(0)
                : book.write(connection -> {
                    Future<Integer> done = Future.succeededFuture(0);
                    for (AutomationOverridden each : undone) {
                        done = done.compose(count -> note(connection, each).map(added -> count + (added ? 1 : 0)));
                    }
                    return done;
                });
    }

    private Future<Boolean> note(SqlConnection connection, AutomationOverridden undone) {
        return overrides
                .add(connection, book.home(), undone)
                .compose(added -> added ? book.announce(connection, undone).map(true) : Future.succeededFuture(false));
    }
}
