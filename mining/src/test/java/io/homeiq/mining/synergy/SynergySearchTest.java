package io.homeiq.mining.synergy;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.synergy.Complexity;
import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.contracts.synergy.SynergyType;
import io.homeiq.mining.Diary;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynergySearchTest {

    private static final int DAYS = 30;
    private static final EntityId MOTION = Diary.id("binary_sensor.hall_motion");
    private static final EntityId LAMP = Diary.id("light.hall");

    private static final Rule TIE = new Rule(
            List.of(StateTrigger.of(MOTION, "off", "on")),
            List.of(),
            List.of(CallService.of("light", "turn_on", LAMP)));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsTheLampThatIsOftenSwitchedWhereSomebodyMoves(long seed) {
        // When
        List<Synergy> found = found(miner(answeredMotion(seed)), List.of());

        // Then
        assertThat(found).as("seed %d", seed).singleElement().satisfies(synergy -> {
            assertThat(synergy.type()).isEqualTo(SynergyType.MOTION_LIGHT);
            assertThat(synergy.entities()).containsExactly(MOTION, LAMP);
            assertThat(synergy.areaId()).isEqualTo("hall");
            assertThat(synergy.rule()).isEqualTo(TIE);
            assertThat(synergy.complexity()).isEqualTo(Complexity.LOW);
            assertThat(synergy.correlation().share())
                    .isGreaterThan(3 * synergy.correlation().chance());
            assertThat(synergy.impactScore()).isBetween(0.1, 1.0);
        });
    }

    @Test
    void theSameHistoryGivesTheSameSynergiesAndQuestions() {
        // Given
        Miner one = miner(answeredMotion(4));
        Miner other = miner(answeredMotion(4));

        // When
        List<Synergy> first = found(one, List.of());
        List<Synergy> second = found(other, List.of());

        // Then
        assertThat(first).isEqualTo(second).isNotEmpty();
        assertThat(search(one, List.of()).questions())
                .isEqualTo(search(other, List.of()).questions());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aSharedDailyRhythmIsNoSynergy(long seed) {
        // Given motion and lamp in the same hour of every evening, apart from each other
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < 3; i++) {
                move(diary, Diary.around(day, LocalTime.of(19, 0), 30, random));
                Instant on = Diary.around(day, LocalTime.of(19, 0), 30, random);
                diary.set("light.hall", "on", on).set("light.hall", "off", on.plusSeconds(200 + random.nextInt(200)));
            }
        }

        // When
        List<Synergy> found = found(miner(diary), List.of());

        // Then
        assertThat(found).as("seed %d", seed).isEmpty();
    }

    @Test
    void theLampOfAnotherRoomIsNotAskedAbout() {
        // Given
        Diary diary = answeredMotion(5);
        for (int day = 0; day < DAYS; day++) {
            diary.set("light.attic", "on", Diary.time(day, LocalTime.of(20, 0)));
            diary.set("light.attic", "off", Diary.time(day, LocalTime.of(21, 0)));
        }

        // When
        List<Question> questions = search(miner(diary), List.of()).questions();

        // Then
        assertThat(questions)
                .extracting(Question::pair)
                .containsExactly(new Pair(SynergyType.MOTION_LIGHT, MOTION, LAMP));
    }

    @Test
    void whatAnAutomationTiesAlreadyIsNotAskedAbout() {
        // Given
        Automation automation = new Automation("a", "Hall", "", TIE, RunMode.SINGLE, Verbatim.EMPTY);

        // When
        List<Question> questions =
                search(miner(answeredMotion(6), automation), List.of()).questions();

        // Then
        assertThat(questions).isEmpty();
    }

    @Test
    void aProvenHabitIsNoSynergyAndAnUnprovenOneSupportsIt() {
        // Given
        Miner miner = miner(answeredMotion(7));

        // When
        List<Question> asked =
                search(miner, List.of(pattern(new Finding.Proven()))).questions();
        List<Synergy> found = found(miner, List.of(pattern(new Finding.NotProposed("it is too rare"))));

        // Then
        assertThat(asked).isEmpty();
        assertThat(found)
                .singleElement()
                .satisfies(synergy ->
                        assertThat(synergy.supportingPatterns()).containsExactly(new PatternId("trigger_action_1")));
    }

    @Test
    void theDayThatRunsChangesNoQuestion() {
        // Given
        Diary diary = answeredMotion(8);
        List<Question> before = search(miner(diary), List.of()).questions();
        Instant today = Diary.time(DAYS, LocalTime.of(0, 30));
        move(diary, today);
        List<Question> nextDay = search(miner(diary), List.of()).questions();

        // When
        move(diary, today.plusSeconds(3600));
        List<Question> later = search(miner(diary), List.of()).questions();

        // Then
        assertThat(later).isEqualTo(nextDay).isNotEqualTo(before);
    }

    @Test
    void historyThatIsFilledInChangesTheQuestion() {
        // Given
        Diary diary = answeredMotion(9);
        List<Question> before = search(miner(diary), List.of()).questions();

        // When
        move(diary, Diary.time(3, LocalTime.of(4, 0)));
        List<Question> after = search(miner(diary), List.of()).questions();

        // Then
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void aShortHistorySaysNothing() {
        // Given
        Diary diary = new Diary();
        move(diary, Diary.time(0, LocalTime.NOON));

        // Then
        assertThat(miner(diary).synergies(List.of())).isEmpty();
    }

    /** Motion at any time of the day; a person answers about half of it by hand. */
    private static Diary answeredMotion(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            for (int hour = 7; hour < 23; hour += 3) {
                Instant motion = Diary.around(day, LocalTime.of(hour, 30), 60, random);
                move(diary, motion);
                if (random.nextInt(10) < 5) {
                    diary.set("light.hall", "on", motion.plusMillis(8_000 + random.nextInt(60_000)));
                    diary.set("light.hall", "off", motion.plusSeconds(600 + random.nextInt(1_200)));
                }
            }
        }
        return diary;
    }

    private static void move(Diary diary, Instant time) {
        diary.set(MOTION.value(), "on", time).set(MOTION.value(), "off", time.plusSeconds(60));
    }

    private static Miner miner(Diary diary, Automation... automations) {
        HomeRegistry registry = new HomeRegistry(
                Diary.registry().config(),
                List.of(
                        new Area("hall", "Hall", null, List.of(), Set.of()),
                        new Area("attic", "Attic", null, List.of(), Set.of())),
                List.of(),
                List.of(
                        entity(MOTION, "hall", "motion"),
                        entity(LAMP, "hall", null),
                        entity(Diary.id("light.attic"), "attic", null)),
                List.of());
        Miner miner = new Miner(HomeId.DEFAULT, registry, List.of(automations), MiningSettings.DEFAULT);
        diary.events().forEach(miner::accept);
        return miner;
    }

    private static Entity entity(EntityId id, String area, @Nullable String deviceClass) {
        return new Entity(id, null, null, null, area, Set.of(), List.of(), false, false, null, deviceClass, null);
    }

    private static SynergySearch search(Miner miner, List<Pattern> patterns) {
        return miner.synergies(patterns).orElseThrow();
    }

    private static List<Synergy> found(Miner miner, List<Pattern> patterns) {
        SynergySearch search = search(miner, patterns);
        Map<Question, Correlation> answers = new LinkedHashMap<>();
        search.questions().forEach(question -> answers.put(question, search.answer(question)));
        return search.rank(answers);
    }

    private static Pattern pattern(Finding finding) {
        Instant seen = Diary.FIRST_DAY.atStartOfDay(Diary.ZONE).toInstant();
        return new Pattern(
                new PatternId("trigger_action_1"),
                PatternKind.TRIGGER_ACTION,
                LAMP,
                TIE,
                0.7,
                0.01,
                30,
                seen,
                seen.plus(Duration.ofDays(20)),
                new Evidence(10, 10, 9, 1, 0, 0.9, 0.6, 0.98, List.of()),
                finding);
    }
}
