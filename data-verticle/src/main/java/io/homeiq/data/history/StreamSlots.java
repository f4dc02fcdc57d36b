package io.homeiq.data.history;

import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.http.StreamBody;
import java.util.concurrent.atomic.AtomicInteger;

/** How many streams of the history may be under way at once. Each holds some memory for as long as its client likes. */
final class StreamSlots {

    /** The pattern service reads one; people and programs rarely more. */
    static final int MAX_STREAMS = 16;

    private final AtomicInteger taken = new AtomicInteger();

    /**
     * A stream that holds a place from its first byte to its end, however it ends.
     *
     * @throws io.homeiq.service.ProblemException {@code TOO_MANY_REQUESTS} if no place is free
     */
    StreamBody of(StreamBody stream) {
        if (taken.get() >= MAX_STREAMS) {
            throw Problem.of(
                            Kind.TOO_MANY_REQUESTS,
                            "only " + MAX_STREAMS
                                    + " streams of the history at once; read another one to its end first")
                    .asException();
        }
        return response -> {
            taken.incrementAndGet();
            return stream.writeTo(response).onComplete(ended -> taken.decrementAndGet());
        };
    }
}
