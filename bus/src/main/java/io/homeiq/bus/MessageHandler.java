package io.homeiq.bus;

import io.vertx.core.Future;

/** Takes the messages of one subscription, one after the other in order of arrival: the next comes when this one's future is complete. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Called on the Vert.x context on which {@link Bus#subscribe} was called, so it must not block.
     *
     * @return succeeds once the effect of the message stands: only then is it acknowledged. If it fails, or if this method throws, the
     *     message is delivered again, a limited number of times at once and later once more; a message can also come twice after a success.
     */
    Future<Void> handle(Message message);
}
