package io.homeiq.service.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;

/** An answer that is too long to be kept in memory. */
@FunctionalInterface
public interface StreamBody {

    /**
     * Writes it bit by bit; status and headers are set already, and the end is not written here. Should wait for each write, so that a slow client
     * is not written to faster than it reads.
     *
     * @return if it fails, the connection is cut so that nobody takes the half for the whole
     */
    Future<Void> writeTo(HttpServerResponse response);
}
