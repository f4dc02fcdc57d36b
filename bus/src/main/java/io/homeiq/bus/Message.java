package io.homeiq.bus;

import io.homeiq.contracts.event.Topic;
import io.vertx.core.buffer.Buffer;

/**
 * Bytes on a topic.
 *
 * @param payload not changed any more once it was handed over
 * @param retained when published: the broker keeps it as the last word on its topic, an empty payload removes that word;
 *     when received: it is such a kept word and not news
 */
public record Message(Topic topic, Buffer payload, boolean retained) {

    /** The largest payload that can be published, in bytes. Every receiver can take it. */
    public static final int MAX_PAYLOAD_BYTES = 64 * 1024;
}
