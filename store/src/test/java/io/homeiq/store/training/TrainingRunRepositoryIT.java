package io.homeiq.store.training;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.NOW;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.Samples;
import io.vertx.core.Future;
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

class TrainingRunRepositoryIT {

    private static final String RANKER = "suggestion_ranker";
    private static final TrainingRun.Result RESULT =
            new TrainingRun.Result(208, "m_suggestion_ranker_1", Map.of("auc", 0.81));

    private final TrainingRunRepository runs = new TrainingRunRepository(Samples.JSON);

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

    private Optional<TrainingRun> start(HomeId home, String type, Instant at) {
        return open.write(connection -> runs.start(connection, home, type, "api", at));
    }

    private TrainingRun started() {
        return start(HOME, RANKER, NOW).orElseThrow();
    }

    private TrainingRun ended(String type, Instant at) {
        TrainingRun run = start(HOME, type, at).orElseThrow();
        open.write(connection -> runs.fail(connection, HOME, run.id(), "test", at));
        return run;
    }

    private TrainingRun find(TrainingRun run) {
        return open.read(connection -> runs.find(connection, HOME, run.id())).orElseThrow();
    }

    private List<TrainingRun> list(TrainingRunFilter filter) {
        return open.read(connection -> runs.list(connection, HOME, filter));
    }

    @Test
    void letsOneOfAKindBeActiveInAHome() {
        // When
        TrainingRun first = started();
        Optional<TrainingRun> second = start(HOME, RANKER, NOW);
        Optional<TrainingRun> otherType = start(HOME, "something_else", NOW);
        Optional<TrainingRun> elsewhere = start(OTHER_HOME, RANKER, NOW);

        // Then
        assertThat(first)
                .isEqualTo(new TrainingRun(
                        1, RANKER, TrainingStatus.QUEUED, NOW, null, null, null, "t_1", null, null, "api"));
        assertThat(second).isEmpty();
        assertThat(otherType)
                .hasValueSatisfying(run -> assertThat(run.runIdentifier()).isEqualTo("t_" + run.id()));
        assertThat(elsewhere).isPresent();
    }

    @Test
    void followsARunToItsEnd() {
        // Given
        TrainingRun run = started();
        boolean begun = open.write(connection -> runs.begin(connection, HOME, run.id()));
        TrainingStatus during = find(run).status();

        // When
        boolean finished =
                open.write(connection -> runs.finish(connection, HOME, run.id(), RESULT, NOW.plusSeconds(9)));
        boolean again = open.write(connection -> runs.finish(connection, HOME, run.id(), RESULT, NOW));

        // Then
        assertThat(begun).isTrue();
        assertThat(during).isEqualTo(TrainingStatus.RUNNING);
        assertThat(finished).isTrue();
        assertThat(again).isFalse();
        assertThat(find(run))
                .isEqualTo(new TrainingRun(
                        1,
                        RANKER,
                        TrainingStatus.COMPLETED,
                        NOW,
                        NOW.plusSeconds(9),
                        208,
                        "m_suggestion_ranker_1",
                        "t_1",
                        Map.of("auc", 0.81),
                        null,
                        "api"));
        assertThat(start(HOME, RANKER, NOW)).isPresent();
    }

    @Test
    void keepsWhyARunFailedAndFreesTheWay() {
        // Given
        TrainingRun run = started();

        // When
        boolean failed =
                open.write(connection -> runs.fail(connection, HOME, run.id(), "no examples", NOW.plusSeconds(1)));
        boolean finished = open.write(connection -> runs.finish(connection, HOME, run.id(), RESULT, NOW));

        // Then
        assertThat(failed).isTrue();
        assertThat(finished).isFalse();
        assertThat(find(run).errorMessage()).isEqualTo("no examples");
        assertThat(open.<List<TrainingRun>>read(connection -> runs.active(connection, HOME)))
                .isEmpty();
        assertThat(start(HOME, RANKER, NOW)).isPresent();
    }

    @Test
    void listsTheLatestFirstInPages() {
        // Given
        ended(RANKER, NOW);
        ended("something_else", NOW);
        ended(RANKER, NOW);

        // Then
        assertThat(list(new TrainingRunFilter(null, 2, 1)))
                .extracting(TrainingRun::id)
                .containsExactly(2L, 1L);
        assertThat(list(new TrainingRunFilter(RANKER, 100, 0)))
                .extracting(TrainingRun::id)
                .containsExactly(3L, 1L);
    }

    @Test
    void deletesWhatEndedAndLeavesWhatIsActive() {
        // Given
        TrainingRun gone = ended(RANKER, NOW);
        TrainingRun active = started();

        // When
        boolean deleted = open.write(connection -> runs.delete(connection, HOME, gone.id()));
        boolean again = open.write(connection -> runs.delete(connection, HOME, gone.id()));
        boolean refused = open.write(connection -> runs.delete(connection, HOME, active.id()));

        // Then
        assertThat(deleted).isTrue();
        assertThat(again).isFalse();
        assertThat(refused).isFalse();
        assertThat(list(new TrainingRunFilter(null, 100, 0))).containsExactly(active);
    }

    @Test
    void deletesOldRunsButTheLatestAndTheActive() {
        // Given
        Instant old = NOW.minus(Duration.ofDays(40));
        TrainingRun active = start(HOME, "something_else", old).orElseThrow();
        ended(RANKER, old);
        ended(RANKER, old);
        TrainingRun latestOld = ended(RANKER, old);
        TrainingRun young = ended(RANKER, NOW);

        // When
        int deleted = open.write(connection -> runs.deleteOld(connection, HOME, NOW.minus(Duration.ofDays(30)), 2));

        // Then
        assertThat(deleted).isEqualTo(2);
        assertThat(list(new TrainingRunFilter(null, 100, 0)))
                .extracting(TrainingRun::id)
                .containsExactly(young.id(), latestOld.id(), active.id());
    }

    @Test
    void keepsTheLatestRuns() {
        // Given
        int more = TrainingRunRepository.KEPT + 2;

        // When
        open.write(connection -> {
            Future<Void> all = Future.succeededFuture();
            for (int i = 0; i < more; i++) {
                all = all.compose(any -> runs.start(connection, HOME, RANKER, "schedule", NOW))
                        .compose(run ->
                                runs.fail(connection, HOME, run.orElseThrow().id(), "test", NOW))
                        .mapEmpty();
            }
            return all;
        });

        // Then
        assertThat(open.number("SELECT count(*) FROM training_runs")).isEqualTo(TrainingRunRepository.KEPT);
        assertThat(open.number("SELECT max(id) FROM training_runs")).isEqualTo(more);
    }
}
