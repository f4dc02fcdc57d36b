package io.homeiq.automation;

import static io.homeiq.automation.Samples.LAMP;
import static io.homeiq.automation.Samples.LOCK;
import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.store.pattern.PatternRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At most five new suggestions a week, the best first; the others wait. */
class WeeklyBudgetIT {

    private static final List<String> FIVE_BEST = List.of("sug_h9", "sug_h8", "sug_h7", "sug_h6", "sug_h5");

    @TempDir
    private Path folder;

    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, new FakeTarget());
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void theFiveBestOfALongHistoryComeFirstInWhateverOrderTheyAreHeard() {
        // Given ten habits that were found in one analysis
        List<Pattern> habits = habits();
        keep(habits);

        // When the least certain is heard first
        habits.forEach(station::detected);

        // Then
        assertThat(made(5)).isEqualTo(FIVE_BEST);
        assertThat(station.get("/api/suggestions/list").path("total").asInt()).isEqualTo(5);
    }

    @Test
    void theNextOnesComeWhenTheWeekIsOverAlsoAfterARestart() {
        // Given
        keep(habits());
        station.detected(habits().getLast());
        assertThat(made(5)).isEqualTo(FIVE_BEST);
        station.stop();
        station.clock.advance(Duration.ofDays(7).plusSeconds(1));

        // When
        station.start();

        // Then
        assertThat(made(10))
                .endsWith("sug_h4", "sug_h3", "sug_h2", "sug_h1", "sug_h0")
                .doesNotHaveDuplicates();
    }

    @Test
    void aRestartWithinTheWeekMakesNoMore() {
        // Given
        keep(habits());
        station.detected(habits().getLast());
        made(5);
        station.stop();
        station.clock.advance(Duration.ofDays(6));

        // When
        station.start();
        station.detected(proven("h0", LAMP, 0.5));
        station.changed(proven("h9", LAMP, 0.99));

        // Then the change of one that is open already is taken in, and nothing else
        await().untilAsserted(() -> assertThat(station.get("/api/suggestions/sug_h9")
                        .path("confidence")
                        .asDouble())
                .isEqualTo(0.99));
        assertThat(made(5)).isEqualTo(FIVE_BEST);
    }

    @Test
    void whoeverAsksGetsMoreThanTheWeekHasRoomFor() {
        // Given
        keep(habits());
        station.detected(habits().getLast());
        made(5);

        // When
        int count = station.post("/api/suggestions/generate", "{\"limit\":3,\"days\":365}")
                .path("count")
                .asInt();

        // Then
        assertThat(count).isEqualTo(3);
        assertThat(made(8)).endsWith("sug_h4", "sug_h3", "sug_h2");
    }

    @Test
    void whatMayNotBeSwitchedTakesNoRoom() {
        // Given five locks that would come first
        keep(Stream.concat(IntStream.range(0, 5).mapToObj(i -> proven("lock" + i, LOCK, 0.99)), habits().stream())
                .toList());

        // When
        station.detected(habits().getFirst());

        // Then
        assertThat(made(5)).isEqualTo(FIVE_BEST);
    }

    @Test
    void anAnomalyIsNeverSuggested() {
        // Given
        Pattern door = proven("h9");
        Pattern anomaly = new Pattern(
                door.id(),
                PatternKind.ANOMALY,
                door.entity(),
                door.rule(),
                0.999,
                0.001,
                1,
                door.lastSeen(),
                door.lastSeen(),
                null,
                new Finding.NotProposed("Back door was opened at 03:12"));
        keep(List.of(anomaly));

        // When
        station.detected(anomaly);
        station.detected(proven("lamp"));

        // Then
        assertThat(made(1)).containsExactly("sug_lamp");
        assertThat(station.post("/api/suggestions/generate", "{\"pattern_ids\":[\"h9\"]}")
                        .at("/skipped/0/reason")
                        .asText())
                .contains("not proven", "Back door was opened");
    }

    @Test
    void tellsWhyASuggestionStandsWhereItStands() {
        // Given
        station.detected(proven("lamp"));
        made(1);

        // Then
        assertThat(station.get("/api/suggestions/sug_lamp")
                        .at("/rank_reasons/0")
                        .asText())
                .isEqualTo("by confidence alone, 0.90, for there is no trained model yet");
        assertThat(station.get("/api/suggestions/list")
                        .at("/suggestions/0/rank_reasons")
                        .size())
                .isEqualTo(1);
    }

    /** The less certain first. */
    private static List<Pattern> habits() {
        return IntStream.range(0, 10)
                .mapToObj(i -> proven("h" + i, LAMP, 0.5 + i * 0.04))
                .toList();
    }

    private void keep(List<Pattern> found) {
        PatternRepository patterns = new PatternRepository(station.json, station.clock);
        found.forEach(pattern -> Station.await(station.database.write(
                connection -> patterns.save(connection, Station.HOME, pattern).mapEmpty())));
    }

    /** The suggestions in the order in which they were made, once there are so many. */
    private List<String> made(int count) {
        await().untilAsserted(() ->
                assertThat(station.announced(SuggestionCreated.class)).hasSize(count));
        return station.announced(SuggestionCreated.class).stream()
                .map(created -> created.suggestion().id().value())
                .toList();
    }
}
