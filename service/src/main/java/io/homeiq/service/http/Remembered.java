package io.homeiq.service.http;

import io.homeiq.contracts.json.WireJson;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that is asked for again and again, answered from memory as long as nothing was written since. Whoever writes sees
 * what was written: an answer is only good for the count of writes that it was read under.
 */
public final class Remembered implements Endpoint {

    /** Different questions that are kept; the one unused for longest goes first. */
    static final int MAX_ANSWERS = 256;

    /** A longer answer is read anew each time. */
    static final int MAX_BYTES = 256 * 1024;

    /** For what changes with the time alone. */
    static final Duration MAX_AGE = Duration.ofSeconds(10);

    private record Answer(Reply reply, long writes, Instant at) {}

    private final Endpoint endpoint;
    private final LongSupplier writes;
    private final WireJson json;
    private final InstantSource clock;
    private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MAX_ANSWERS;
        }
    };

    /**
     * @param endpoint answers with a value that becomes JSON, by nothing but the query of the address
     * @param writes how much was ever written to what it reads; grows before a writer hears that it is done
     */
    public Remembered(Endpoint endpoint, LongSupplier writes, WireJson json, InstantSource clock) {
        this.endpoint = endpoint;
        this.writes = writes;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Future<Reply> answer(Request request) {
        String question = String.valueOf(request.raw().query());
        long now = writes.getAsLong();
        Answer known = find(question);
        if (known != null
                && known.writes() == now
                && clock.instant().isBefore(known.at().plus(MAX_AGE))) {
            return Future.succeededFuture(known.reply());
        }
        return endpoint.answer(request).map(reply -> keep(question, now, reply));
    }

    private synchronized @Nullable Answer find(String question) {
        return answers.get(question);
    }

    private Reply keep(String question, long writesBefore, Reply reply) {
        Buffer body = Buffer.buffer(json.toBytes(reply.body()));
        Reply ready = new Reply(reply.status(), body, reply.headers());
        if (body.length() <= MAX_BYTES) {
            put(question, new Answer(ready, writesBefore, clock.instant()));
        }
        return ready;
    }

    private synchronized void put(String question, Answer answer) {
        answers.put(question, answer);
    }
}
