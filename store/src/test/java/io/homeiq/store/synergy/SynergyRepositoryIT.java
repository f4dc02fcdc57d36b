package io.homeiq.store.synergy;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.JSON;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.synergy.Complexity;
import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.contracts.synergy.SynergyId;
import io.homeiq.contracts.synergy.SynergyType;
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.pattern.Feedback;
import io.homeiq.store.pattern.FeedbackAction;
import io.homeiq.store.pattern.FeedbackRepository;
import io.homeiq.testing.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynergyRepositoryIT {

    @TempDir
    private Path folder;

    private final MutableClock clock = MutableClock.at("2026-03-02T03:00:00Z");
    private final SynergyRepository synergies = new SynergyRepository(JSON);
    private final FeedbackRepository feedback = new FeedbackRepository();
    private OpenDatabase open;

    @BeforeEach
    void open() {
        open = new OpenDatabase(folder.resolve("shared.db"));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void givesBackASynergyAsItWas() {
        // Given
        Synergy synergy = synergy("s", SynergyType.MOTION_LIGHT, 0.6, List.of("light.hall"));

        // When
        replace(HOME, synergy);

        // Then
        Instant now = clock.instant();
        Optional<StoredSynergy> found = open.read(connection -> synergies.find(connection, HOME, synergy.id()));
        Optional<StoredSynergy> theirs = open.read(connection -> synergies.find(connection, OTHER_HOME, synergy.id()));
        assertThat(found).contains(new StoredSynergy(synergy, now, now));
        assertThat(theirs).isEmpty();
    }

    @Test
    void keepsWhatTheLastAnalysisFoundAndSinceWhen() {
        // Given
        replace(HOME, synergy("stays", 0.5), synergy("goes", 0.6));
        replace(OTHER_HOME, synergy("theirs", 0.5));
        Instant first = clock.instant();
        Instant second = clock.advance(Duration.ofDays(1));

        // When
        replace(HOME, synergy("stays", 0.7), synergy("new", 0.4));

        // Then
        assertThat(list(HOME, SynergyFilter.best(10)))
                .extracting(stored -> stored.synergy().id().value())
                .containsExactly("stays", "new");
        assertThat(list(HOME, SynergyFilter.best(10)).getFirst().createdAt()).isEqualTo(first);
        assertThat(list(HOME, SynergyFilter.best(10)).getFirst().updatedAt()).isEqualTo(second);
        assertThat(list(OTHER_HOME, SynergyFilter.best(10))).hasSize(1);
    }

    @Test
    void listsWhatFits() {
        // Given
        replace(
                HOME,
                synergy("pair", SynergyType.MOTION_LIGHT, 0.6, List.of("light.hall")),
                synergy("chain", SynergyType.MOTION_LIGHT, 0.9, List.of("light.hall", "light.stairs")),
                synergy("door", SynergyType.DOOR_LIGHT, 0.7, List.of("light.hall")));

        // When
        List<String> doors = ids(new SynergyFilter(SynergyType.DOOR_LIGHT, 0, null, false, 10, 0));
        List<String> pairs = ids(new SynergyFilter(null, 0, 2, false, 10, 0));
        List<String> sure = ids(new SynergyFilter(null, 0.65, null, false, 10, 0));
        List<String> second = ids(new SynergyFilter(null, 0, null, false, 1, 1));

        // Then
        assertThat(doors).containsExactly("door");
        assertThat(pairs).containsExactly("door", "pair");
        assertThat(sure).containsExactly("chain", "door");
        assertThat(second).containsExactly("door");
    }

    @Test
    void aRejectedOneIsLeftOutUntilSomebodySaysOtherwise() {
        // Given
        replace(HOME, synergy("s", 0.6));
        say(FeedbackAction.ACCEPT);
        say(FeedbackAction.REJECT);

        // When
        replace(HOME, synergy("s", 0.8));
        List<String> rejected = ids(SynergyFilter.best(10));
        List<String> all = ids(new SynergyFilter(null, 0, null, true, 10, 0));
        say(FeedbackAction.ACCEPT);
        List<String> accepted = ids(SynergyFilter.best(10));

        // Then
        assertThat(rejected).isEmpty();
        assertThat(all).containsExactly("s");
        assertThat(accepted).containsExactly("s");
        Map<FeedbackAction, Long> said = open.read(connection -> feedback.counts(connection, HOME, new SynergyId("s")));
        Map<FeedbackAction, Long> ofPattern =
                open.read(connection -> feedback.counts(connection, HOME, new PatternId("s")));
        assertThat(said).isEqualTo(Map.of(FeedbackAction.ACCEPT, 2L, FeedbackAction.REJECT, 1L));
        assertThat(ofPattern).isEmpty();
    }

    @Test
    void countsThem() {
        // Given
        replace(
                HOME,
                synergy("a", SynergyType.MOTION_LIGHT, 0.4, List.of("light.hall")),
                synergy("b", SynergyType.MOTION_LIGHT, 0.6, List.of("light.hall", "light.stairs")),
                synergy("c", SynergyType.DOOR_LIGHT, 0.8, List.of("light.hall")));

        // When
        SynergyStatistics statistics = open.read(connection -> synergies.statistics(connection, HOME));
        SynergyStatistics none = open.read(connection -> synergies.statistics(connection, OTHER_HOME));

        // Then
        assertThat(statistics.total()).isEqualTo(3);
        assertThat(statistics.validated()).isEqualTo(3);
        assertThat(statistics.averageImpact()).isCloseTo(0.6, within(1e-6));
        assertThat(statistics.byType()).isEqualTo(Map.of(SynergyType.MOTION_LIGHT, 2, SynergyType.DOOR_LIGHT, 1));
        assertThat(statistics.byDepth()).isEqualTo(Map.of(2, 2, 3, 1));
        assertThat(none).isEqualTo(new SynergyStatistics(0, 0, 0, 0, Map.of(), Map.of()));
    }

    private void say(FeedbackAction action) {
        open.write(connection ->
                feedback.add(connection, HOME, new SynergyId("s"), new Feedback(action, null, clock.instant())));
    }

    private void replace(HomeId home, Synergy... found) {
        open.write(connection -> synergies.replace(connection, home, List.of(found), clock.instant()));
    }

    private List<StoredSynergy> list(HomeId home, SynergyFilter filter) {
        return open.read(connection -> synergies.list(connection, home, filter));
    }

    private List<String> ids(SynergyFilter filter) {
        return list(HOME, filter).stream()
                .map(stored -> stored.synergy().id().value())
                .toList();
    }

    private static Synergy synergy(String id, double score) {
        return synergy(id, SynergyType.MOTION_LIGHT, score, List.of("light.hall"));
    }

    private static Synergy synergy(String id, SynergyType type, double score, List<String> responders) {
        EntityId trigger = new EntityId("binary_sensor.hall");
        List<EntityId> entities = new ArrayList<>(List.of(trigger));
        responders.stream().map(EntityId::new).forEach(entities::add);
        return new Synergy(
                new SynergyId(id),
                type,
                entities,
                new Rule(
                        List.of(StateTrigger.of(trigger, "off", "on")),
                        List.of(),
                        List.of(CallService.of("light", "turn_on", entities.getLast()))),
                "hall",
                score,
                score,
                Complexity.LOW,
                new Correlation(40, 20, 25, 500, 30),
                List.of(new PatternId("trigger_action_1")));
    }
}
