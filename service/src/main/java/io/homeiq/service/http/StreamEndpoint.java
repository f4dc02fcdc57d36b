package io.homeiq.service.http;

import io.vertx.core.Future;

/** Reads the body of a request bit by bit. Called on the event loop, so it must not block. */
@FunctionalInterface
public interface StreamEndpoint {

    /**
     * Called before a byte of the body was read; the body does not flow until someone asks for it.
     *
     * @return as of an {@link Endpoint}; may be complete before the body was read to its end, which then is not wanted
     */
    Future<Reply> answer(Request request);
}
