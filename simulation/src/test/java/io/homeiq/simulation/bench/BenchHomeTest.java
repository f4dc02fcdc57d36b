package io.homeiq.simulation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.RoutineChange;
import io.homeiq.simulation.Truth;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every home of the benchmark. */
class BenchHomeTest {

    private static final BenchSet SET = new BenchSet(11);

    /** Of version 2. A change of it is a new version of the benchmark: then every number must be measured again. */
    private static final long KNOWN_CHECKSUM = 1_788_142_321L;

    private static List<HomeEvent> eventsOf(BenchSettings settings) {
        List<HomeEvent> events = new ArrayList<>();
        BenchHome.of(settings).events((event, cause) -> events.add(event));
        return events;
    }

    @Test
    void theHomesOfThisVersionNeverChange() {
        // Given
        CRC32 checksum = new CRC32();

        // When
        for (int i = 0; i < 3; i++) {
            eventsOf(SET.home(i).withDays(6))
                    .forEach(event -> checksum.update(event.toString().getBytes(StandardCharsets.UTF_8)));
        }

        // Then
        assertThat(BenchSet.VERSION).isEqualTo(2);
        assertThat(checksum.getValue()).isEqualTo(KNOWN_CHECKSUM);
    }

    @ParameterizedTest(name = "home {0}")
    @ValueSource(ints = {0, 1, 2})
    void theSameSeedGivesTheSameEventsEachTime(int number) {
        // Given
        BenchHome home = BenchHome.of(SET.home(number).withDays(5));
        List<HomeEvent> first = new ArrayList<>();
        List<HomeEvent> second = new ArrayList<>();

        // When
        home.events((event, cause) -> first.add(event));
        home.tell((event, cause) -> second.add(event));

        // Then
        assertThat(second).isEqualTo(first).isNotEmpty();
    }

    @Test
    void inANullHomeNothingIsPlantedAndNothingBelongsToARoutine() {
        // Given
        BenchHome home = BenchHome.of(SET.nullHome(0).withDays(10));

        // When
        Truth truth = home.truth();

        // Then
        assertThat(truth.nullHome()).isTrue();
        assertThat(truth.planted()).isEmpty();
        assertThat(truth.causes())
                .allSatisfy(cause -> assertThat(cause.routine()).isNull());
        assertThat(truth.causes()).anySatisfy(cause -> assertThat(cause.kind()).isEqualTo("physical"));
    }

    @Test
    void theTruthKnowsTheCauseOfEachEvent() {
        // Given
        BenchHome home = BenchHome.of(SET.home(1).withDays(6));
        List<HomeEvent> events = new ArrayList<>();

        // When
        Truth truth = home.tell((event, cause) -> events.add(event));

        // Then
        assertThat(truth.causes()).hasSameSizeAs(events);
        assertThat(truth.benchVersion()).isEqualTo(BenchSet.VERSION);
    }

    @ParameterizedTest(name = "home {0}")
    @ValueSource(ints = {0, 3, 5})
    void habitsByTheClockHappenAroundTheirTime(int number) {
        // Given
        BenchHome home = BenchHome.of(SET.home(number).withDays(40));

        // When
        List<PlantedRoutine> planted = home.truth().planted();

        // Then
        for (PlantedRoutine routine : planted) {
            if (routine.rule().triggers().getFirst() instanceof TimeTrigger due && routine.change() == null) {
                List<Duration> off = routine.occurrences().stream()
                        .map(time -> apart(time, due.at().getFirst(), home))
                        .toList();
                // Heavy tails reach beyond twice the spread, but seldom.
                assertThat(off.stream()
                                .filter(apart -> apart.compareTo(routine.mostDelay()) > 0)
                                .count())
                        .as(routine.description())
                        .isLessThanOrEqualTo(1 + off.size() / 6);
            }
        }
    }

    private static Duration apart(Instant time, LocalTime due, BenchHome home) {
        LocalTime wall = time.atZone(home.traits().place().zone()).toLocalTime();
        double seconds = Math.IEEEremainder(wall.toSecondOfDay() - due.toSecondOfDay(), 86_400);
        return Duration.ofSeconds((long) Math.abs(seconds));
    }

    @Test
    void aRoutineThatEndsIsNotFollowedAnyMore() {
        // Given
        PlantedRoutine ended = IntStream.range(0, 40)
                .mapToObj(number -> BenchHome.of(SET.home(number).withDays(40)))
                .flatMap(home -> home.planned().stream())
                .filter(routine -> routine.change() != null && routine.change().kind() == RoutineChange.Kind.ENDS)
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(ended.change().minutes()).isZero();
        assertThat(ended.unchanged().change()).isNull();
    }

    @Test
    void withoutContextsNothingTellsWhoDidIt() {
        // Given
        BenchSettings bare = SET.home(0).withDays(5).with(BenchSettings.Contexts.NONE);

        // When
        List<HomeEvent> events = eventsOf(bare);

        // Then
        assertThat(events)
                .allSatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                StateChange.class,
                                change -> assertThat(change.context()).isEqualTo(Context.UNKNOWN)));
    }

    @Test
    void homesDifferInPlaceSizePeopleAndNoise() {
        // Given
        List<BenchHome> homes = IntStream.range(0, 40)
                .mapToObj(number -> BenchHome.of(SET.home(number)))
                .toList();

        // Then
        assertThat(homes.stream().map(home -> home.traits().place().zone()).distinct())
                .hasSizeGreaterThan(8);
        assertThat(homes.stream().map(home -> home.traits().people().size()).distinct())
                .hasSizeGreaterThan(2);
        assertThat(homes.stream().map(home -> home.traits().noise()).distinct()).hasSize(3);
        Set<Integer> sizes = homes.stream()
                .map(home -> home.registry().entities().size())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sizes).first().satisfies(least -> assertThat(least).isLessThan(30));
        assertThat(sizes).last().satisfies(most -> assertThat(most).isGreaterThan(120));
    }

    @ParameterizedTest(name = "home {0}")
    @ValueSource(ints = {0, 4})
    void everyEntityIsRegistered(int number) {
        // Given
        BenchHome home = BenchHome.of(SET.home(number).withDays(8));
        Set<EntityId> registered =
                home.registry().entities().stream().map(Entity::id).collect(Collectors.toSet());
        Set<EntityId> seen = new HashSet<>();

        // When
        home.events((event, cause) -> {
            if (event instanceof StateChange change) {
                seen.add(change.entityId());
            }
        });

        // Then
        assertThat(registered).containsAll(seen);
    }

    @Test
    void overManyHomesEveryKindIsPlanted() {
        // When
        Set<String> kinds = IntStream.range(0, 30)
                .mapToObj(number -> BenchHome.of(SET.home(number)))
                .flatMap(home -> home.planned().stream())
                .map(routine -> routine.kind().name())
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(kinds)
                .containsExactly(
                        "DURATION",
                        "NUMERIC_THRESHOLD",
                        "PRESENCE",
                        "SCENE",
                        "SEQUENCE",
                        "SUN",
                        "TIME_OF_DAY",
                        "TRIGGER_ACTION");
    }
}
