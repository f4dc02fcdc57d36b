package io.homeiq.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.simulation.engine.LogFaults;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days with a changing clock, and days that are like no other. */
class CalendarTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @ParameterizedTest(name = "from {0}")
    @CsvSource({"2026-03-27, 2026-03-29, 23", "2026-10-23, 2026-10-25, 25"})
    void theClockOnTheWallCountsWhereItChanges(LocalDate first, LocalDate changing, int hours) {
        // Given
        Recording recording = Recording.of(
                SimulationSettings.of(6, first, 5).withSensors(2, 3_600).withFaults(LogFaults.NONE));

        // Then
        List<LocalTime> opened = recording
                .runs()
                .filter(run -> run.automation().equals(new EntityId("automation.shutter_opens_in_the_morning")))
                .map(run -> run.time().atZone(ZONE).toLocalTime().truncatedTo(ChronoUnit.SECONDS))
                .toList();
        assertThat(opened).hasSize(5).containsOnly(LocalTime.of(7, 30));
        Set<Long> hoursSeen = recording
                .events()
                .map(HomeEvent::time)
                .filter(time -> time.atZone(ZONE).toLocalDate().equals(changing))
                .map(time -> time.getEpochSecond() / 3600)
                .collect(Collectors.toSet());
        assertThat(hoursSeen).hasSize(hours);
    }

    @ParameterizedTest(name = "from {0}")
    @CsvSource({"2026-03-20", "2026-10-16"})
    void habitsKeepToTheClockOnTheWall(LocalDate first) {
        // Given
        SimulatedHome home =
                SampleHome.generate(SimulationSettings.of(6, first, 20).withSensors(0, 60));
        PlantedRoutine bedside = home.planted().stream()
                .filter(routine -> routine.id().equals("bedside_dimmed"))
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(bedside.occurrences())
                .hasSizeGreaterThan(9)
                .extracting(time -> time.atZone(ZONE).getHour())
                .allMatch(hour -> hour == 21 || hour == 22);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void onHolidayNobodyIsAtHomeForDays(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, 60));
        Duration longest = Duration.ZERO;
        Instant left = null;

        // When
        for (StateChange change : recording.changesOf("person.ann").toList()) {
            if (left != null && "home".equals(change.after())) {
                Duration away = Duration.between(left, change.time());
                longest = away.compareTo(longest) > 0 ? away : longest;
                left = null;
            } else if ("not_home".equals(change.after()) && left == null) {
                left = change.time();
            }
        }

        // Then
        assertThat(longest).as("seed %d", seed).isBetween(Duration.ofDays(2), Duration.ofDays(6));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void guestsComeOnSomeEvenings(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, 90));

        // Then
        assertThat(recording.changesOf("input_boolean.guests").filter(change -> "on".equals(change.after())))
                .as("seed %d", seed)
                .hasSizeBetween(1, 20)
                .allSatisfy(change -> assertThat(change.context().userId()).isNotNull());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void duskMovesWithTheSeason(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, 60));
        List<LocalTime> dusks = recording
                .runs()
                .filter(run -> run.automation().equals(new EntityId("automation.garden_spot_at_dusk")))
                .map(run -> run.time().atZone(ZONE).toLocalTime())
                .toList();

        // Then
        assertThat(dusks).as("seed %d", seed).isSorted();
        assertThat(Duration.between(dusks.getFirst(), dusks.getLast())).isGreaterThan(Duration.ofMinutes(80));
    }
}
