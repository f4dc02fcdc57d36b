package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Drift;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.mining.habit.proof.Continuity;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Habits that move, end, pause and come back. */
class ChangingHabitTest {

    private static final int CHANGE = 50;
    private static final LocalTime BEFORE = LocalTime.of(22, 0);
    private static final LocalTime AFTER = LocalTime.of(22, 50);

    private final Random random = new Random(71);
    private final Diary diary = new Diary();

    /** The lamp goes out around the time on these days; somebody lights it in the evening in any case, and reads. */
    private void live(int from, int until, LocalTime off, double missed) {
        for (int day = from; day < until; day++) {
            diary.set("light.desk", "on", Diary.around(day, LocalTime.of(12, 0), 200, random));
            diary.set("light.desk", "off", Diary.around(day, LocalTime.of(19, 0), 100, random));
            if (random.nextDouble() >= missed) {
                diary.set("light.hall", "off", Diary.around(day, off, 6, random));
            }
            diary.set("light.hall", "on", Diary.around(day + 1, LocalTime.of(15, 0), 150, random));
        }
    }

    private List<Pattern> hall() {
        return diary.analyse().patterns().stream()
                .filter(pattern -> pattern.entity().equals(Diary.id("light.hall")))
                .filter(pattern -> pattern.rule().triggers().getFirst() instanceof TimeTrigger)
                .toList();
    }

    private static Optional<Pattern> drifted(List<Pattern> patterns, Drift.Kind kind) {
        return patterns.stream()
                .filter(pattern -> pattern.drift() != null && pattern.drift().kind() == kind)
                .findFirst();
    }

    private static int minutesFrom(Pattern pattern, LocalTime time) {
        TimeTrigger trigger = (TimeTrigger) pattern.rule().triggers().getFirst();
        return Math.abs(trigger.at().getFirst().toSecondOfDay() - time.toSecondOfDay()) / 60;
    }

    @Test
    void aHabitThatMovesIsOverWithinAWeekAndSaysWhereItWent() {
        // Given
        live(0, CHANGE, BEFORE, 0.08);

        // When
        live(CHANGE, CHANGE + 6, AFTER, 0.08);

        // Then
        assertThat(drifted(hall(), Drift.Kind.MOVED)).hasValueSatisfying(old -> {
            assertThat(minutesFrom(old, BEFORE)).isLessThanOrEqualTo(10);
            assertThat(old.isProven()).isFalse();
            assertThat(old.drift().reason())
                    .matches("since 2[3-5] February 2026 you do it around 22:[45]\\d, before it was 2[12]:[05]\\d");
        });
    }

    @Test
    void itsNewTimeIsProvenAfterElevenDaysAndTiedToTheOld() {
        // Given
        live(0, CHANGE, BEFORE, 0);

        // When
        live(CHANGE, CHANGE + 11, AFTER, 0);

        // Then
        List<Pattern> patterns = hall();
        Pattern old = drifted(patterns, Drift.Kind.MOVED).orElseThrow();
        assertThat(drifted(patterns, Drift.Kind.FOLLOWS)).hasValueSatisfying(next -> {
            assertThat(next.isProven()).isTrue();
            assertThat(minutesFrom(next, AFTER)).isLessThanOrEqualTo(10);
            assertThat(next.drift().reason()).startsWith("was 2").contains("until 2");
            assertThat(next.drift().other()).isEqualTo(old.id());
            assertThat(old.drift().other()).isEqualTo(next.id());
        });
    }

    @Test
    void aHabitThatPeopleLeaveIsOverWithinAWeek() {
        // Given
        live(0, CHANGE, BEFORE, 0.08);

        // When
        live(CHANGE, CHANGE + 7, BEFORE, 1);

        // Then
        assertThat(drifted(hall(), Drift.Kind.PAUSED)).hasValueSatisfying(over -> {
            assertThat(over.isProven()).isFalse();
            assertThat(over.drift().reason()).startsWith("paused: since ").contains("you did it only 0 of");
            assertThat(over.confidence()).isLessThan(0.4);
        });
    }

    @Test
    void aHabitLeftOutNowAndThenStaysProven() {
        // Given, When
        live(0, CHANGE + 10, BEFORE, 0.15);

        // Then
        assertThat(hall()).anySatisfy(pattern -> {
            assertThat(pattern.isProven()).isTrue();
            assertThat(pattern.drift()).isNull();
            assertThat(minutesFrom(pattern, BEFORE)).isLessThanOrEqualTo(10);
        });
    }

    @Test
    void aHabitOfAnEarlierSeasonIsProvenAgainAfterAWeek() {
        // Given a winter with it, a summer without
        live(0, 110, BEFORE, 0.08);
        live(110, 240, BEFORE, 1);
        assertThat(drifted(hall(), Drift.Kind.PAUSED)).isPresent();

        // When
        live(240, 248, BEFORE, 0);

        // Then
        assertThat(drifted(hall(), Drift.Kind.RESUMED)).hasValueSatisfying(back -> {
            assertThat(back.isProven()).isTrue();
            assertThat(back.drift().reason()).startsWith("back since ");
            assertThat(back.evidence().opportunities()).isLessThanOrEqualTo(9);
        });
    }

    @Test
    void whileThingsHappenTheEndOfAHabitIsToldThoughNobodyTouchesIt() {
        // Given a miner that knows the habit
        live(0, CHANGE, BEFORE, 0.05);
        Miner miner = new Miner(HomeId.DEFAULT, Diary.registry(), List.of(), MiningSettings.DEFAULT);
        diary.events().forEach(miner::accept);
        miner.remember(miner.analyse(Progress.IGNORED).proven());
        miner.settle();
        int known = diary.events().size();

        // When
        live(CHANGE, CHANGE + 8, BEFORE, 1);
        List<Pattern> fresh = diary.events().stream()
                .skip(known)
                .flatMap(event -> {
                    miner.accept(event);
                    return miner.fresh().stream();
                })
                .toList();

        // Then
        assertThat(fresh).anySatisfy(pattern -> {
            assertThat(pattern.entity()).isEqualTo(Diary.id("light.hall"));
            assertThat(pattern.isOver()).isTrue();
        });
    }

    @Test
    void whatWasProvenStaysSoWhileTheDaysDoNotTellAndNoLonger() {
        // Given
        live(0, CHANGE, BEFORE, 0.05);
        List<Pattern> proven = hall().stream().filter(Pattern::isProven).toList();
        Instant seen = proven.getFirst().lastSeen();

        Pattern unsure = doubtful(proven.getFirst(), 0.7);

        // When, Then
        assertThat(Continuity.join(proven, List.of(unsure), seen.plus(Continuity.GRACE)))
                .containsExactly(proven.getFirst().withConfidence(0.7));
        assertThat(Continuity.join(
                        proven, List.of(unsure), seen.plus(Continuity.GRACE).plusSeconds(1)))
                .containsExactly(unsure);
        assertThat(Continuity.join(proven, List.of(doubtful(unsure, 0.5)), seen))
                .containsExactly(doubtful(unsure, 0.5));
        assertThat(Continuity.join(proven, List.of(), seen)).isEmpty();
    }

    private static Pattern doubtful(Pattern proven, double confidence) {
        return new Pattern(
                proven.id(),
                proven.kind(),
                proven.entity(),
                proven.rule(),
                confidence,
                proven.qValue(),
                proven.occurrences(),
                proven.firstSeen(),
                proven.lastSeen(),
                proven.evidence(),
                new Finding.NotProposed("on the days kept for proof it could be chance", true));
    }
}
