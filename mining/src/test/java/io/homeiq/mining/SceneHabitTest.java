package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneHabitTest {

    private static final List<String> CINEMA = List.of("light.floor", "light.sofa", "media_player.tv");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsWhatIsSetTogetherInAnyOrderAtNoSpecialTime(long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        lampsAtRandom(diary, 56, random);
        for (int day = 0; day < 56; day++) {
            if (random.nextInt(10) < 8) {
                together(diary, CINEMA, Diary.around(day, LocalTime.of(17, 0), 300, random), random);
            }
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).as("seed %d", seed).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.SCENE);
            assertThat(targets(pattern.rule())).containsExactlyInAnyOrderElementsOf(ids(CINEMA));
            assertThat(triggers(pattern.rule())).isSubsetOf(ids(CINEMA)).isNotEmpty();
            assertThat(pattern.evidence().agreement()).isGreaterThan(0.8);
        });
    }

    @Test
    void aSceneThatIsSetAtAFixedTimeIsOneRuleAtThatTime() {
        // Given
        SplittableRandom random = new SplittableRandom(11);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            if (day % 9 != 8) {
                together(diary, CINEMA, Diary.around(day, LocalTime.of(20, 0), 8, random), random);
            }
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).singleElement().satisfies(pattern -> {
            assertThat(pattern.kind()).isEqualTo(PatternKind.SCENE);
            assertThat(pattern.rule().triggers()).singleElement().isInstanceOf(TimeTrigger.class);
            assertThat(targets(pattern.rule())).containsExactlyInAnyOrderElementsOf(ids(CINEMA));
        });
    }

    @Test
    void aMemberThatIsOftenUsedAloneDoesNotAskForTheOthers() {
        // Given a sofa lamp that is lit at any time
        SplittableRandom random = new SplittableRandom(21);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            together(diary, CINEMA, Diary.around(day, LocalTime.of(20, 30), 90, random), random);
            for (int use = 0; use < 4; use++) {
                Instant on = Diary.around(day, LocalTime.of(12, 0), 240, random);
                diary.set("light.sofa", "on", on).set("light.sofa", "off", on.plusSeconds(random.nextLong(200, 3000)));
            }
        }

        // When
        List<Pattern> scenes = scenes(diary.analyse());

        // Then
        assertThat(scenes).singleElement().satisfies(pattern -> {
            assertThat(targets(pattern.rule())).containsExactlyInAnyOrderElementsOf(ids(CINEMA));
            assertThat(triggers(pattern.rule())).doesNotContain(Diary.id("light.sofa"));
        });
    }

    @Test
    void lampsThatAreSwitchedInTheSameInstantAreSwitchedByAMachine() {
        // Given a group that answers as one
        SplittableRandom random = new SplittableRandom(31);
        Diary diary = new Diary();
        for (int day = 0; day < 56; day++) {
            Instant on = Diary.around(day, LocalTime.of(15, 0), 400, random);
            Instant off = on.plusSeconds(random.nextLong(600, 14_000));
            for (int lamp = 0; lamp < 4; lamp++) {
                diary.set("light.spot_" + lamp, "on", on.plusMillis(random.nextLong(120)));
                diary.set("light.spot_" + lamp, "off", off.plusMillis(random.nextLong(120)));
            }
        }

        // When
        List<Pattern> proven = diary.analyse().proven();

        // Then
        assertThat(proven).isEmpty();
    }

    @Test
    void busyLampsThatMeetByChanceAreNoScene() {
        // Given twenty homes in which many lamps are used at the same hours
        long found = IntStream.range(0, 20)
                .mapToLong(seed -> {
                    SplittableRandom random = new SplittableRandom(1000 + seed);
                    Diary diary = new Diary();
                    for (int day = 0; day < 60; day++) {
                        for (int use = 0; use < 40; use++) {
                            String lamp = "light.l" + random.nextInt(8);
                            Instant at = Diary.around(day, LocalTime.of(20, 0), 90, random);
                            diary.set(lamp, use % 2 == 0 ? "on" : "off", at);
                        }
                    }

                    // When
                    return diary.analyse().proven().size();
                })
                .sum();

        // Then
        assertThat(found).as("over seeds 1000 to 1019").isZero();
    }

    private static void together(Diary diary, List<String> members, Instant start, SplittableRandom random) {
        List<String> order = new ArrayList<>(members);
        Collections.shuffle(order, new Random(random.nextLong()));
        Instant at = start;
        for (String member : order) {
            diary.set(member, "on", at);
            at = at.plusMillis(random.nextLong(500, 3500));
        }
        for (String member : members) {
            diary.set(member, "off", start.plusSeconds(random.nextLong(1800, 9000)));
        }
    }

    private static void lampsAtRandom(Diary diary, int days, SplittableRandom random) {
        for (int day = 0; day < days; day++) {
            for (int lamp = 0; lamp < 6; lamp++) {
                Instant on = Diary.around(day, LocalTime.of(15, 0), 420, random);
                diary.set("light.lamp_" + lamp, "on", on);
                diary.set("light.lamp_" + lamp, "off", on.plusSeconds(random.nextLong(600, 7200)));
            }
        }
    }

    private static List<Pattern> scenes(Analysis analysis) {
        return analysis.proven().stream()
                .filter(pattern -> pattern.kind() == PatternKind.SCENE)
                .toList();
    }

    private static List<EntityId> ids(List<String> names) {
        return names.stream().map(Diary::id).toList();
    }

    private static List<EntityId> targets(Rule rule) {
        return rule.actions().stream()
                .flatMap(action -> ((CallService) action).targets().stream())
                .toList();
    }

    private static List<EntityId> triggers(Rule rule) {
        return rule.triggers().stream().flatMap(SceneHabitTest::entities).toList();
    }

    private static Stream<EntityId> entities(Trigger trigger) {
        return trigger instanceof StateTrigger state ? state.entities().stream() : Stream.empty();
    }
}
