package io.homeiq.store.analysis;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.NOW;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.store.OpenDatabase;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisRunRepositoryIT {

    private static final AnalysisRun.Result RESULT = new AnalysisRun.Result(5_000_000_000L, 12, 3);

    private final AnalysisRunRepository runs = new AnalysisRunRepository();

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

    private boolean start(HomeId home, String id) {
        return open.write(connection -> runs.start(connection, home, id, "api", NOW));
    }

    private AnalysisRun latest() {
        return open.read(connection -> runs.latest(connection, HOME)).orElseThrow();
    }

    @Test
    void letsOneRunAtATimeForEachHome() {
        // When
        boolean first = start(HOME, "r1");
        boolean second = start(HOME, "r2");
        boolean elsewhere = start(OTHER_HOME, "r1");

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(elsewhere).isTrue();
        assertThat(latest())
                .isEqualTo(new AnalysisRun("r1", AnalysisStatus.RUNNING, "api", NOW, null, null, 0, null, null));
    }

    @Test
    void followsARunToItsEnd() {
        // Given
        start(HOME, "r1");
        open.write(connection -> runs.progress(connection, HOME, "r1", "replaying", 0.25));
        AnalysisRun during = latest();

        // When
        boolean finished = open.write(connection -> runs.finish(connection, HOME, "r1", RESULT, NOW.plusSeconds(9)));
        boolean again = open.write(connection -> runs.finish(connection, HOME, "r1", RESULT, NOW.plusSeconds(10)));

        // Then
        assertThat(during.stage()).isEqualTo("replaying");
        assertThat(during.progress()).isEqualTo(0.25);
        assertThat(finished).isTrue();
        assertThat(again).isFalse();
        assertThat(latest())
                .isEqualTo(new AnalysisRun(
                        "r1", AnalysisStatus.COMPLETED, "api", NOW, NOW.plusSeconds(9), "replaying", 1, RESULT, null));
        assertThat(start(HOME, "r2")).isTrue();
    }

    @Test
    void keepsWhyARunFailed() {
        // Given
        start(HOME, "r1");

        // When
        open.write(connection -> runs.fail(connection, HOME, "r1", "no history", NOW.plusSeconds(1)));

        // Then
        assertThat(latest().status()).isEqualTo(AnalysisStatus.FAILED);
        assertThat(latest().problem()).isEqualTo("no history");
    }

    @Test
    void freesTheWayThatADeadProcessBlocks() {
        // Given
        start(HOME, "r1");

        // When
        open.write(connection -> runs.failAbandoned(connection, HOME, "the process ended", NOW.plusSeconds(1)));

        // Then
        assertThat(latest().status()).isEqualTo(AnalysisStatus.FAILED);
        assertThat(start(HOME, "r2")).isTrue();
    }

    @Test
    void keepsTheLatestRuns() {
        // Given
        int more = AnalysisRunRepository.KEPT + 3;
        open.write(connection -> {
            Future<Void> all = Future.succeededFuture();
            for (int i = 0; i < more; i++) {
                String id = "r" + i;
                var at = NOW.plusSeconds(i);
                all = all.compose(any -> runs.start(connection, HOME, id, "schedule", at))
                        .compose(any -> runs.fail(connection, HOME, id, "test", at))
                        .mapEmpty();
            }
            return all;
        });

        // When
        List<AnalysisRun> list = open.read(connection -> runs.list(connection, HOME, more));

        // Then
        assertThat(list).hasSize(AnalysisRunRepository.KEPT);
        assertThat(list.getFirst().id()).isEqualTo("r" + (more - 1));
    }
}
