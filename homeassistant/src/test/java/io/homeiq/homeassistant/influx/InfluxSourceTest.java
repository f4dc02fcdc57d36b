package io.homeiq.homeassistant.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfluxSourceTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final InfluxFaults FAULTS = new InfluxFaults(Recorded.ONE);

    /** Points in memory, told in the order of a shuffled list. */
    private static final class Pages implements HistoryPages {
        private final List<Point> points;
        private final List<Duration> asked = new ArrayList<>();
        private int lookups;
        private int failAt = Integer.MAX_VALUE;

        Pages(List<Point> points) {
            this.points = points;
        }

        @Override
        public @Nullable Instant next(Instant from) {
            lookups++;
            return points.stream()
                    .map(Point::time)
                    .filter(time -> !time.isBefore(from))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        @Override
        public void read(Instant from, Instant to, Consumer<Point> sink) {
            asked.add(Duration.between(from, to));
            for (Point point : points) {
                if (!point.time().isBefore(from) && point.time().isBefore(to)) {
                    sink.accept(point);
                }
            }
            if (asked.size() == failAt) {
                throw FAULTS.half("1 of 2 statements");
            }
        }
    }

    private static Point point(int light, String state, Instant time) {
        return new Point(
                "light.l" + light, Map.of("domain", "light", "entity_id", "l" + light), Map.of("state", state), time);
    }

    /** A few lights over some days, with a night of nothing here and there, in no order. */
    private static List<Point> points(Random random, int count) {
        List<Point> points = new ArrayList<>();
        Instant time = START;
        for (int i = 0; i < count; i++) {
            boolean isGap = random.nextInt(500) == 0;
            time = time.plusMillis(
                    1 + (isGap ? random.nextLong(Duration.ofDays(400).toMillis()) : random.nextInt(60_000)));
            points.add(point(random.nextInt(5), random.nextBoolean() ? "on" : "off", time));
        }
        Collections.shuffle(points, random);
        return points;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyStateComesOnceInOrderWithTheOneBeforeIt(long seed) {
        // Given
        List<Point> points = points(new Random(seed), 2_000);
        List<HomeEvent> read = new ArrayList<>();

        // When
        SourceReport report = new InfluxSource("x", () -> new Pages(points), FAULTS).read(read::add);

        // Then
        List<Point> sorted =
                points.stream().sorted(Comparator.comparing(Point::time)).toList();
        assertThat(report.events()).as("seed %s", seed).isEqualTo(points.size());
        assertThat(read.stream().map(HomeEvent::time))
                .as("seed %s", seed)
                .containsExactlyElementsOf(sorted.stream().map(Point::time).toList());
        Map<String, String> last = new HashMap<>();
        for (HomeEvent event : read) {
            StateChange change = (StateChange) event;
            assertThat(change.before())
                    .as("seed %s, %s", seed, change)
                    .isEqualTo(last.put(change.entityId().value(), String.valueOf(change.after())));
        }
    }

    @Test
    void pagesGrowWhereLittleHappensAndYearsOfNothingAreLeaptOver() {
        // Given
        Pages pages = new Pages(List.of(point(1, "on", START), point(1, "off", START.plus(Duration.ofDays(3_650)))));

        // When
        new InfluxSource("x", () -> pages, FAULTS).read(event -> {});

        // Then
        assertThat(pages.asked).isSorted().hasSizeLessThan(10);
        assertThat(pages.lookups).isEqualTo(3);
    }

    @Test
    void pagesShrinkWhereMuchHappens() {
        // Given
        Duration hours = Duration.ofHours(4);

        // Then
        assertThat(InfluxSource.lengthAfter(hours, 0)).isEqualTo(Duration.ofHours(8));
        assertThat(InfluxSource.lengthAfter(hours, 20_000)).isEqualTo(hours);
        assertThat(InfluxSource.lengthAfter(hours, 100_000)).isEqualTo(Duration.ofHours(2));
        assertThat(InfluxSource.lengthAfter(Duration.ofDays(32), 0)).isEqualTo(Duration.ofDays(32));
        assertThat(InfluxSource.lengthAfter(Duration.ofMinutes(1), 100_000)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nothingOfHalfAPageIsHandedOver() {
        // Given
        Pages pages = new Pages(List.of(
                point(1, "on", START),
                point(1, "off", START.plus(Duration.ofHours(1))),
                point(1, "on", START.plus(Duration.ofHours(4)))));
        pages.failAt = 2;
        List<HomeEvent> read = new ArrayList<>();

        // When
        assertThatThrownBy(() -> new InfluxSource("x", () -> pages, FAULTS).read(read::add))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("influxdb://nas:8086/home_assistant: gave half an answer")
                .hasMessageEndingWith("; what happened before 2026-03-01T02:59:59.999999Z was read");

        // Then
        assertThat(read).hasSize(2);
    }

    @Test
    void aDatabaseWithoutAnythingOfHomeAssistantIsNamed() {
        assertThatThrownBy(() -> new InfluxSource("x", () -> new Pages(List.of()), FAULTS).read(event -> {}))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.MISSING))
                .hasMessageContaining("holds nothing that Home Assistant's integration wrote");
    }
}
