package io.homeiq.mining.synergy;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.synergy.Complexity;
import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.mining.Diary;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import io.homeiq.mining.Progress;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that answer one occasion together. */
class ChainSearchTest {

    private static final int DAYS = 40;
    private static final String MOTION = "binary_sensor.bath_motion";
    private static final List<String> DEVICES = List.of("light.bath", "fan.bath", "switch.bath_heater");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void threeDevicesThatAreSetOneAfterTheOtherAreOneChainOfFour(long seed) {
        // When
        List<Synergy> found = found(answered(seed, 3, true));

        // Then
        assertThat(found).as("seed %d", seed).first().satisfies(chain -> {
            assertThat(chain.depth()).isEqualTo(4);
            assertThat(chain.entities().getFirst()).isEqualTo(Diary.id(MOTION));
            assertThat(chain.entities()).extracting(EntityId::value).containsAll(DEVICES);
            assertThat(chain.rule().actions())
                    .extracting(action -> ((CallService) action).targets().getFirst())
                    .containsExactlyElementsOf(chain.entities().subList(1, 4));
            assertThat(chain.complexity()).isEqualTo(Complexity.HIGH);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noneIsInsideAnotherThatHoldsAsOften(long seed) {
        // When
        List<Synergy> found = found(answered(seed, 3, true));

        // Then
        assertThat(found)
                .as("seed %d", seed)
                .allSatisfy(one -> assertThat(found)
                        .filteredOn(other -> other.depth() > one.depth()
                                && other.entities().containsAll(one.entities())
                                && other.correlation().followed()
                                        >= one.correlation().followed())
                        .isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void twoDevicesMakeAChainOfThree(long seed) {
        assertThat(found(answered(seed, 2, true)))
                .as("seed %d", seed)
                .extracting(Synergy::depth)
                .contains(3)
                .doesNotContain(4);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aDeviceThatOnlySharesTheRhythmOfTheDayJoinsNothing(long seed) {
        // Given a heater that is switched at the same hours, whether or not the others are
        // When
        List<Synergy> found = found(answered(seed, 2, false));

        // Then
        assertThat(found)
                .as("seed %d", seed)
                .noneMatch(synergy -> synergy.entities().contains(Diary.id("switch.bath_heater")));
    }

    @Test
    void theBestIsFirstAndTheSameHistoryGivesTheSame() {
        // When
        List<Synergy> found = found(answered(7, 3, true));

        // Then
        assertThat(found).isEqualTo(found(answered(7, 3, true)));
        assertThat(found).extracting(Synergy::worth).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(found).hasSizeLessThanOrEqualTo(SynergySearch.MAX_FOUND);
    }

    @Test
    void anAnalysisTellsThemAsPatternsThatAreNotProposed() {
        // Given
        Miner miner = miner(answered(1, 3, true));

        // When
        List<Pattern> patterns =
                miner.withSynergies(miner.analyse(Progress.IGNORED)).patterns();

        // Then
        assertThat(patterns)
                .filteredOn(pattern -> pattern.kind() == PatternKind.SYNERGY)
                .isNotEmpty()
                .allSatisfy(pattern -> assertThat(pattern.isProven()).isFalse());
    }

    /** @param together whether the heater is part of it, or goes its own ways at the same hours */
    private static Diary answered(long seed, int devices, boolean together) {
        SplittableRandom random = new SplittableRandom(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            for (int hour = 7; hour < 23; hour += 3) {
                Instant motion = Diary.around(day, LocalTime.of(hour, 30), 70, random);
                diary.set(MOTION, "on", motion).set(MOTION, "off", motion.plusSeconds(60));
                if (random.nextInt(10) < 5) {
                    for (int i = 0; i < devices; i++) {
                        Instant on = motion.plusMillis(8_000 + 60_000L * i + random.nextInt(40_000));
                        use(diary, DEVICES.get(i), on, 600 + random.nextInt(900));
                    }
                }
                if (!together && random.nextInt(10) < 5) {
                    Instant alone = Diary.around(day, LocalTime.of(hour, 30), 70, random);
                    use(diary, DEVICES.getLast(), alone, 600 + random.nextInt(900));
                }
            }
        }
        return diary;
    }

    private static void use(Diary diary, String device, Instant on, long seconds) {
        diary.set(device, "on", on).set(device, "off", on.plusSeconds(seconds));
    }

    private static List<Synergy> found(Diary diary) {
        SynergySearch search = miner(diary).synergies(List.of()).orElseThrow();
        Map<Question, Correlation> answers = new LinkedHashMap<>();
        search.questions().forEach(question -> answers.put(question, search.answer(question)));
        return search.rank(answers);
    }

    private static Miner miner(Diary diary) {
        Miner miner = new Miner(HomeId.DEFAULT, registry(), List.of(), MiningSettings.DEFAULT);
        diary.events().forEach(miner::accept);
        return miner;
    }

    private static HomeRegistry registry() {
        List<Entity> entities = Stream.concat(Stream.of(MOTION), DEVICES.stream())
                .map(id -> new Entity(
                        Diary.id(id), null, null, null, "bath", Set.of(), List.of(), false, false, null, null, null))
                .toList();
        return new HomeRegistry(
                Diary.registry().config(),
                List.of(new Area("bath", "Bath", null, List.of(), Set.of())),
                List.of(),
                entities,
                List.of());
    }
}
