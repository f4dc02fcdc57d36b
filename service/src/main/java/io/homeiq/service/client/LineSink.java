package io.homeiq.service.client;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Takes the lines of a stream. */
@FunctionalInterface
public interface LineSink {

    /**
     * Some lines in their order, without their ends. No more come until the future is complete, so the sender waits as long as it takes.
     *
     * @return if it fails, the stream is given up
     */
    Future<Void> take(List<Buffer> lines);
}
