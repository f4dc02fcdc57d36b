package io.homeiq.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.simulation.engine.LogFaults;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every home that is made up, whatever the seed. */
class SimulatedHomeTest {

    /** Changes with every change of the simulation: then benchmarks on it must be run again. */
    private static final long KNOWN_CHECKSUM = 2_137_340_522L;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, -7, 4_711})
    void sameSeedSameEvents(long seed) {
        // Given
        SimulatedHome home = SampleHome.generate(Recording.usual(seed, 10));
        SimulatedHome again = SampleHome.generate(Recording.usual(seed, 10));
        List<HomeEvent> first = new ArrayList<>();
        List<HomeEvent> second = new ArrayList<>();
        List<HomeEvent> third = new ArrayList<>();

        // When
        home.events((HomeEvent event) -> first.add(event));
        home.events((HomeEvent event) -> second.add(event));
        again.events((HomeEvent event) -> third.add(event));

        // Then
        assertThat(second).as("seed %d, asked twice", seed).isEqualTo(first);
        assertThat(third).as("seed %d, made twice", seed).isEqualTo(first);
    }

    @Test
    void anotherSeedIsAnotherHome() {
        List<HomeEvent> one = Recording.of(Recording.usual(1, 2)).events().toList();
        List<HomeEvent> other = Recording.of(Recording.usual(2, 2)).events().toList();

        assertThat(new HashSet<>(one)).doesNotContainAnyElementsOf(other);
    }

    @Test
    void sameSeedSameEventsOnEveryMachine() {
        // Given
        CRC32 checksum = new CRC32();

        // When
        SampleHome.generate(Recording.usual(42, 5))
                .events((HomeEvent event) -> checksum.update(event.toString().getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(checksum.getValue()).isEqualTo(KNOWN_CHECKSUM);
    }

    @Test
    void lifeDoesNotDependOnTheNumberOfSensors() {
        // Given
        Recording quiet = Recording.of(Recording.faultless(3, 10).withSensors(0, 60));
        Recording chatty = Recording.of(Recording.faultless(3, 10).withSensors(5, 60));

        // Then
        assertThat(acts(chatty)).isEqualTo(acts(quiet));
    }

    private static List<String> acts(Recording recording) {
        return recording
                .changesBy(cause -> cause.person() != null)
                .map(known -> known.change().time() + " " + known.change().entityId() + " "
                        + known.change().after())
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void eventsOfAFaultlessLogAreInOrder(long seed) {
        List<Instant> times = Recording.of(Recording.faultless(seed, 20))
                .events()
                .map(HomeEvent::time)
                .toList();

        assertThat(times).as("seed %d", seed).isSorted();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void fewEventsAreLateTwiceOrLost(long seed) {
        // Given
        Recording recording = Recording.of(Recording.usual(seed, 20));
        Duration latest = Duration.ZERO;
        Instant newest = Instant.MIN;
        int late = 0;

        // When
        for (HomeEvent event : recording.events().toList()) {
            if (event.time().isBefore(newest)) {
                Duration by = Duration.between(event.time(), newest);
                latest = by.compareTo(latest) > 0 ? by : latest;
                late++;
            } else {
                newest = event.time();
            }
        }

        // Then
        int all = recording.lines().size();
        long distinct = recording.events().distinct().count();
        assertThat(latest).as("seed %d", seed).isPositive().isLessThan(Duration.ofMinutes(1));
        assertThat(late).as("seed %d", seed).isBetween(all / 1_000, all / 50);
        assertThat(all - distinct).as("seed %d", seed).isBetween(all / 2_000L, all / 100L);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void eachStateFollowsFromTheOneBefore(long seed) {
        // Given
        Map<EntityId, String> last = new HashMap<>();
        Instant started = Instant.MIN;

        // Then
        for (HomeEvent event :
                Recording.of(Recording.faultless(seed, 20)).events().toList()) {
            if (event instanceof CoreStarted start) {
                started = start.time();
            } else if (event instanceof StateChange change) {
                boolean settling = change.time().isBefore(started.plusSeconds(60));
                String expected = last.put(change.entityId(), change.after());
                if (expected != null && !settling) {
                    assertThat(change.before()).as("seed %d: %s", seed, change).isEqualTo(expected);
                }
            }
        }
        assertThat(started).as("seed %d restarts", seed).isAfter(Instant.MIN);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noChangeChangesNothing(long seed) {
        // Given
        Map<EntityId, StateChange> last = new HashMap<>();

        // Then
        Recording.of(Recording.faultless(seed, 10))
                .changes()
                .map(Recording.Known::change)
                .forEach(change -> {
                    StateChange before = last.put(change.entityId(), change);
                    if (before != null
                            && change.before() != null
                            && change.before().equals(change.after())) {
                        assertThat(change.attributes())
                                .as("seed %d: %s", seed, change)
                                .isNotEqualTo(before.attributes());
                    }
                });
        assertThat(last).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyEntityIsRegisteredWithPlatformAndPlace(long seed) {
        // Given
        Recording recording = Recording.of(Recording.usual(seed, 10));
        Set<EntityId> registered =
                recording.home().registry().entities().stream().map(Entity::id).collect(Collectors.toSet());

        // Then
        Set<EntityId> seen =
                recording.changes().map(known -> known.change().entityId()).collect(Collectors.toSet());
        assertThat(registered).as("seed %d", seed).containsAll(seen);
        assertThat(recording.home().registry().entities())
                .allSatisfy(entity -> assertThat(entity.platform()).isNotNull())
                .filteredOn(entity -> Set.of("light", "lock", "media_player")
                        .contains(entity.id().domain()))
                .allSatisfy(entity -> assertThat(recording.home().registry().areaOf(entity.id()))
                        .as("area of %s", entity.id())
                        .isPresent());
    }

    @ParameterizedTest(name = "{0} entities, {1} events")
    @CsvSource({"200, 200000", "120, 60000"})
    void isAsLargeAsAskedFor(int entities, long events) {
        // Given
        SimulationSettings settings =
                SimulationSettings.of(5, Recording.MONDAY, 20).withVolume(entities, events);
        long[] count = {0};

        // When
        SimulatedHome home = SampleHome.generate(settings);
        home.events((HomeEvent event) -> count[0]++);

        // Then
        assertThat(home.registry().entities()).hasSize(entities);
        assertThat(count[0]).isBetween(events * 9 / 10, events * 11 / 10);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Europe/Amsterdam, 52.1, 5.1",
        "Australia/Sydney, -33.9, 151.2",
        "Asia/Kolkata, 19.1, 72.9",
        "Europe/Oslo, 69.6, 18.9",
        "Pacific/Kiritimati, 1.9, -157.4"
    })
    void livesAnywhereOnEarth(String zone, double latitude, double longitude) {
        // Given
        SimulationSettings settings = Recording.faultless(1, 8).at(ZoneId.of(zone), new Location(latitude, longitude));

        // When
        Recording recording = Recording.of(settings);

        // Then
        assertThat(recording.runs().filter(run -> "sunset".equals(run.source())).count())
                .as("dusks in %s", zone)
                .isBetween(14L, 18L);
    }

    @ParameterizedTest(name = "{0} people")
    @ValueSource(ints = {1, 2, 3, 4})
    void asManyPeopleLiveThereAsAskedFor(int people) {
        // Given
        Recording recording = Recording.of(Recording.faultless(9, 14).withPeople(people, 0));

        // Then
        Set<String> users = recording
                .changesBy(cause -> cause.kind().equals("person"))
                .map(known -> known.change().context().userId())
                .collect(Collectors.toSet());
        assertThat(users).hasSize(people).doesNotContainNull();
        assertThat(recording.home().registry().users()).hasSize(people + 1);
    }

    @Test
    void aGapOfTheRecordingHoldsNothing() {
        // Given
        LogFaults gaps = new LogFaults(0, Duration.ZERO, 0, 0, true);
        SimulationSettings settings = Recording.usual(11, 43).withFaults(gaps);

        // When
        Duration longest = Duration.ZERO;
        Instant before = null;
        for (HomeEvent event : Recording.of(settings).events().toList()) {
            if (before != null) {
                Duration pause = Duration.between(before, event.time());
                longest = pause.compareTo(longest) > 0 ? pause : longest;
            }
            before = event.time();
        }

        // Then
        assertThat(longest).isBetween(Duration.ofMinutes(38), Duration.ofMinutes(151));
    }
}
