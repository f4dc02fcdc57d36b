package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.pattern.EvidenceDay;
import io.homeiq.contracts.pattern.Pattern;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Days on which things are used although the household is away. */
class UnlivedDaysTest {

    private static final int DAYS = 42;
    private static final int LEAVE = 33;
    private static final int BACK = 39;

    private final SplittableRandom random = new SplittableRandom(4_711);
    private final Diary diary = new Diary();

    @Test
    void aNeighbourWhoLooksAfterThePlantsMakesNoOpportunity() {
        // Given a holiday within the days kept for proof
        diary.set("person.ann", "home", Diary.time(0, LocalTime.of(0, 5)));
        for (int day = 0; day < DAYS; day++) {
            boolean away = day > LEAVE && day < BACK;
            diary.set("light.hall", "on", Diary.around(day, LocalTime.of(15, 0), 240, random));
            diary.set("light.hall", "off", Diary.around(day, LocalTime.of(20, 0), 30, random));
            if (!away) {
                diary.set("light.porch", "on", Diary.around(day, LocalTime.of(21, 0), 5, random));
                diary.set("light.porch", "off", Diary.around(day, LocalTime.of(22, 45), 60, random));
            }
        }
        diary.set("person.ann", "not_home", Diary.time(LEAVE, LocalTime.of(23, 50)));
        diary.set("person.ann", "home", Diary.time(BACK, LocalTime.of(0, 10)));

        // When
        Pattern porch = diary.analyse().proven().stream()
                .filter(pattern -> pattern.entity().equals(Diary.id("light.porch")))
                .findFirst()
                .orElseThrow();

        // Then
        LocalDate left = Diary.FIRST_DAY.plusDays(LEAVE);
        LocalDate back = Diary.FIRST_DAY.plusDays(BACK);
        assertThat(porch.evidence().days())
                .extracting(EvidenceDay::date)
                .isNotEmpty()
                .noneMatch(date -> date.isAfter(left) && date.isBefore(back));
        assertThat(porch.evidence().unwanted()).isZero();
    }
}
