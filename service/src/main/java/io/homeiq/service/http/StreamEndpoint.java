package io.homeiq.service.http;

import io.vertx.core.Future;

/** Reads the body or writes the answer of a request bit by bit. Called on the event loop, so it must not block. */
@FunctionalInterface
public interface StreamEndpoint {

    /**
     * Called before a byte of the body was read; the body does not flow until someone asks for it, and must be asked for without delay.
     *
     * @return succeeds once the response has ended; if it fails before a byte of the response was sent, a problem is answered, else the connection
     *     is cut so that nobody takes the half for the whole
     */
    Future<Void> answer(Request request);
}
