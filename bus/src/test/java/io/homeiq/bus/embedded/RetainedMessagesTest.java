package io.homeiq.bus.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetainedMessagesTest {

    private static final long NOW = 1_000;

    private final RetainedMessages retained = new RetainedMessages(BrokerLimits.DEFAULT.withRetained(3, 100));

    private static Publication on(String topic, int bytes, long deadline) {
        return new Publication(new Topic(topic), Buffer.buffer(new byte[bytes]), 1, true, List.of(), deadline, "me");
    }

    private static Publication on(String topic, int bytes) {
        return on(topic, bytes, Publication.NEVER);
    }

    private List<String> topics(String filter) {
        return retained.matching(new TopicFilter(filter), NOW).stream()
                .map(kept -> kept.topic().value())
                .toList();
    }

    @Test
    void keepsNoMoreThanItMay() {
        assertThat(retained.keep(on("a", 60))).isTrue();
        assertThat(retained.keep(on("b", 60))).isFalse();
        assertThat(retained.keep(on("b", 20))).isTrue();
        assertThat(retained.keep(on("c", 20))).isTrue();
        assertThat(retained.keep(on("d", 0))).isTrue();
        assertThat(retained.keep(on("a", 10))).isTrue();
        assertThat(retained.keep(on("d", 1))).isFalse();
        assertThat(retained.keep(on("b", 0))).isTrue();
        assertThat(retained.keep(on("d", 60))).isTrue();
        assertThat(topics("+")).containsExactly("a", "c", "d");
    }

    @Test
    void keepsTheOldWordWhenTheNewOneHasNoRoom() {
        // Given
        retained.keep(on("a", 90));

        // Then
        assertThat(retained.keep(on("a", 101))).isFalse();
        assertThat(retained.matching(new TopicFilter("a"), NOW))
                .singleElement()
                .satisfies(kept -> assertThat(kept.payload().length()).isEqualTo(90));
    }

    @Test
    void hidesWhatBeginsWithADollarFromWildcards() {
        // Given
        retained.keep(on("$SYS/x", 1));
        retained.keep(on("a/x", 1));

        // Then
        assertThat(topics("#")).containsExactly("a/x");
        assertThat(topics("+/x")).containsExactly("a/x");
        assertThat(topics("$SYS/x")).containsExactly("$SYS/x");
        assertThat(topics("$SYS/#")).containsExactly("$SYS/x");
    }

    @Test
    void forgetsWhatHasExpiredAndGivesTheRoomBack() {
        // Given
        retained.keep(on("a", 90, NOW));
        retained.keep(on("b", 10, NOW + 1));

        // Then
        assertThat(topics("#")).containsExactly("b");
        assertThat(retained.keep(on("c", 90))).isTrue();
    }
}
