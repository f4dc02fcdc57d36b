package io.homeiq.contracts.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "25, 23, 21, 2, 3, 0.913, 0.73, 0.97",
        "25, 23, 21, 2, 3, 0.91, 0.73, 0.97", // rounded
        "0, 0, 0, 0, 4, 0, 0, 1", // never fired
        "1, 1, 1, 0, 0, 1, 0.2, 1"
    })
    void addsUp(
            int opportunities,
            int fired,
            int agreed,
            int unwanted,
            int missed,
            double agreement,
            double low,
            double high) {
        Evidence evidence =
                new Evidence(opportunities, fired, agreed, unwanted, missed, agreement, low, high, List.of());

        assertThat(evidence.fired()).isEqualTo(evidence.agreed() + evidence.unwanted());
    }

    @ParameterizedTest
    @CsvSource({
        "25, 24, 21, 2, 3, 0.913, 0.73, 0.97", // fired is not agreed + unwanted
        "-1, 23, 21, 2, 3, 0.913, 0.73, 0.97",
        "25, 23, 21, 2, -3, 0.913, 0.73, 0.97",
        "25, 0, 1, -1, 3, 0, 0, 1",
        "25, 23, 21, 2, 3, 0.5, 0.3, 0.97", // is not agreed / fired
        "25, 23, 21, 2, 3, NaN, 0.73, 0.97",
        "25, 23, 21, 2, 3, 0.913, 0.92, 0.97", // outside its interval
        "25, 23, 21, 2, 3, 0.913, 0.73, 0.9",
        "25, 23, 21, 2, 3, 0.913, -0.1, 0.97",
        "25, 23, 21, 2, 3, 0.913, 0.73, 1.1",
        "0, 0, 0, 0, 0, 1, 0, 1" // never fired, never agreed
    })
    void refusesNumbersThatDoNotAddUp(
            int opportunities,
            int fired,
            int agreed,
            int unwanted,
            int missed,
            double agreement,
            double low,
            double high) {
        assertThatThrownBy(() ->
                        new Evidence(opportunities, fired, agreed, unwanted, missed, agreement, low, high, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsABoundedNumberOfDays() {
        EvidenceDay missed = new EvidenceDay(DAY, DayOutcome.MISSED, null, Instant.EPOCH);

        assertThat(withDays(Collections.nCopies(Evidence.MAX_DAYS, missed)).days())
                .hasSize(200);
        assertThatThrownBy(() -> withDays(Collections.nCopies(Evidence.MAX_DAYS + 1, missed)))
                .hasMessage("evidence lists at most 200 days, was: 201");
    }

    @Test
    void aDayHasTheTimesThatItsOutcomeImplies() {
        Instant time = Instant.EPOCH;
        assertThat(new EvidenceDay(DAY, DayOutcome.AGREED, time, time).firedAt())
                .isEqualTo(time);
        assertThat(new EvidenceDay(DAY, DayOutcome.UNWANTED, time, null).actedAt())
                .isNull();
        assertThat(new EvidenceDay(DAY, DayOutcome.MISSED, null, time).firedAt())
                .isNull();
        refused(DayOutcome.AGREED, time, null);
        refused(DayOutcome.AGREED, null, time);
        refused(DayOutcome.UNWANTED, time, time);
        refused(DayOutcome.UNWANTED, null, null);
        refused(DayOutcome.MISSED, time, time);
        refused(DayOutcome.MISSED, null, null);
    }

    private static Evidence withDays(List<EvidenceDay> days) {
        return new Evidence(0, 0, 0, 0, 0, 0, 0, 1, days);
    }

    private static void refused(DayOutcome outcome, @Nullable Instant firedAt, @Nullable Instant actedAt) {
        assertThatThrownBy(() -> new EvidenceDay(DAY, outcome, firedAt, actedAt))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
