package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.simulation.KnownHome;
import io.homeiq.simulation.bench.BenchHome;
import io.homeiq.simulation.bench.BenchSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A day more after an analysis: what is known stands, and everything is told as if it were analysed again. */
class NewDayTest {

    private static final int KNOWN_DAYS = 60;

    /** Of sixty days, seven tenths. */
    private static final int LEARNED_DAYS = 42;

    /** What happened in a home on the known days, and on those after them. */
    private record Lived(KnownHome home, List<HomeEvent> known, List<HomeEvent> more) {

        static Lived in(long seed, int days) {
            KnownHome home = BenchHome.of(BenchSettings.of(seed).withDays(days));
            List<HomeEvent> events = new ArrayList<>();
            home.events((event, cause) -> events.add(event));
            events.sort(Comparator.comparing(HomeEvent::time));
            ZoneId zone = home.registry().config().timeZone();
            LocalDate first = LocalDate.ofInstant(events.getFirst().time(), zone);
            Instant end = first.plusDays(KNOWN_DAYS).atStartOfDay(zone).toInstant();
            Map<Boolean, List<HomeEvent>> before = events.stream()
                    .collect(Collectors.partitioningBy(event -> event.time().isBefore(end)));
            return new Lived(home, before.getOrDefault(true, List.of()), before.getOrDefault(false, List.of()));
        }

        Miner miner(double learnedShare) {
            MiningSettings usual = MiningSettings.DEFAULT;
            MiningSettings settings = new MiningSettings(
                    learnedShare,
                    usual.falseDiscoveryRate(),
                    usual.minDays(),
                    usual.minFirings(),
                    usual.minAgreement(),
                    usual.habitHalfLife());
            return new Miner(HomeId.DEFAULT, home.registry(), home.automations(), settings);
        }

        Miner analysed() {
            Miner miner = miner(MiningSettings.DEFAULT.learnedShare());
            known.forEach(miner::accept);
            miner.analyse(Progress.IGNORED);
            return miner;
        }

        /** All of the events at once, with as many days to learn from. */
        Analysis whole(int days, HomeEvent... further) {
            Miner miner = miner((LEARNED_DAYS + 0.5) / days);
            known.forEach(miner::accept);
            more.forEach(miner::accept);
            List.of(further).forEach(miner::accept);
            return miner.analyse(Progress.IGNORED);
        }
    }

    @ParameterizedTest(name = "seed {0}, {1} days more")
    @CsvSource({"11, 1", "12, 1", "13, 1", "14, 3", "15, 6"})
    void whatIsKnownAndTheNewDaysGiveWhatAWholeAnalysisGives(long seed, int newDays) {
        // Given
        Lived lived = Lived.in(seed, KNOWN_DAYS + newDays);
        Miner miner = lived.analysed();

        // When
        lived.more().forEach(miner::accept);
        Set<String> stages = new HashSet<>();
        Analysis updated = miner.update((stage, share) -> stages.add(stage));

        // Then
        assertThat(stages).as("seed %d: nothing is searched again", seed).doesNotContain("searching habits");
        Analysis whole = lived.whole(KNOWN_DAYS + newDays);
        assertThat(updated.period()).as("seed %d", seed).isEqualTo(whole.period());
        assertThat(updated.patterns())
                .as("seed %d", seed)
                .isEqualTo(whole.patterns())
                .isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void whereMoreDaysAreDueThanMayWaitEverythingIsLearnedAnew(long seed) {
        // Given
        Lived lived = Lived.in(seed, KNOWN_DAYS + 9);
        Miner miner = lived.analysed();

        // When
        lived.more().forEach(miner::accept);
        Analysis updated = miner.update(Progress.IGNORED);

        // Then
        Miner fresh = lived.miner(MiningSettings.DEFAULT.learnedShare());
        lived.known().forEach(fresh::accept);
        lived.more().forEach(fresh::accept);
        assertThat(updated).as("seed %d", seed).isEqualTo(fresh.analyse(Progress.IGNORED));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void anActThatComesIntoTheKnownDaysIsLearned(long seed) {
        // Given an act of which nobody had told
        Lived lived = Lived.in(seed, KNOWN_DAYS + 1);
        Miner miner = lived.analysed();
        StateChange act = (StateChange) lived.known().stream()
                .filter(event -> event instanceof StateChange change
                        && change.entityId().domain().equals("light")
                        && Objects.equals(change.after(), "on"))
                .findFirst()
                .orElseThrow();
        StateChange late = new StateChange(
                new EntityId("light.unknown_until_now"),
                "off",
                "on",
                act.attributes(),
                act.time().plus(Duration.ofHours(7)),
                new Context("late", null, null));

        // When
        lived.more().forEach(miner::accept);
        miner.accept(late);
        Analysis updated = miner.update(Progress.IGNORED);

        // Then
        List<Pattern> whole = lived.whole(KNOWN_DAYS + 1, late).patterns();
        assertThat(updated.patterns()).as("seed %d", seed).isEqualTo(whole);
    }
}
