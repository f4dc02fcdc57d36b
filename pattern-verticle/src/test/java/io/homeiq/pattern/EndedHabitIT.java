package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.testing.MutableClock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A habit that people leave is retired by the next analysis, which says why. */
class EndedHabitIT {

    private static final EntityId LAMP = HallLife.LAMP;
    private static final EntityId DESK = new EntityId("light.desk");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final int END = 50;

    @TempDir
    private Path folder;

    private final MutableClock clock = MutableClock.at("2026-03-10T20:00:00Z");
    private final SplittableRandom random = new SplittableRandom(81);
    private long seq;
    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, clock);
        station.register(HallLife.registry());
    }

    @AfterEach
    void close() {
        station.close();
    }

    private List<Sequenced> days(int from, int until, boolean habit) {
        List<Sequenced> events = new ArrayList<>();
        for (int day = from; day < until; day++) {
            add(events, DESK, true, day, 9 * 60 + random.nextInt(180));
            add(events, LAMP, false, day, 13 * 60 + random.nextInt(200));
            add(events, DESK, false, day, 17 * 60 + random.nextInt(100));
            if (habit) {
                add(events, LAMP, true, day, 21 * 60 + random.nextInt(11));
            }
        }
        return events;
    }

    private void add(List<Sequenced> events, EntityId entity, boolean on, int day, int minute) {
        seq++;
        events.add(new Sequenced(
                seq,
                new StateChange(
                        entity,
                        on ? "off" : "on",
                        on ? "on" : "off",
                        Attributes.NONE,
                        FIRST_DAY
                                .plusDays(day)
                                .atTime(LocalTime.MIN)
                                .plusMinutes(minute)
                                .toInstant(ZoneOffset.UTC)
                                .plusMillis(random.nextInt(60_000)),
                        new Context("c" + seq, null, null))));
    }

    private static List<JsonNode> ofLamp(JsonNode answer) {
        List<JsonNode> patterns = new ArrayList<>();
        answer.path("data").path("patterns").forEach(patterns::add);
        return patterns.stream()
                .filter(pattern -> pattern.path("device_id").asText().equals(LAMP.value()))
                .filter(pattern ->
                        pattern.path("metadata").path("rule").toString().contains("turn_on"))
                .toList();
    }

    @Test
    void retiresAHabitThatPeopleLeftAndSaysSinceWhen() {
        // Given
        station.history.add(days(0, END, true));
        station.analyse();
        String id = ofLamp(station.get("/api/v1/patterns/list?proven_only=true"))
                .getFirst()
                .path("id")
                .asText();

        // When
        station.history.add(days(END, END + 9, false));
        station.analyse();
        station.analyse();

        // Then
        assertThat(ofLamp(station.get("/api/v1/patterns/list?proven_only=true")))
                .isEmpty();
        JsonNode history = station.get("/api/v1/patterns/" + id + "/history").path("data");
        assertThat(history.path("inactive").asBoolean()).isTrue();
        assertThat(history.path("drift").path("kind").asText()).isEqualTo("paused");
        assertThat(history.path("drift").path("since").asText()).startsWith("2026-02-2");
        assertThat(history.path("drift").path("reason").asText()).startsWith("paused: since 2");
        assertThat(history.path("count").asInt()).isEqualTo(2);
    }
}
