package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Histories that no home should have, and some have. */
class BadInputTest {

    private static final EntityId PORCH = Diary.id("light.porch");

    private final SplittableRandom random = new SplittableRandom(20_261_127);
    private final Diary diary = new Diary();
    private final Miner miner = new Miner(HomeId.DEFAULT, Diary.registry(), List.of(), MiningSettings.DEFAULT);

    @Test
    void aSensorAndASwitchThatNeverRestHideNoHabitAndMakeNone() {
        // Given a habit, and on the last day a change of each of the others every other second
        live(0, 40);
        diary.events().forEach(miner::accept);
        Instant start = Diary.time(40, LocalTime.of(0, 0));
        for (int i = 0; i < 40_000; i++) {
            accept("sensor.power", String.valueOf(random.nextInt(4_000)), start.plusSeconds(2L * i));
            accept("switch.loose_contact", i % 2 == 0 ? "on" : "off", start.plusSeconds(2L * i));
        }

        // When
        Analysis analysis = miner.analyse(Progress.IGNORED);

        // Then
        assertThat(analysis.proven())
                .extracting(Pattern::entity)
                .contains(PORCH)
                .containsOnly(PORCH);
        assertThat(analysis.notes())
                .contains(
                        "sensor.power changed 40,000 times on one day: only its larger steps are kept.",
                        "switch.loose_contact changed 40,000 times on one day: no habit is learned from it.");
    }

    @Test
    void aClockThatGoesBackIsToldOf() {
        // Given
        live(0, 40);
        diary.events().forEach(miner::accept);
        accept("light.hall", "on", Diary.time(40, LocalTime.of(15, 0)));
        accept("light.hall", "off", Diary.time(40, LocalTime.of(12, 0)));

        // When
        Analysis analysis = miner.analyse(Progress.IGNORED);

        // Then
        assertThat(analysis.proven()).extracting(Pattern::entity).contains(PORCH);
        assertThat(analysis.notes()).containsExactly("The clock went back once, first by 3 hours on 2026-02-14.");
    }

    @Test
    void aClockThatWasNotSetYetTakesNothingFromWhatFollows() {
        // Given
        diary.set("light.hall", "on", Instant.EPOCH.plusSeconds(60));
        diary.set("light.hall", "off", Instant.EPOCH.plusSeconds(70));
        live(0, 40);

        // When
        Analysis analysis = diary.analyse();

        // Then
        assertThat(analysis.proven()).extracting(Pattern::entity).contains(PORCH);
        assertThat(analysis.notes())
                .containsExactly(
                        "2 changes lie so many years from the others that the clock must have been wrong; they are left out.");
    }

    @Test
    void aClockThatIsYearsAheadForAWhileIsNoGapInTheDaysToLearnFrom() {
        // Given
        live(0, 40);
        diary.set("light.hall", "on", Diary.time(4_000, LocalTime.of(10, 0)));
        diary.set("light.hall", "off", Diary.time(4_000, LocalTime.of(10, 5)));

        // When
        Analysis analysis = diary.analyse();

        // Then
        assertThat(analysis.proven()).extracting(Pattern::entity).contains(PORCH);
        assertThat(analysis.notes()).containsExactly("Nothing was recorded from 2026-02-14 to 2036-12-17.");
    }

    @Test
    void yearsOfGapsAreNoDaysOfTheHome() {
        // Given
        live(0, 25);
        live(800, 825);

        // When
        Analysis analysis = diary.analyse();

        // Then
        assertThat(analysis.proven()).extracting(Pattern::entity).contains(PORCH);
        assertThat(analysis.notes())
                .containsExactly(
                        "Nothing was recorded from 2026-01-30 to 2028-03-14.",
                        "Only light.porch is in the history: what people do in answer to other things cannot be told.");
    }

    @Test
    void tenThousandEntitiesAreTakenIn() {
        // Given
        live(0, 30);
        diary.events().forEach(miner::accept);
        for (int entity = 0; entity < 10_000; entity++) {
            Instant time = Diary.time(29, LocalTime.of(22, 0)).plusSeconds(entity);
            accept("light.x" + entity, "on", time);
            accept("light.x" + entity, "off", time.plusSeconds(40));
        }

        // When
        Analysis analysis = miner.analyse(Progress.IGNORED);

        // Then
        assertThat(analysis.proven())
                .extracting(Pattern::entity)
                .contains(PORCH)
                .containsOnly(PORCH);
        assertThat(analysis.notes())
                .contains("10,001 entities are in the history, more than homes have: since so much is tested at once,"
                        + " a habit must be clearer to be proven.");
    }

    @Test
    void aLampThatOnceNeverRestedHasTheHabitOfTheDaysSince() {
        // Given a day on which the porch changes every other second, and forty days after it
        Instant start = Diary.time(0, LocalTime.of(0, 0));
        for (int i = 0; i < 40_000; i++) {
            accept(PORCH.value(), i % 2 == 0 ? "on" : "off", start.plusSeconds(2L * i));
        }
        live(1, 41);
        diary.events().forEach(miner::accept);

        // When
        Analysis analysis = miner.analyse(Progress.IGNORED);

        // Then
        assertThat(analysis.proven()).extracting(Pattern::entity).contains(PORCH);
        assertThat(analysis.notes())
                .contains("light.porch changed 40,000 times on one day: only what it did last is kept.");
    }

    @Test
    void aHomeWithOneEntityHasItsHabit() {
        // Given
        live(0, 30);

        // When
        Analysis analysis = diary.analyse();

        // Then
        assertThat(analysis.proven())
                .extracting(Pattern::entity)
                .contains(PORCH)
                .containsOnly(PORCH);
        assertThat(analysis.notes())
                .containsExactly(
                        "Only light.porch is in the history: what people do in answer to other things cannot be told.");
    }

    @Test
    void whereNobodyDoesAnythingThereIsNothingToLearn() {
        // Given
        for (int hour = 0; hour < 60 * 24; hour++) {
            Instant time = Diary.time(0, LocalTime.of(0, 0)).plus(Duration.ofHours(hour));
            diary.set("sensor.temperature", String.valueOf(20 + random.nextInt(5)), time);
            diary.set("binary_sensor.motion", hour % 2 == 0 ? "on" : "off", time);
        }

        // When
        Analysis analysis = diary.analyse();

        // Then
        assertThat(analysis.patterns()).isEmpty();
        assertThat(analysis.notes()).containsExactly("No act of a person in 60 days: nothing can be learned.");
    }

    @Test
    void whereAllIsUnavailableThatIsSaid() {
        // Given
        for (int day = 0; day < 60; day++) {
            diary.set("light.porch", "unavailable", Diary.time(day, LocalTime.of(6, 0)));
            diary.set("light.porch", "unknown", Diary.time(day, LocalTime.of(7, 0)));
        }

        // When
        Analysis analysis = diary.analyse();

        // Then
        assertThat(analysis.patterns()).isEmpty();
        assertThat(analysis.notes())
                .containsExactly(
                        "No act of a person in 60 days: nothing can be learned.",
                        "No entity was ever available: every state is \"unavailable\" or \"unknown\".",
                        "Only light.porch is in the history: what people do in answer to other things cannot be told.");
    }

    /** The porch is lit around nine each evening, and is put out at any time before midnight. */
    private void live(int firstDay, int endDay) {
        for (int day = firstDay; day < endDay; day++) {
            diary.set(PORCH.value(), "on", Diary.around(day, LocalTime.of(21, 0), 5, random));
            diary.set(PORCH.value(), "off", Diary.around(day, LocalTime.of(22, 30), 60, random));
        }
    }

    private void accept(String entity, String state, Instant time) {
        miner.accept(new StateChange(Diary.id(entity), "?", state, Attributes.NONE, time, Context.UNKNOWN));
    }
}
