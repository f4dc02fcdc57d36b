package io.homeiq.bus.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.BusException;
import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Topic;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PublishQueueTest {

    private static Message message(int bytes) {
        return new Message(new Topic("a"), Buffer.buffer(new byte[bytes]), false);
    }

    @Test
    void givesRoomForSoManyMessagesAndBytes() {
        // Given
        PublishQueue queue = new PublishQueue(MqttLimits.DEFAULT.withQueue(3, 100));

        // Then
        assertThat(queue.reserve(message(60))).isTrue();
        assertThat(queue.reserve(message(60))).isFalse();
        assertThat(queue.reserve(message(40))).isTrue();
        assertThat(queue.reserve(message(0))).isTrue();
        assertThat(queue.reserve(message(0))).isFalse();
    }

    @Test
    void failsWhatIsLeftAndGivesTheRoomBack() {
        // Given
        PublishQueue queue = new PublishQueue(MqttLimits.DEFAULT.withQueue(1, 100));
        Promise<Void> acknowledged = Promise.promise();
        assertThat(queue.reserve(message(100))).isTrue();
        queue.add(message(100), acknowledged);

        // When
        queue.close();

        // Then
        assertThat(acknowledged.future().cause())
                .isInstanceOfSatisfying(
                        BusException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.CLOSED));
        assertThat(queue.reserve(message(100))).isTrue();
    }

    @Test
    void tellsOnceWhenItIsEmpty() {
        // Given
        PublishQueue queue = new PublishQueue(MqttLimits.DEFAULT);
        AtomicInteger told = new AtomicInteger();
        queue.reserve(message(1));
        queue.add(message(1), Promise.promise());

        // When
        queue.whenEmpty(told::incrementAndGet);
        int before = told.get();
        queue.close();
        queue.close();

        // Then
        assertThat(before).isZero();
        assertThat(told).hasValue(1);
    }
}
