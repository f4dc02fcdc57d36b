package io.homeiq.pattern.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.store.analysis.AnalysisStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NightlyVerdictTest {

    private static final Instant NIGHT = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant DAY_BEFORE = NIGHT.minus(Duration.ofDays(1));
    private static final AnalysisRun YESTERDAY = run(AnalysisStatus.COMPLETED, DAY_BEFORE);

    @Test
    void aNightWithoutARunIsDue() {
        assertThat(verdict(NIGHT, YESTERDAY)).isEqualTo(NightlyVerdict.DUE);
    }

    @Test
    void aNightThatWasMissedIsDueInTheMorning() {
        assertThat(verdict(NIGHT.plus(Duration.ofHours(5)), YESTERDAY)).isEqualTo(NightlyVerdict.DUE);
    }

    @Test
    void aCompletedRunIsEnoughWhoeverAskedForIt() {
        assertThat(verdict(NIGHT.plusSeconds(600), run(AnalysisStatus.COMPLETED, NIGHT), YESTERDAY))
                .isEqualTo(NightlyVerdict.DONE);
    }

    @Test
    void whileOneRunsNothingIsDue() {
        assertThat(verdict(NIGHT.plusSeconds(1), run(AnalysisStatus.RUNNING, NIGHT), YESTERDAY))
                .isEqualTo(NightlyVerdict.LATER);
        assertThat(verdict(NIGHT, run(AnalysisStatus.RUNNING, NIGHT.minusSeconds(5)), YESTERDAY))
                .isEqualTo(NightlyVerdict.LATER);
    }

    @Test
    void aFailedRunIsTriedAgainAfterAWhileButNotForEver() {
        // Given
        AnalysisRun first = run(AnalysisStatus.FAILED, NIGHT);
        AnalysisRun second = run(AnalysisStatus.FAILED, NIGHT.plusSeconds(1_000));
        AnalysisRun third = run(AnalysisStatus.FAILED, NIGHT.plusSeconds(2_000));

        // Then
        assertThat(verdict(NIGHT.plusSeconds(899), first, YESTERDAY)).isEqualTo(NightlyVerdict.LATER);
        assertThat(verdict(NIGHT.plusSeconds(900), first, YESTERDAY)).isEqualTo(NightlyVerdict.DUE);
        assertThat(verdict(NIGHT.plusSeconds(9_000), third, second, first, YESTERDAY))
                .isEqualTo(NightlyVerdict.DONE);
    }

    @Test
    void aHomeThatIsNewHasMissedNothing() {
        assertThat(NightlyVerdict.of(List.of(), NIGHT, NIGHT.plusSeconds(1), NIGHT.plusSeconds(2)))
                .isEqualTo(NightlyVerdict.DONE);
        assertThat(NightlyVerdict.of(List.of(), NIGHT, NIGHT.minusSeconds(1), NIGHT))
                .isEqualTo(NightlyVerdict.DUE);
    }

    private static NightlyVerdict verdict(Instant now, AnalysisRun... runs) {
        return NightlyVerdict.of(List.of(runs), NIGHT, DAY_BEFORE, now);
    }

    private static AnalysisRun run(AnalysisStatus status, Instant startedAt) {
        boolean ended = status != AnalysisStatus.RUNNING;
        @Nullable Instant finishedAt = ended ? startedAt.plusSeconds(60) : null;
        return new AnalysisRun(
                "run_" + startedAt.getEpochSecond(), status, "api", startedAt, finishedAt, null, 0, null, null);
    }
}
