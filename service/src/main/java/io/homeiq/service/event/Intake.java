package io.homeiq.service.event;

import io.homeiq.bus.Message;
import io.homeiq.contracts.event.DeadLetter;
import io.homeiq.contracts.event.Topic;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what came in and puts aside what cannot be taken. */
final class Intake {

    /** How a message ended. */
    enum Outcome {
        DONE,
        DUPLICATE,
        DEAD_LETTER,
        FAILED
    }

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final ConsumerParts parts;
    private final String counter;

    /** @param counter the name of the number that it counts into, for example {@code homeiq.events.consumed} */
    Intake(ConsumerParts parts, String counter) {
        this.parts = parts;
        this.counter = counter;
    }

    void count(String type, Outcome outcome) {
        parts.metrics()
                .counter(
                        counter,
                        "Messages taken from the bus, by how they ended",
                        "type",
                        type,
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** Succeeds once the letter is with the broker: until then the message must not be acknowledged. */
    Future<Void> putAside(Message message, String type, String reason) {
        count(type, Outcome.DEAD_LETTER);
        LOG.atWarn()
                .addKeyValue("topic", message.topic())
                .log("a message could not be taken and was put aside: {}", reason);
        DeadLetter letter = DeadLetter.of(
                reason,
                message.topic(),
                parts.clock().instant(),
                message.payload().getBytes());
        Topic topic = Topic.deadLetter(parts.home(), parts.service());
        return parts.bus().publish(new Message(topic, Buffer.buffer(parts.json().toBytes(letter)), false));
    }
}
