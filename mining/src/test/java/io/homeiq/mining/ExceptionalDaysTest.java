package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.pattern.Pattern;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sick days, guests and feasts, of which nobody tells: the habits that are left out together do. */
class ExceptionalDaysTest {

    private static final int DAYS = 49;

    /** Two days in bed, and later two evenings with guests. */
    private static final Set<Integer> EXCEPTIONAL = Set.of(15, 16, 29, 36);

    private static final Map<String, LocalTime> HABITS = Map.of(
            "light.bathroom", LocalTime.of(7, 0),
            "light.kitchen", LocalTime.of(9, 30),
            "light.desk", LocalTime.of(12, 30),
            "light.stairs", LocalTime.of(16, 0),
            "light.hall", LocalTime.of(18, 0),
            "light.porch", LocalTime.of(20, 0),
            "light.bedroom", LocalTime.of(22, 30));

    /** @param leftOut asked of each day and habit, whether people do not what they usually do */
    private static List<Pattern> live(long seed, int days, BiPredicate<Integer, String> leftOut) {
        return analyse(seed, days, leftOut).patterns();
    }

    private static Analysis analyse(long seed, int days, BiPredicate<Integer, String> leftOut) {
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < days; day++) {
            for (String entity : HABITS.keySet().stream().sorted().toList()) {
                LocalTime time = HABITS.get(entity);
                if (!leftOut.test(day, entity) && random.nextDouble() >= 0.08) {
                    diary.set(entity, "on", Diary.around(day, time, 5, random));
                    diary.set(entity, "off", Diary.around(day, time.plusMinutes(55), 25, random));
                }
            }
            for (int i = 0; i < 4; i++) {
                diary.set("light.sofa", "on", Diary.around(day, LocalTime.of(14, 0), 460, random));
                diary.set("light.sofa", "off", Diary.around(day, LocalTime.of(14, 0), 460, random));
            }
        }
        return diary.analyse();
    }

    private static boolean isOver(List<Pattern> patterns, String entity) {
        return patterns.stream()
                .filter(pattern -> pattern.entity().equals(Diary.id(entity)))
                .anyMatch(Pattern::isOver);
    }

    private static Pattern best(List<Pattern> patterns, String entity) {
        return patterns.stream()
                .filter(pattern -> pattern.entity().equals(Diary.id(entity)) && pattern.isProven())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {4_801, 4_802, 4_803, 4_804, 4_805})
    void aHabitThatIsLeftOutOnSickDaysAndWithGuestsIsFoundAllTheSame(long seed) {
        // Given a habit of every day, left out on a few, on which the home is used at other times
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS - 7; day++) {
            diary.set("light.hall", "on", Diary.around(day, LocalTime.of(15, 0), 240, random));
            diary.set("light.hall", "off", Diary.around(day, LocalTime.of(20, 0), 30, random));
            if (EXCEPTIONAL.contains(day)) {
                diary.set("light.guest_room", "on", Diary.around(day, LocalTime.of(11, 0), 120, random));
                diary.set("light.guest_room", "off", Diary.around(day, LocalTime.of(17, 0), 120, random));
            } else {
                diary.set("light.porch", "on", Diary.around(day, LocalTime.of(21, 0), 5, random));
                diary.set("light.porch", "off", Diary.around(day, LocalTime.of(22, 45), 60, random));
            }
        }

        // When, Then
        assertThat(diary.analyse().proven())
                .as("seed %d", seed)
                .anyMatch(pattern -> pattern.entity().equals(Diary.id("light.porch")))
                .noneMatch(pattern -> pattern.entity().equals(Diary.id("light.guest_room")));
    }

    @ParameterizedTest
    @ValueSource(longs = {4_811, 4_812, 4_813})
    void aSickWeekNeitherEndsNorWeakensAHabit(long seed) {
        // Given
        List<Pattern> before = live(seed, DAYS - 7, (day, habit) -> false);

        // When
        List<Pattern> after = live(seed, DAYS, (day, habit) -> day >= DAYS - 7);

        // Then
        assertThat(HABITS.keySet()).as("seed %d", seed).allSatisfy(habit -> {
            assertThat(isOver(after, habit)).isFalse();
            assertThat(best(after, habit).confidence())
                    .isGreaterThan(best(before, habit).confidence() - 0.05);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {4_821, 4_822, 4_823})
    void aWeekOfEveningsWithGuestsDoesNotEndWhatIsDoneInTheEvening(long seed) {
        // Given, When
        Set<String> evening = Set.of("light.stairs", "light.hall", "light.porch", "light.bedroom");
        List<Pattern> patterns = live(seed, DAYS, (day, habit) -> day >= DAYS - 7 && evening.contains(habit));

        // Then
        assertThat(HABITS.keySet()).as("seed %d", seed).noneMatch(habit -> isOver(patterns, habit));
    }

    @ParameterizedTest
    @ValueSource(longs = {4_831, 4_832, 4_833})
    void thePastDaysOfAFeastAreNoOpportunitiesInTheProof(long seed) {
        // Given, When
        List<Pattern> patterns = live(seed, DAYS, (day, habit) -> day == 40 || day == 41);

        // Then
        assertThat(HABITS.keySet())
                .as("seed %d", seed)
                .allSatisfy(habit -> assertThat(best(patterns, habit).evidence().days())
                        .noneMatch(day -> day.date().equals(Diary.FIRST_DAY.plusDays(40))
                                || day.date().equals(Diary.FIRST_DAY.plusDays(41))));
    }

    @ParameterizedTest
    @ValueSource(longs = {4_841, 4_842, 4_843})
    void aHabitThatEndsWhileTheOthersGoOnIsOverWithinAWeek(long seed) {
        // Given, When
        List<Pattern> patterns = live(seed, DAYS, (day, habit) -> day >= DAYS - 7 && habit.equals("light.porch"));

        // Then
        assertThat(isOver(patterns, "light.porch")).as("seed %d", seed).isTrue();
        assertThat(isOver(patterns, "light.bathroom")).as("seed %d", seed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {4_851, 4_852, 4_853})
    void allHabitsThatEndAtOnceForGoodAreOverAfterThreeWeeks(long seed) {
        // Given, When
        List<Pattern> patterns = live(seed, DAYS + 21, (day, habit) -> day >= DAYS);

        // Then
        assertThat(HABITS.keySet()).as("seed %d", seed).allMatch(habit -> isOver(patterns, habit));
    }

    @ParameterizedTest
    @ValueSource(longs = {4_861, 4_862, 4_863})
    void theNotesTellWhichDaysWereLeftOut(long seed) {
        // Given, When
        Analysis analysis = analyse(seed, DAYS, (day, habit) -> day == 40);

        // Then
        assertThat(analysis.notes())
                .as("seed %d", seed)
                .anySatisfy(
                        note -> assertThat(note).contains("left out together").contains("2026-02-14"));
    }
}
