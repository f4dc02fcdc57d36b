package io.homeiq.service.event;

import static io.homeiq.service.event.Station.HOME;
import static io.homeiq.service.event.Station.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.event.DeadLetter;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.event.PatternRetired;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.home.HomeId;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventConsumerIT {

    private static final Topic TOPIC = Topic.event(HOME, EventType.HISTORY_IMPORTED);
    private static final String COUNTER = "homeiq.events.consumed";

    @TempDir
    Path folder;

    private Station station;

    @BeforeEach
    void open() {
        station = new Station(folder);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void takesAnEventThatIsDeliveredTwiceOnce() {
        // Given
        Station.await(station.events.on(HistoryImported.class, this::add));

        // When
        station.publish(imported("one", 5));
        station.publish(imported("one", 5));
        station.publish(imported("two", 7));

        // Then
        await().untilAsserted(() -> assertThat(counted("done")).isEqualTo(2));
        await().untilAsserted(() -> assertThat(counted("duplicate")).isEqualTo(1));
        assertThat(station.sum()).isEqualTo(12);
    }

    @Test
    void takesAnEventAgainWhoseEffectFailed() {
        // Given
        AtomicInteger attempts = new AtomicInteger();
        Station.await(station.events.on(
                HistoryImported.class,
                (connection, event) -> add(connection, event)
                        .compose(added -> attempts.incrementAndGet() < 3
                                ? Future.failedFuture("not yet")
                                : Future.succeededFuture())));

        // When
        station.publish(imported("one", 5));

        // Then
        await().untilAsserted(() -> assertThat(counted("done")).isEqualTo(1));
        assertThat(counted("failed")).isEqualTo(2);
        assertThat(station.sum()).isEqualTo(5);
    }

    @Test
    void survivesAHandlerThatThrows() {
        // Given
        AtomicInteger attempts = new AtomicInteger();
        Station.await(station.events.on(HistoryImported.class, (connection, event) -> {
            if (attempts.incrementAndGet() < 2) {
                throw new IllegalStateException("not yet");
            }
            return add(connection, event);
        }));

        // When
        station.publish(imported("one", 5));
        station.publish(imported("two", 7));

        // Then
        await().untilAsserted(() -> assertThat(station.sum()).isEqualTo(12));
    }

    @Test
    void putsAsideWhatCannotBeReadAndGoesOn() {
        // Given
        Station.await(station.events.on(HistoryImported.class, this::add));

        // When
        station.publish(TOPIC, "{\"specversion\": \"1.0\", \"oops\"");
        station.publish(imported("one", 5));

        // Then
        await().untilAsserted(() -> assertThat(counted("done")).isEqualTo(1));
        assertThat(station.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.payload()).isEqualTo("{\"specversion\": \"1.0\", \"oops\"");
            assertThat(letter.encoding()).isEqualTo("utf-8");
            assertThat(letter.topic()).isEqualTo(TOPIC);
            assertThat(letter.reason()).isNotBlank();
            assertThat(letter.receivedAt()).isEqualTo(station.clock.instant());
            assertThat(letter.truncated()).isFalse();
        });
        assertThat(counted("dead_letter")).isEqualTo(1);
    }

    @Test
    void keepsBytesThatAreNoText() {
        // Given
        byte[] bytes = {0, 1, (byte) 0xff, 7};
        Station.await(station.events.on(HistoryImported.class, this::add));

        // When
        station.publish(TOPIC, bytes);

        // Then
        await().untilAsserted(() -> assertThat(station.deadLetters()).hasSize(1));
        assertThat(Base64.getDecoder().decode(station.deadLetters().getFirst().payload()))
                .isEqualTo(bytes);
    }

    @Test
    void cutsALongMessageSoThatTheLetterFitsTheBus() {
        // Given
        String longest = "\"".repeat(60_000);
        Station.await(station.events.on(HistoryImported.class, this::add));

        // When
        station.publish(TOPIC, longest);

        // Then
        await().untilAsserted(() -> assertThat(station.deadLetters()).hasSize(1));
        DeadLetter letter = station.deadLetters().getFirst();
        assertThat(letter.bytes()).isEqualTo(60_000);
        assertThat(letter.truncated()).isTrue();
        assertThat(letter.payload()).hasSize(DeadLetter.MAX_ORIGINAL_BYTES);
    }

    @Test
    void putsAsideAnEventThatIsOnTheWrongTopic() {
        // Given
        Station.await(station.events.on(HistoryImported.class, this::add));
        Event<?> stray = new Event<>(
                imported("x", 1).id(),
                new HomeId("other"),
                "data",
                station.clock.instant(),
                imported("x", 1).data());

        // When
        station.publish(TOPIC, station.codec.encode(stray));

        // Then
        await().untilAsserted(() -> assertThat(station.deadLetters()).hasSize(1));
        assertThat(station.deadLetters().getFirst().reason()).contains("of home other does not belong");
        assertThat(station.sum()).isZero();
    }

    @Test
    void ringsForEveryDeliveryOfABell() {
        // Given
        List<Long> rung = new CopyOnWriteArrayList<>();
        Station.await(station.events.onBell(HistoryImported.class, event -> {
            rung.add(event.data().added());
            return Future.succeededFuture();
        }));

        // When
        station.publish(imported("one", 5));
        station.publish(imported("one", 5));

        // Then
        await().untilAsserted(() -> assertThat(rung).containsExactly(5L, 5L));
    }

    @Test
    void takesNothingAfterItsSubscriptionEnded() {
        // Given
        var retired = Station.await(station.events.on(PatternRetired.class, (c, e) -> Future.succeededFuture()));
        var subscription = Station.await(station.events.on(HistoryImported.class, this::add));

        // When
        Station.await(subscription.cancel());
        station.publish(TOPIC, "nobody reads this".getBytes(StandardCharsets.UTF_8));
        Station.await(retired.cancel());

        // Then
        assertThat(station.deadLetters()).isEmpty();
    }

    private Future<Void> add(SqlConnection connection, Event<HistoryImported> event) {
        return station.add(connection, event.data().added());
    }

    private double counted(String outcome) {
        return station.counted(COUNTER, "history.imported", outcome);
    }
}
