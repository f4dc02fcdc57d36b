package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.event.StateChanged;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.store.learning.LearningPauseRepository;
import io.homeiq.testing.MutableClock;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner switches learning off for a while. */
class LearningPauseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant FROM =
            HallLife.FIRST_DAY.plusDays(20).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(3));

    private final LearningPauseRepository pauses = new LearningPauseRepository();
    private final List<Sequenced> events = HallLife.events(1);

    private final MutableClock clock = MutableClock.at("2026-02-05T20:00:00Z");

    private Station station;

    @BeforeEach
    void start(@TempDir Path folder) {
        station = new Station(folder, clock);
        station.register(HallLife.registry());
        station.history.add(events);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void pause() {
        station.write(connection -> pauses.pause(connection, Station.HOME, FROM));
    }

    private void resume() {
        station.write(connection -> pauses.resume(connection, Station.HOME, UNTIL));
    }

    private boolean isLeftOut(Sequenced event) {
        return !event.event().time().isBefore(FROM) && event.event().time().isBefore(UNTIL);
    }

    @Test
    void noAnalysisRunsUntilItIsSwitchedOnAgain() {
        // Given
        pause();

        // When
        String reason = station.refused(409, "POST", "/api/analysis/trigger", "")
                .path("detail")
                .asText();
        resume();

        // Then
        assertThat(reason).contains("nothing is learned since " + FROM).contains("--learning on");
        assertThat(station.runs()).isEmpty();
        station.analyse();
        assertThat(station.runs()).hasSize(1);
    }

    @Test
    void whatHappenedMeanwhileIsLeftOutAlsoOfLaterAnalysesAndAfterARestart() {
        // Given
        pause();
        resume();
        station.restart();

        // When
        station.analyse();

        // Then
        long left = events.stream().filter(this::isLeftOut).count();
        assertThat(left).isPositive();
        assertThat(Objects.requireNonNull(station.runs().getFirst().result()).events())
                .isEqualTo(events.size() - left);
    }

    @Test
    void theLogIsFollowedOnMeanwhile() {
        // Given
        pause();

        // When
        ring(events.size());

        // Then
        await().atMost(PATIENCE).until(() -> station.number("homeiq_history_lag_events") == 0);
    }

    @Test
    void historyThatCameInMeanwhileIsAnalysedOnceLearningIsOnAgain() {
        // Given
        pause();
        imported();
        Duration longerThanAnAnalysisNeeds = Duration.ofSeconds(5);
        await().during(longerThanAnAnalysisNeeds)
                .atMost(PATIENCE)
                .until(() -> station.runs().isEmpty());

        // When
        resume();

        // Then
        await().atMost(PATIENCE).until(() -> !station.runs().isEmpty());
        assertThat(station.runs()).extracting(AnalysisRun::triggeredBy).containsExactly("import");
    }

    private void imported() {
        Instant now = clock.instant();
        publish(new Event<>(
                new EventId(UUID.randomUUID().toString()),
                Station.HOME,
                "data",
                now,
                new HistoryImported("events.csv", 40, 5, 0, now, now, 45)));
    }

    private void ring(int seq) {
        StateChange change = (StateChange) events.get(seq - 1).event();
        Event<StateChanged> event = new Event<>(
                new EventId(UUID.randomUUID().toString()),
                Station.HOME,
                "data",
                change.time(),
                new StateChanged(seq, change));
        publish(event);
    }

    private void publish(Event<?> event) {
        byte[] payload = new EventCodec(station.json).encode(event);
        Station.await(station.bus.publish(new Message(event.topic(), Buffer.buffer(payload), false)));
    }
}
