package io.homeiq.data.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.data.history.EventQuery.Order;
import io.homeiq.homeassistant.source.WrittenLines;
import io.homeiq.service.http.StreamBody;
import io.homeiq.store.history.HistoryReader;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * All wanted events as lines of JSON, one after the other. Holds two pieces of them at most: one that is being sent, and the next one that is read
 * meanwhile. A client that does not read makes it wait.
 */
final class EventStream implements StreamBody {

    static final String MEDIA_TYPE = "application/x-ndjson";

    /** A piece ends when it has so many bytes or events. */
    private static final int PIECE_BYTES = 512 * 1024;

    private static final int PIECE_EVENTS = 2_000;

    private final History history;
    private final EventQuery query;
    private final WrittenLines lines;
    private final Promise<Void> done = Promise.promise();
    private final Counter streamed;
    private long left;

    /**
     * @param limit no more events than this
     * @param streamed counts the events as they are read
     */
    EventStream(History history, EventQuery query, long limit, ObjectMapper mapper, Counter streamed) {
        this.history = history;
        this.lines = new WrittenLines(mapper, PIECE_BYTES + PIECE_BYTES / 4);
        this.query = query;
        this.left = limit;
        this.streamed = streamed;
    }

    private record Piece(Buffer lines, @Nullable Order next) {}

    @Override
    public Future<Void> writeTo(HttpServerResponse response) {
        send(response, read(query.order()));
        return done.future();
    }

    private void send(HttpServerResponse response, Future<Piece> coming) {
        coming.onFailure(done::tryFail).onSuccess(piece -> {
            Order next = piece.next();
            Future<Piece> following = next == null ? null : read(next);
            response.write(piece.lines()).onFailure(done::tryFail).onSuccess(written -> {
                if (following == null) {
                    done.tryComplete();
                } else {
                    send(response, following);
                }
            });
        });
    }

    private Future<Piece> read(Order order) {
        return history.read(reader -> readNow(reader, order));
    }

    /** On a reader's thread; pieces are read one after the other, so what is remembered here needs no lock. */
    private Piece readNow(HistoryReader reader, Order order) {
        int[] events = {0};
        if (left <= 0) {
            return new Piece(Buffer.buffer(), null);
        }
        Order next = EventPages.read(reader, query.in(order), event -> {
            lines.add(event);
            events[0]++;
            left--;
            return left > 0 && events[0] < PIECE_EVENTS && lines.size() < PIECE_BYTES;
        });
        streamed.increment(events[0]);
        return new Piece(Buffer.buffer(lines.take()), left > 0 ? next : null);
    }
}
