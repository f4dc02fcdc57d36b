package io.homeiq.mining.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.suggestion.Repair;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RepairSearchTest {

    private final ServedLamp lamp = new ServedLamp();

    private Verdict.Repairable repairable() {
        assertThat(lamp.verdict()).isInstanceOf(Verdict.Repairable.class);
        return (Verdict.Repairable) lamp.verdict();
    }

    @Test
    void whatPeopleLetBeFits() {
        for (int day = 0; day < 21; day++) {
            lamp.kept(day);
        }

        assertThat(lamp.verdict()).isEqualTo(new Verdict.Fits());
    }

    @Test
    void oneUndoingOnAWhimIsNoSign() {
        for (int day = 0; day < 21; day++) {
            if (day == 11) {
                lamp.undone(day);
            } else {
                lamp.kept(day);
            }
        }

        assertThat(lamp.verdict()).isEqualTo(new Verdict.Fits());
    }

    @Test
    void whatIsUndoneForThreeDaysIsDoubtedBeforeItIsClearWhatIsWanted() {
        for (int day = 0; day < 14; day++) {
            lamp.kept(day);
        }
        for (int day = 14; day < 17; day++) {
            lamp.undone(day);
        }

        assertThat(lamp.verdict()).isInstanceOf(Verdict.Doubtful.class);
    }

    @Test
    void whatIsUndoneOnEveryKindOfDayIsToBeRetired() {
        // Given
        for (int day = 0; day < 14; day++) {
            lamp.kept(day);
        }

        // When
        for (int day = 14; day < 26; day++) {
            lamp.undone(day);
        }

        // Then
        Verdict.Repairable verdict = repairable();
        assertThat(verdict.kind()).isEqualTo(Repair.Kind.RETIREMENT);
        assertThat(verdict.evidence().unwanted()).isEqualTo(12);
        assertThat(verdict.rule()).isEqualTo(ServedLamp.RULE);
    }

    @Test
    void whatIsUndoneAndDoneLaterByHandIsToActLater() {
        // Given
        for (int day = 0; day < 14; day++) {
            lamp.kept(day);
        }

        // When
        for (int day = 14; day < 20; day++) {
            lamp.undone(day);
            lamp.byHand(ServedLamp.LAMP, "off", "on", ServedLamp.at(day, "20:0" + day % 10));
            lamp.byHand(ServedLamp.LAMP, "on", "off", ServedLamp.at(day, "22:45"));
        }

        // Then
        Verdict.Repairable verdict = repairable();
        assertThat(verdict.kind()).isEqualTo(Repair.Kind.TIME);
        assertThat(ServedLamp.later(verdict.rule())).isEqualTo(Duration.ofMinutes(65));
        assertThat(verdict.evidence().agreed()).isEqualTo(6);
    }

    @Test
    void whatIsDoneByHandBeforeItActsIsToActEarlier() {
        // Given
        for (int day = 0; day < 14; day++) {
            lamp.kept(day);
        }

        // When: nothing is undone, for there is nothing to undo
        for (int day = 14; day < 21; day++) {
            lamp.tooLate(day, "18:1" + day % 3);
        }

        // Then
        Verdict.Repairable verdict = repairable();
        assertThat(verdict.kind()).isEqualTo(Repair.Kind.TIME);
        assertThat(ServedLamp.later(verdict.rule())).isEqualTo(Duration.ofMinutes(-50));
    }

    @Test
    void whatIsUndoneAtWeekendsIsToActOnWorkdays() {
        // Given
        for (int day = 0; day < 14; day++) {
            lamp.kept(day);
        }

        // When
        for (int day = 14; day < 35; day++) {
            if (day % 7 >= 5) {
                lamp.undone(day);
            } else {
                lamp.kept(day);
            }
        }

        // Then
        Verdict.Repairable verdict = repairable();
        assertThat(verdict.kind()).isEqualTo(Repair.Kind.CONDITION);
        assertThat(verdict.rule().conditions())
                .containsExactly(TimeCondition.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
        assertThat(verdict.evidence().unwanted()).isZero();
        assertThat(verdict.evidence().agreed()).isBetween(10, 15);
    }

    @Test
    void whatIsDoneLaterAndOnWorkdaysOnlyIsToActLaterOnWorkdays() {
        // Given
        for (int day = 0; day < 14; day++) {
            lamp.kept(day);
        }

        // When
        for (int day = 14; day < 35; day++) {
            lamp.undone(day);
            if (day % 7 < 5) {
                lamp.byHand(ServedLamp.LAMP, "off", "on", ServedLamp.at(day, "20:0" + day % 10));
                lamp.byHand(ServedLamp.LAMP, "on", "off", ServedLamp.at(day, "22:45"));
            }
        }

        // Then
        Verdict.Repairable verdict = repairable();
        assertThat(verdict.kind()).isEqualTo(Repair.Kind.TIME);
        assertThat(ServedLamp.later(verdict.rule())).isEqualTo(Duration.ofMinutes(65));
        assertThat(verdict.rule().conditions())
                .containsExactly(TimeCondition.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
        assertThat(verdict.evidence().agreed()).isEqualTo(15);
        assertThat(verdict.evidence().unwanted()).isZero();
    }

    @Test
    void whatIsDoneLaterOnMostDaysOfAnyKindGainsNoCondition() {
        // Given
        for (int day = 0; day < 14; day++) {
            lamp.kept(day);
        }

        // When
        for (int day = 14; day < 35; day++) {
            lamp.undone(day);
            if (day % 4 != 0) {
                lamp.byHand(ServedLamp.LAMP, "off", "on", ServedLamp.at(day, "20:0" + day % 10));
                lamp.byHand(ServedLamp.LAMP, "on", "off", ServedLamp.at(day, "22:45"));
            }
        }

        // Then
        Verdict.Repairable verdict = repairable();
        assertThat(verdict.kind()).isEqualTo(Repair.Kind.TIME);
        assertThat(verdict.rule().conditions()).isEmpty();
    }

    @Test
    void fewWeekendDaysOnWhichItWasLetBeTellThatItIsWantedThen() {
        // Given
        for (int day = 0; day < 14; day++) {
            lamp.kept(day);
        }

        // When: on some workdays nobody was there to undo it, and on half of the weekend days somebody was quicker
        for (int day = 14; day < 35; day++) {
            if (day % 14 == 5 || day % 14 == 6) {
                lamp.tooLate(day, "18:55");
            } else if (day % 7 >= 5 || day == 16 || day == 21) {
                lamp.kept(day);
            } else {
                lamp.undone(day);
            }
        }

        // Then
        Verdict.Repairable verdict = repairable();
        assertThat(verdict.kind()).isEqualTo(Repair.Kind.CONDITION);
        assertThat(verdict.rule().conditions())
                .containsExactly(TimeCondition.on(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
    }

    @Test
    void whatIsUndoneOnlyWhenSomebodyIsAwakeIsStillToBeRetired() {
        // Given
        for (int day = 0; day < 14; day++) {
            lamp.kept(day);
        }

        // When: on every third day of any kind nobody sees it
        for (int day = 14; day < 42; day++) {
            if (day % 3 == 0) {
                lamp.acts(day);
                lamp.byHand(ServedLamp.LAMP, "on", "off", ServedLamp.at(day, "22:30"));
            } else {
                lamp.undone(day);
            }
        }

        // Then
        assertThat(repairable().kind()).isEqualTo(Repair.Kind.RETIREMENT);
    }

    @Test
    void anotherTimeSeenOnWorkdaysAloneIsNotProposedBeforeAWeekendTells() {
        // Given
        for (int day = 0; day < 14; day++) {
            lamp.kept(day);
        }

        // When
        for (int day = 14; day < 19; day++) {
            lamp.undone(day);
            lamp.byHand(ServedLamp.LAMP, "off", "on", ServedLamp.at(day, "20:0" + day % 10));
            lamp.byHand(ServedLamp.LAMP, "on", "off", ServedLamp.at(day, "22:45"));
        }

        // Then
        assertThat(lamp.verdict()).isInstanceOf(Verdict.Doubtful.class);
    }

    @Test
    void whatWasChangedLaterIsAnotherDecision() {
        // Given
        lamp.acts(0);

        // When
        lamp.byHand(ServedLamp.LAMP, "on", "off", ServedLamp.at(0, "19:20"));

        // Then
        assertThat(lamp.undone).isEmpty();
        assertThat(lamp.works.works()).hasSize(1).allMatch(work -> work.hasActed() && !work.isUndone());
    }

    @Test
    void anUndoingIsToldWithWhatItUndid() {
        // When
        lamp.undone(0);

        // Then
        assertThat(lamp.undone)
                .containsExactly(new Undo(
                        ServedLamp.AUTOMATION,
                        ServedLamp.LAMP,
                        ServedLamp.at(0, "19:00").plusMillis(200),
                        ServedLamp.at(0, "19:02")));
    }
}
