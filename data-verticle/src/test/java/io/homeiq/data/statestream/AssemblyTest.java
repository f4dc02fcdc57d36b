package io.homeiq.data.statestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.data.statestream.Assembly.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AssemblyTest {

    private static final int MANY = 20;

    private static final Instant NOW = Instant.parse("2026-03-10T06:00:00Z");
    private static final EntityId LAMP = new EntityId("light.hall");

    private final Assembly assembly = new Assembly();

    private record Told(EntityId entity, Piece piece, Instant at) {}

    @Test
    void joinsTheMessagesOfOneUpdate() {
        // Given
        add(new Piece.State("on"), 0);
        add(new Piece.LastUpdated(NOW), 10);
        add(new Piece.LastChanged(NOW.minusSeconds(5)), 20);
        add(new Piece.Attribute("brightness", 200), 30);

        // When
        List<Update> early = assembly.due(at(329));
        List<Update> due = assembly.due(at(330));

        // Then
        assertThat(early).isEmpty();
        assertThat(due)
                .containsExactly(new Update(
                        LAMP, "on", NOW, NOW.minusSeconds(5), new Attributes(Map.of("brightness", 200)), NOW, false));
        assertThat(assembly.isEmpty()).isTrue();
    }

    @Test
    void keepsTwoUpdatesApartThatTakeTurns() {
        // Given
        add(new Piece.State("on"), 0);
        add(new Piece.State("off"), 1);
        add(new Piece.LastUpdated(at(0)), 2);
        add(new Piece.LastUpdated(at(1)), 3);
        add(new Piece.Attribute("brightness", 200), 4);
        add(new Piece.Attribute("color", "red"), 6);

        // When
        List<Update> all = assembly.all();

        // Then
        assertThat(all)
                .extracting(Update::state, Update::updated)
                .containsExactly(tuple("on", at(0)), tuple("off", at(1)));
        assertThat(all.getFirst().attributes().values()).containsOnlyKeys("brightness", "color");
    }

    @Test
    void keepsManyUpdatesApartThatGoOnAtOnce() {
        // Given: each has told its state before any tells more
        for (int i = 0; i < MANY; i++) {
            add(new Piece.State("s" + i), i);
        }
        for (int i = 0; i < MANY; i++) {
            add(new Piece.LastUpdated(at(i)), MANY + i);
        }
        for (int i = 0; i < MANY; i++) {
            add(new Piece.Attribute("number", i), 2 * MANY + i);
        }

        // When
        List<Update> all = assembly.all();

        // Then
        assertThat(all).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(all.get(i).state()).isEqualTo("s" + i);
            assertThat(all.get(i).updated()).isEqualTo(at(i));
            assertThat(all.get(i).attributes().values()).containsEntry("number", i);
        }
    }

    @Test
    void givesTheSecondOfTwoUpdatesItsOwnAttributes() {
        // Given
        add(new Piece.State("off"), 0);
        add(new Piece.Attribute("friendly_name", "Hall"), 1);
        add(new Piece.State("on"), 50);
        add(new Piece.Attribute("friendly_name", "Hall"), 51);
        add(new Piece.Attribute("brightness", 200), 52);

        // When
        List<Update> all = assembly.all();

        // Then
        assertThat(all.getFirst().attributes().values()).containsOnlyKeys("friendly_name");
        assertThat(all.getLast().attributes().values()).containsOnlyKeys("friendly_name", "brightness");
    }

    @Test
    void takesWhatTheBrokerHadKeptInAnyOrder() {
        // Given
        assembly.add(LAMP, new Piece.LastChanged(NOW), true, NOW);
        assembly.add(LAMP, new Piece.Attribute("brightness", 200), true, NOW);
        assembly.add(LAMP, new Piece.State("on"), true, NOW);

        // When
        List<Update> all = assembly.all();

        // Then
        assertThat(all).singleElement().satisfies(update -> {
            assertThat(update.kept()).isTrue();
            assertThat(update.changed()).isEqualTo(NOW);
            assertThat(update.attributes().number("brightness")).isEqualTo(200.0);
        });
    }

    @Test
    void neverJoinsNewsToWhatWasKept() {
        // Given
        assembly.add(LAMP, new Piece.State("off"), true, NOW);
        assembly.add(LAMP, new Piece.State("on"), false, NOW);
        assembly.add(LAMP, new Piece.LastUpdated(NOW), false, NOW);

        // When
        List<Update> all = assembly.all();

        // Then
        assertThat(all).extracting(Update::kept).containsExactly(true, false);
        assertThat(all.getFirst().updated()).isNull();
    }

    @Test
    void saysThatAMessageWithoutItsStateIsLate() {
        // Given
        add(new Piece.State("on"), 0);

        // When
        Outcome late = assembly.add(LAMP, new Piece.LastUpdated(NOW), false, at(300));

        // Then
        assertThat(late).isEqualTo(Outcome.LATE);
        assertThat(assembly.all())
                .singleElement()
                .satisfies(update -> assertThat(update.updated()).isNull());
    }

    @Test
    void anyInterleavingOfEntitiesGivesTheSameUpdates() {
        for (long seed = 1; seed <= 50; seed++) {
            // Given
            Random random = new Random(seed);
            List<Told> messages = day(random);
            List<Update> alone = sorted(replay(messages, new Random(0)));
            List<Told> mixed = mix(messages, random);

            // When
            List<Update> together = sorted(replay(mixed, random));

            // Then
            assertThat(together).as("seed %d", seed).isEqualTo(alone).hasSizeGreaterThan(20);
        }
    }

    /** Updates of some entities, each within its own order, all on a grid of time that lets many messages coincide. */
    private static List<Told> day(Random random) {
        List<Told> messages = new ArrayList<>();
        for (int entity = 0; entity < 8; entity++) {
            EntityId id = new EntityId("light.l" + entity);
            long millis = random.nextInt(10) * 100L;
            for (int update = 0; update < 5; update++) {
                Instant updated = at(millis);
                messages.add(new Told(id, new Piece.State("s" + update), at(millis)));
                messages.add(new Told(id, new Piece.LastUpdated(updated), at(millis)));
                for (int attribute = random.nextInt(4); attribute > 0; attribute--) {
                    messages.add(new Told(id, new Piece.Attribute("a" + attribute, update), at(millis + 100)));
                }
                millis += 400 + random.nextInt(3) * 100L;
            }
        }
        return messages;
    }

    /** In order of time, what coincides in random order, but each entity in its own. */
    private static List<Told> mix(List<Told> messages, Random random) {
        Map<EntityId, Deque<Told>> rest = new TreeMap<>();
        messages.forEach(told ->
                rest.computeIfAbsent(told.entity(), id -> new ArrayDeque<>()).add(told));
        List<Told> mixed = new ArrayList<>();
        while (!rest.isEmpty()) {
            Instant next = rest.values().stream()
                    .map(queue -> queue.getFirst().at())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            List<EntityId> candidates = rest.entrySet().stream()
                    .filter(entity -> entity.getValue().getFirst().at().equals(next))
                    .map(Map.Entry::getKey)
                    .toList();
            EntityId chosen = candidates.get(random.nextInt(candidates.size()));
            Deque<Told> queue = rest.getOrDefault(chosen, new ArrayDeque<>());
            mixed.add(queue.removeFirst());
            if (queue.isEmpty()) {
                rest.remove(chosen);
            }
        }
        return mixed;
    }

    /** Looks for complete updates now and then, as a timer does. */
    private static List<Update> replay(List<Told> messages, Random random) {
        Assembly assembly = new Assembly();
        List<Update> updates = new ArrayList<>();
        for (Told told : messages) {
            if (random.nextInt(3) == 0) {
                updates.addAll(assembly.due(told.at()));
            }
            assertThat(assembly.add(told.entity(), told.piece(), false, told.at()))
                    .isEqualTo(Outcome.TAKEN);
        }
        updates.addAll(assembly.all());
        return updates;
    }

    private static List<Update> sorted(List<Update> updates) {
        return updates.stream()
                .sorted(Comparator.comparing(Update::entity).thenComparing(Update::arrived))
                .toList();
    }

    private void add(Piece piece, long millis) {
        assertThat(assembly.add(LAMP, piece, false, at(millis))).isEqualTo(Outcome.TAKEN);
    }

    private static Instant at(long millis) {
        return NOW.plus(Duration.ofMillis(millis));
    }
}
