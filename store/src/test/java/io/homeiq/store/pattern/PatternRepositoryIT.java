package io.homeiq.store.pattern;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.OTHER_HOME;
import static io.homeiq.store.Samples.pattern;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.Samples;
import io.homeiq.testing.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternRepositoryIT {

    private final MutableClock clock = MutableClock.at("2026-03-01T07:00:00Z");
    private final PatternRepository patterns = new PatternRepository(Samples.JSON, clock);

    @TempDir
    Path folder;

    private OpenDatabase open;

    @BeforeEach
    void open() {
        open = new OpenDatabase(folder.resolve("shared.db"));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Saved save(HomeId home, Pattern pattern) {
        return open.write(connection -> patterns.save(connection, home, pattern));
    }

    private Optional<StoredPattern> find(HomeId home, PatternId id) {
        return open.read(connection -> patterns.find(connection, home, id));
    }

    private List<String> list(PatternFilter filter) {
        return open.read(connection -> patterns.list(connection, HOME, filter)).stream()
                .map(stored -> stored.pattern().id().value())
                .toList();
    }

    @Test
    void givesBackAPatternAsItWas() {
        // Given
        Pattern pattern = pattern();

        // When
        Saved saved = save(HOME, pattern);

        // Then
        Instant now = clock.instant();
        assertThat(saved).isEqualTo(new Saved.Added());
        assertThat(find(HOME, pattern.id()))
                .contains(new StoredPattern(pattern, now, now, new Trend(Trend.Direction.STABLE, 0), false));
    }

    @Test
    void keepsTheHomesApart() {
        // Given
        save(HOME, pattern("p", 0.7));

        // When
        Saved saved = save(OTHER_HOME, pattern("p", 0.9));

        // Then
        assertThat(saved).isEqualTo(new Saved.Added());
        assertThat(find(HOME, new PatternId("p")).orElseThrow().pattern().confidence())
                .isEqualTo(0.7);
        assertThat(find(new HomeId("nowhere"), new PatternId("p"))).isEmpty();
    }

    @Test
    void writesNothingWhenTheSameIsFoundAgain() {
        // Given
        save(HOME, pattern());
        Instant first = clock.instant();
        clock.advance(Duration.ofDays(1));

        // When
        Saved saved = save(HOME, pattern());

        // Then
        assertThat(saved).isEqualTo(new Saved.Unchanged());
        assertThat(find(HOME, pattern().id()).orElseThrow().updatedAt()).isEqualTo(first);
        assertThat(open.number("SELECT count(*) FROM pattern_history")).isEqualTo(1);
    }

    @Test
    void notesHowAPatternChanges() {
        // Given
        save(HOME, pattern("p", 0.5));
        Instant first = clock.instant();
        Instant second = clock.advance(Duration.ofDays(1));
        save(HOME, pattern("p", 0.7));

        // When
        Instant third = clock.advance(Duration.ofDays(1));
        Saved saved = save(HOME, pattern("p", 0.9));

        // Then
        StoredPattern stored = find(HOME, new PatternId("p")).orElseThrow();
        assertThat(saved).isEqualTo(new Saved.Changed(pattern("p", 0.7)));
        assertThat(stored.createdAt()).isEqualTo(first);
        assertThat(stored.updatedAt()).isEqualTo(third);
        assertThat(stored.trend().direction()).isEqualTo(Trend.Direction.INCREASING);
        assertThat(stored.trend().strength()).isCloseTo(0.3, within(1e-12));
        List<PatternPoint> history =
                open.read(connection -> patterns.history(connection, HOME, new PatternId("p"), 10));
        assertThat(history).extracting(PatternPoint::recordedAt).containsExactly(third, second, first);
        assertThat(history).extracting(PatternPoint::confidence).containsExactly(0.9, 0.7, 0.5);
    }

    @Test
    void boundsTheHistoryOfAPattern() {
        // Given
        open.write(connection -> {
            var all = patterns.save(connection, HOME, pattern("p", 0));
            for (int i = 1; i <= PatternHistory.KEPT + 5; i++) {
                Pattern next = pattern("p", i / 1_000.0);
                all = all.compose(any -> patterns.save(connection, HOME, next));
            }
            return all;
        });

        // When
        List<PatternPoint> history =
                open.read(connection -> patterns.history(connection, HOME, new PatternId("p"), 1_000));

        // Then
        assertThat(history).hasSize(PatternHistory.KEPT);
        assertThat(history.getFirst().confidence()).isEqualTo((PatternHistory.KEPT + 5) / 1_000.0);
    }

    @Test
    void retiresAPatternOnceAndBringsItBackWhenItIsFoundAgain() {
        // Given
        save(HOME, pattern("p", 0.7));
        PatternId id = new PatternId("p");

        // When
        boolean retired = open.write(connection -> patterns.retire(connection, HOME, id, clock.instant()));
        boolean again = open.write(connection -> patterns.retire(connection, HOME, id, clock.instant()));
        boolean wasRetired = find(HOME, id).orElseThrow().retired();
        Saved saved = save(HOME, pattern("p", 0.7));

        // Then
        assertThat(retired).isTrue();
        assertThat(again).isFalse();
        assertThat(wasRetired).isTrue();
        assertThat(saved).isEqualTo(new Saved.Returned());
        assertThat(find(HOME, id).orElseThrow().retired()).isFalse();
    }

    @Test
    void listsTheMostCertainFirstAndPageByPage() {
        // Given
        save(HOME, pattern("a", 0.5));
        save(HOME, pattern("b", 0.9));
        save(HOME, pattern("c", 0.7));
        save(OTHER_HOME, pattern("d", 0.8));

        // When
        List<String> first = list(PatternFilter.best(2));
        List<String> second = list(new PatternFilter(null, null, 0, false, false, 2, 2));

        // Then
        assertThat(first).containsExactly("b", "c");
        assertThat(second).containsExactly("a");
    }

    @Test
    void listsWhatFits() {
        // Given
        Pattern sample = pattern("fits", 0.8);
        save(HOME, sample);
        save(HOME, pattern("weak", 0.4));
        save(HOME, pattern("retired", 0.9));
        open.write(connection -> patterns.retire(connection, HOME, new PatternId("retired"), clock.instant()));
        save(HOME, notProposed("unproven", sample));

        // When
        List<String> strong = list(new PatternFilter(sample.kind(), sample.entity(), 0.5, true, false, 10, 0));
        List<String> all = list(new PatternFilter(null, null, 0, false, true, 10, 0));
        List<String> otherKind = list(new PatternFilter(PatternKind.ANOMALY, null, 0, false, true, 10, 0));
        List<String> otherEntity = list(new PatternFilter(null, new EntityId("light.none"), 0, false, true, 10, 0));

        // Then
        assertThat(strong).containsExactly("fits");
        assertThat(all).containsExactly("retired", "fits", "unproven", "weak");
        assertThat(otherKind).isEmpty();
        assertThat(otherEntity).isEmpty();
    }

    private static Pattern notProposed(String id, Pattern sample) {
        return new Pattern(
                new PatternId(id),
                sample.kind(),
                sample.entity(),
                sample.rule(),
                sample.confidence(),
                sample.qValue(),
                sample.occurrences(),
                sample.firstSeen(),
                sample.lastSeen(),
                null,
                new Finding.NotProposed("too rare"));
    }

    @Test
    void countsThemAll() {
        // Given
        Pattern sample = pattern("a", 0.8);
        save(HOME, sample);
        save(HOME, pattern("b", 0.6));
        save(HOME, notProposed("c", sample));
        save(HOME, pattern("d", 0.9));
        open.write(connection -> patterns.retire(connection, HOME, new PatternId("d"), clock.instant()));
        save(OTHER_HOME, sample);

        // When
        PatternStatistics statistics = open.read(connection -> patterns.statistics(connection, HOME));
        PatternStatistics none = open.read(connection -> patterns.statistics(connection, new HomeId("nowhere")));

        // Then
        assertThat(statistics.averageConfidence()).isCloseTo(2.2 / 3, within(1e-6));
        assertThat(statistics)
                .isEqualTo(new PatternStatistics(3, 1, 2, 1, statistics.averageConfidence(), Map.of(sample.kind(), 3)));
        assertThat(none).isEqualTo(new PatternStatistics(0, 0, 0, 0, 0, Map.of()));
    }

    @Test
    void countsWhatPeopleSay() {
        // Given
        FeedbackRepository feedback = new FeedbackRepository();
        PatternId id = new PatternId("p");
        for (FeedbackAction action : List.of(FeedbackAction.REJECT, FeedbackAction.ACCEPT, FeedbackAction.REJECT)) {
            open.write(connection -> feedback.add(connection, HOME, id, new Feedback(action, null, clock.instant())));
        }

        // When
        Map<FeedbackAction, Long> counts = open.read(connection -> feedback.counts(connection, HOME, id));

        // Then
        assertThat(counts).isEqualTo(Map.of(FeedbackAction.ACCEPT, 1L, FeedbackAction.REJECT, 2L));
    }
}
