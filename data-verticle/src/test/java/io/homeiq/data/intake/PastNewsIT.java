package io.homeiq.data.intake;

import static io.homeiq.data.RunningData.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.data.Samples;
import io.homeiq.homeassistant.live.FeedState;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.event.AnnouncerParts;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.history.Appended;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastNewsIT {

    private static final HomeId HOME = new HomeId("home");
    private static final Instant NOW = Instant.parse("2026-03-10T06:00:00Z");
    private static final FeedState FILLING = new FeedState.Filling(NOW, NOW);
    private static final FeedState FOLLOWING = new FeedState.Following(NOW, "2026.3", null);
    private static final FeedState AWAY = new FeedState.Waiting(NOW, "away");

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final InMemoryBus bus = new InMemoryBus(vertx);
    private final List<HistoryImported> told = new CopyOnWriteArrayList<>();
    private SharedDatabase database;
    private Announcer announcer;
    private PastNews news;
    private long seq;

    @BeforeEach
    void begin() {
        WireJson json = new WireJson();
        EventCodec codec = new EventCodec(json);
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        MutableClock clock = MutableClock.at(NOW.toString());
        announcer = new Announcer(vertx, new AnnouncerParts(database, bus, json, HOME, "data", clock));
        announcer.start();
        await(bus.subscribe(new TopicFilter("homeiq/v1/#"), message -> {
            if (codec.decode(message.payload().getBytes()) instanceof Decoded.Readable event
                    && event.event().data() instanceof HistoryImported imported) {
                told.add(imported);
            }
            return Future.succeededFuture();
        }));
        news = new PastNews(vertx, announcer, clock);
    }

    @AfterEach
    void close() {
        news.close();
        await(announcer.close());
        await(bus.close());
        await(database.close());
        await(vertx.close());
    }

    @Test
    void tellsOnceWhenTheFirstReadingIsThrough() {
        // Given
        news.begin(true);
        news.connection(FILLING);
        news.cameIn(added(3, NOW.minus(Duration.ofDays(9))));
        news.cameIn(added(2, NOW.minus(Duration.ofMinutes(1))));

        // When
        news.connection(FOLLOWING);

        // Then
        await().until(() -> !told.isEmpty());
        assertThat(told).singleElement().satisfies(imported -> {
            assertThat(imported.source()).isEqualTo("Home Assistant");
            assertThat(imported.added()).isEqualTo(5);
            assertThat(imported.duplicates()).isEqualTo(2);
            assertThat(imported.start()).isEqualTo(NOW.minus(Duration.ofDays(9)));
            assertThat(imported.end())
                    .isEqualTo(NOW.minus(Duration.ofMinutes(1)).plusSeconds(1));
            assertThat(imported.lastSeq()).isEqualTo(5);
        });
    }

    @Test
    void aReadingThatBroughtNothingNewIsNoNews() {
        // Given
        news.begin(true);
        news.connection(FILLING);
        news.cameIn(new Appended(List.of(), 40, 40, 0));
        news.connection(FOLLOWING);

        // When
        aPastComesIn();

        // Then
        assertThat(told).extracting(HistoryImported::added).containsExactly(1L);
    }

    @Test
    void aGapOfMinutesIsNoNews() {
        // Given
        news.begin(false);
        news.connection(FILLING);
        news.cameIn(added(4, NOW.minus(Duration.ofMinutes(5))));
        news.connection(FOLLOWING);

        // When
        aPastComesIn();

        // Then
        assertThat(told).extracting(HistoryImported::added).containsExactly(1L);
    }

    @Test
    void aFirstReadingThatWasInterruptedIsToldAsAWhole() {
        // Given
        news.begin(true);
        news.connection(FILLING);
        news.cameIn(added(4, NOW.minus(Duration.ofMinutes(50))));
        news.connection(AWAY);
        news.connection(FILLING);
        news.cameIn(added(2, NOW.minus(Duration.ofMinutes(5))));

        // When
        news.connection(FOLLOWING);

        // Then
        await().until(() -> !told.isEmpty());
        assertThat(told).extracting(HistoryImported::added).containsExactly(6L);
    }

    @Test
    void thePastOfLatecomersIsToldWhenItIsThrough() {
        // Given
        news.begin(false);
        news.connection(FOLLOWING);

        // When
        news.cameIn(added(4, NOW.minus(Duration.ofDays(3))));
        news.cameIn(added(4, NOW.minus(Duration.ofDays(2))));

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> !told.isEmpty());
        assertThat(told).extracting(HistoryImported::added).containsExactly(8L);
    }

    private void aPastComesIn() {
        news.connection(AWAY);
        news.cameIn(added(1, NOW.minus(Duration.ofDays(1))));
        news.connection(FOLLOWING);
        await().until(() -> !told.isEmpty());
    }

    private Appended added(int events, Instant from) {
        List<Sequenced> added = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            added.add(new Sequenced(++seq, Samples.lamp("hall", i, from.plusSeconds(i))));
        }
        return new Appended(added, 1, seq, 0);
    }
}
