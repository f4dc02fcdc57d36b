package io.homeiq.query;

import io.homeiq.contracts.event.QueryAnswered;
import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.Problem;
import io.homeiq.service.event.Announcer;
import io.homeiq.store.query.Clarification;
import io.homeiq.store.query.ClarificationRepository;
import io.homeiq.store.query.QueryRepository;
import io.homeiq.store.query.StoredQuery;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked and answered, kept and announced. */
final class QueryBook {

    /** The latest of a home; older ones are forgotten. */
    private static final int KEPT = 10_000;

    private final Announcer announcer;
    private final QueryRepository queries = new QueryRepository();
    private final ClarificationRepository clarifications = new ClarificationRepository();
    private final HomeId home;
    private final WireJson json;

    QueryBook(Announcer announcer, HomeId home, WireJson json) {
        this.announcer = announcer;
        this.home = home;
        this.json = json;
    }

    /**
     * Keeps an answer and announces it, both or none.
     *
     * @param clarification how the conversation stands now; null if there is none
     */
    Future<QueryReply> keep(
            StoredQuery query, QueryReply reply, @Nullable Clarification clarification, Duration duration) {
        String outcome = reply.outcome().name().toLowerCase(Locale.ROOT);
        return announcer.write(connection -> queries.save(connection, home, query)
                .compose(saved -> save(connection, clarification))
                .compose(saved -> announcer.announce(
                        connection, new QueryAnswered(reply.queryId(), outcome, reply.confidence(), duration)))
                .map(announced -> reply));
    }

    private Future<Void> save(SqlConnection connection, @Nullable Clarification clarification) {
        return clarification == null ? Future.succeededFuture() : clarifications.save(connection, home, clarification);
    }

    /** Fails with a problem if there is none of this id. */
    Future<StoredQuery> find(String id) {
        return announcer
                .read(connection -> queries.find(connection, home, id))
                .map(found -> found.orElseThrow(
                        () -> Problem.of(Problem.Kind.NOT_FOUND, "there is no query " + id + "; old ones are forgotten")
                                .asException()));
    }

    Future<Optional<Clarification>> clarification(String id) {
        return announcer.read(connection -> clarifications.find(connection, home, id));
    }

    /** The answer as it was given. */
    QueryReply replyOf(StoredQuery query) {
        return json.read(query.document(), QueryReply.class);
    }

    /** Forgets what is too old. */
    Future<Integer> trim() {
        return announcer.write(connection -> queries.trim(connection, home, KEPT)
                .compose(forgotten -> clarifications.trim(connection, home).map(forgotten)));
    }
}
