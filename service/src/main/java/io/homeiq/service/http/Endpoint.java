package io.homeiq.service.http;

import io.homeiq.service.ProblemException;
import io.vertx.core.Future;

/** Answers one kind of request. Called on the event loop, so it must not block. */
@FunctionalInterface
public interface Endpoint {

    /**
     * What to answer. A {@link ProblemException}, thrown or as the future's failure, is answered as its problem; every other failure as one
     * that tells no internals.
     */
    Future<Reply> answer(Request request);
}
