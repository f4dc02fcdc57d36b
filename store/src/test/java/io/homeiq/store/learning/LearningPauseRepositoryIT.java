package io.homeiq.store.learning;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.store.OpenDatabase;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningPauseRepositoryIT {

    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    private final LearningPauseRepository pauses = new LearningPauseRepository();
    private OpenDatabase open;

    @BeforeEach
    void open(@TempDir Path folder) {
        open = new OpenDatabase(folder.resolve("shared.db"));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private boolean pause(long seconds) {
        return open.write(connection -> pauses.pause(connection, HOME, START.plusSeconds(seconds)));
    }

    private boolean resume(long seconds) {
        return open.write(connection -> pauses.resume(connection, HOME, START.plusSeconds(seconds)));
    }

    private LearningPauses load() {
        return open.read(connection -> pauses.load(connection, HOME));
    }

    private boolean covered(long seconds) {
        return load().cover(START.plusSeconds(seconds));
    }

    @Test
    void aPauseCoversItsFirstMomentAndNotTheOneInWhichItEnds() {
        // When
        assertThat(pause(10)).isTrue();
        assertThat(pause(12)).isFalse();
        assertThat(load().since()).isEqualTo(START.plusSeconds(10));
        assertThat(covered(1_000_000)).isTrue();
        assertThat(resume(20)).isTrue();
        assertThat(resume(25)).isFalse();

        // Then
        assertThat(load().isLearning()).isTrue();
        assertThat(covered(9)).isFalse();
        assertThat(covered(10)).isTrue();
        assertThat(covered(19)).isTrue();
        assertThat(covered(20)).isFalse();
        LearningPauses elsewhere = open.read(connection -> pauses.load(connection, OTHER_HOME));
        assertThat(elsewhere.pauses()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackUndoesNoPause() {
        // Given
        pause(100);
        resume(200);

        // When
        pause(50);
        resume(60);

        // Then
        assertThat(covered(150)).isTrue();
        assertThat(covered(250)).isFalse();
        assertThat(load().isLearning()).isTrue();
    }

    @Test
    void beyondTheMostTheTwoOldestBecomeOne() {
        // Given
        open.run("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < "
                + (LearningPauseRepository.MAX_PAUSES - 1) + ") INSERT INTO learning_pauses SELECT '" + HOME
                + "', i * 10, i * 10 + 5 FROM n");

        // When
        assertThat(pause(0)).isTrue();

        // Then
        LearningPauses all = load();
        assertThat(all.pauses()).hasSize(LearningPauseRepository.MAX_PAUSES);
        assertThat(all.cover(Instant.ofEpochMilli(7))).isTrue();
        assertThat(all.cover(Instant.ofEpochMilli(17))).isFalse();
        assertThat(all.isLearning()).isFalse();
    }
}
