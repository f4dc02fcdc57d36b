package io.homeiq.service.event;

import static io.homeiq.service.event.Station.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.service.metrics.Metrics;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncerIT {

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
    void publishesWhatWasCommittedInItsOrder() {
        // Given
        station.announcer.start();

        // When
        for (int i = 1; i <= 20; i++) {
            announce(i);
        }

        // Then
        await().untilAsserted(() -> assertThat(announced())
                .isEqualTo(IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).collect(Collectors.toList())));
        assertThat(Station.await(station.announcer.pending())).isZero();
    }

    @Test
    void neverTellsOfAChangeThatDidNotHappen() {
        // Given
        station.announcer.start();

        // When
        assertThatThrownBy(() -> Station.await(station.announcer.write(connection -> station.announcer
                        .announce(connection, fact(1))
                        .compose(announced -> Future.failedFuture("the change failed")))))
                .hasMessageContaining("the change failed");
        announce(2);

        // Then
        await().untilAsserted(() -> assertThat(announced()).containsExactly(2L));
    }

    @Test
    void publishesAtItsStartWhatAnEarlierProcessLeftBehind() {
        // Given
        announce(1);
        assertThat(Station.await(station.announcer.pending())).isEqualTo(1);

        // When
        station.announcer.start();

        // Then
        await().untilAsserted(() -> assertThat(announced()).containsExactly(1L));
    }

    @Test
    void countsWhatIsAnnouncedAndWhatWaits() {
        // Given
        Metrics metrics = new Metrics("test");
        station.announcer.countInto(metrics);

        // When
        announce(1);
        announce(2);

        // Then
        assertThat(Station.await(metrics.scrape()))
                .contains("homeiq_events_announced_total{service=\"test\",type=\"history.imported\"} 2.0")
                .contains("homeiq_events_announced_total{service=\"test\",type=\"pattern.detected\"} 0.0")
                .contains("homeiq_outbox_waiting{service=\"test\"} 2.0");
        metrics.close();
    }

    private void announce(long added) {
        Station.await(station.announcer.write(connection -> station.announcer.announce(connection, fact(added))));
    }

    private static HistoryImported fact(long added) {
        return new HistoryImported("a.csv", added, 0, 0, null, null, added);
    }

    private List<Long> announced() {
        return station.seen.stream()
                .filter(message -> message.topic().equals(Topic.event(HOME, EventType.HISTORY_IMPORTED)))
                .map(message -> station.codec.decode(message.payload().getBytes()))
                .map(Decoded.Readable.class::cast)
                .map(readable -> ((HistoryImported) readable.event().data()).added())
                .toList();
    }
}
