package io.homeiq.automation.wording;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.store.suggestion.ModelUsage;
import io.homeiq.store.suggestion.WordingRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * How much the model may be used in a calendar month (UTC). What a call may cost at most is set aside before it, so that
 * neither a crash nor a second process can spend more than the owner gave.
 */
final class Budget {

    /** More than the longest question and answer take. */
    static final long SET_ASIDE_TOKENS = 1_000;

    private final WordingRepository wordings;
    private final HomeId home;
    private final long tokensPerMonth;

    Budget(WordingRepository wordings, HomeId home, long tokensPerMonth) {
        this.wordings = wordings;
        this.home = home;
        this.tokensPerMonth = tokensPerMonth;
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC));
    }

    long tokensPerMonth() {
        return tokensPerMonth;
    }

    Future<ModelUsage> used(SqlConnection connection, Instant at) {
        return wordings.used(connection, home, month(at));
    }

    /** False if there is not enough left for one call in this month. */
    Future<Boolean> setAside(SqlConnection connection, Instant at) {
        return used(connection, at)
                .compose(used -> used.tokens() + SET_ASIDE_TOKENS > tokensPerMonth
                        ? Future.succeededFuture(false)
                        : wordings.use(connection, home, month(at), SET_ASIDE_TOKENS, 1, 0, 0)
                                .map(true));
    }

    /** Books what a call has really cost in the place of what was set aside for it. */
    Future<Void> settle(SqlConnection connection, Instant asked, long tokens, boolean taken, boolean discarded) {
        return wordings.use(
                connection, home, month(asked), tokens - SET_ASIDE_TOKENS, 0, taken ? 1 : 0, discarded ? 1 : 0);
    }
}
