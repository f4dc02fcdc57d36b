package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.simulation.KnownHome;
import io.homeiq.simulation.bench.BenchHome;
import io.homeiq.simulation.bench.BenchSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A miner that is written and read back goes on as if it had never stopped. */
class MinerMemoryTest {

    private static final int DAYS = 35;

    /** A home, and what happened in it as it arrived: some of it late by up to a minute, some of it twice. */
    private record Lived(KnownHome home, List<HomeEvent> events) {

        static Lived in(long seed) {
            KnownHome home = BenchHome.of(BenchSettings.of(seed).withDays(DAYS));
            SplittableRandom random = new SplittableRandom(seed);
            Map<HomeEvent, Instant> arrivals = new HashMap<>();
            List<HomeEvent> events = new ArrayList<>();
            home.events((event, cause) -> {
                boolean late = random.nextInt(20) == 0;
                arrivals.put(event, event.time().plusMillis(late ? random.nextInt(60_000) : 0));
                events.add(event);
                if (random.nextInt(50) == 0) {
                    events.add(event);
                }
            });
            events.sort(Comparator.comparing(arrivals::get));
            return new Lived(home, events);
        }

        Miner miner() {
            return new Miner(HomeId.DEFAULT, home.registry(), home.automations(), MiningSettings.DEFAULT);
        }

        Miner readBack(Miner miner) throws IOException {
            return KeptMiner.read(KeptMiner.written(miner), home.registry(), home.automations());
        }

        /** In the midst of several events that came at once. */
        int burstFrom(int start) {
            int cut = start;
            while (Duration.between(events.get(cut - 1).time(), events.get(cut).time())
                            .abs()
                            .toMillis()
                    > 50) {
                cut++;
            }
            return cut;
        }

        int dayAfter(int cut) {
            ZoneId zone = home.registry().config().timeZone();
            LocalDate day = LocalDate.ofInstant(events.get(cut).time(), zone);
            int next = cut;
            while (!LocalDate.ofInstant(events.get(next).time(), zone).isAfter(day)) {
                next++;
            }
            return next;
        }

        List<HomeEvent> until(int cut) {
            return events.subList(0, cut);
        }

        List<HomeEvent> from(int cut) {
            return events.subList(cut, events.size());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 43})
    void itFindsWhatOneFindsThatNeverStopped(long seed) throws IOException {
        // Given
        Lived lived = Lived.in(seed);
        Miner unbroken = lived.miner();
        int cut = lived.burstFrom(
                new SplittableRandom(seed).nextInt(1, lived.events().size() * 9 / 10));
        lived.until(cut).forEach(unbroken::accept);

        // When
        Miner readBack = lived.readBack(unbroken);

        // Then
        assertThat(KeptMiner.written(readBack)).as("seed %d", seed).isEqualTo(KeptMiner.written(unbroken));
        assertThat(opinions(readBack, lived.from(cut)))
                .as("seed %d", seed)
                .isEqualTo(opinions(unbroken, lived.from(cut)));
        assertThat(KeptMiner.written(readBack)).as("seed %d", seed).isEqualTo(KeptMiner.written(unbroken));
        Analysis found = readBack.analyse(Progress.IGNORED);
        assertThat(found).as("seed %d", seed).isEqualTo(unbroken.analyse(Progress.IGNORED));
        assertThat(found.proven()).as("seed %d", seed).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {52, 53})
    void whatWasAnalysedBeforeMakesNoDifference(long seed) throws IOException {
        // Given
        Lived lived = Lived.in(seed);
        Miner unbroken = lived.miner();
        int size = lived.events().size();
        int cut = lived.burstFrom(new SplittableRandom(seed).nextInt(size / 2, size * 9 / 10));
        lived.until(cut).forEach(unbroken::accept);
        unbroken.analyse(Progress.IGNORED);

        // When
        Miner readBack = lived.readBack(unbroken);

        // Then
        lived.from(cut).forEach(unbroken::accept);
        lived.from(cut).forEach(readBack::accept);
        assertThat(readBack.analyse(Progress.IGNORED))
                .as("seed %d", seed)
                .isEqualTo(unbroken.analyse(Progress.IGNORED));
        assertThat(KeptMiner.written(readBack)).as("seed %d", seed).isEqualTo(KeptMiner.written(unbroken));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {62, 63})
    void afterAnAnalysisItTellsTheSameLive(long seed) throws IOException {
        // Given
        Lived lived = Lived.in(seed);
        Miner unbroken = lived.miner();
        int size = lived.events().size();
        int cut = lived.burstFrom(new SplittableRandom(seed).nextInt(size * 8 / 10, size * 9 / 10));
        lived.until(cut).forEach(unbroken::accept);
        unbroken.settle();
        Analysis known = unbroken.analyse(Progress.IGNORED);

        // When
        Miner readBack = lived.readBack(unbroken);

        // Then
        List<Pattern> some = known.patterns().stream().skip(2).toList();
        unbroken.remember(some);
        readBack.remember(some);
        List<List<Pattern>> fresh = fresh(unbroken, lived.from(cut));
        assertThat(fresh(readBack, lived.from(cut))).as("seed %d", seed).isEqualTo(fresh);
        assertThat(fresh).as("seed %d", seed).anyMatch(news -> !news.isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {73, 173})
    void inTheMidstOfLifeItTellsTheSameFromTheNextDayOn(long seed) throws IOException {
        // Given
        Lived lived = Lived.in(seed);
        Miner unbroken = lived.miner();
        int size = lived.events().size();
        int analysed = size * 7 / 10;
        lived.until(analysed).forEach(unbroken::accept);
        unbroken.settle();
        List<Pattern> known = unbroken.analyse(Progress.IGNORED).patterns();
        int cut = lived.burstFrom(new SplittableRandom(seed).nextInt(size * 75 / 100, size * 85 / 100));
        fresh(unbroken, lived.events().subList(analysed, cut));

        // When
        Miner readBack = lived.readBack(unbroken);

        // Then
        int nextDay = lived.dayAfter(cut);
        fresh(unbroken, lived.events().subList(cut, nextDay));
        fresh(readBack, lived.events().subList(cut, nextDay));
        unbroken.rememberOnly(known.subList(2, known.size()));
        readBack.rememberOnly(known.subList(2, known.size()));
        List<List<Pattern>> fresh = fresh(unbroken, lived.from(nextDay));
        assertThat(fresh(readBack, lived.from(nextDay))).as("seed %d", seed).isEqualTo(fresh);
        assertThat(fresh).as("seed %d", seed).anyMatch(news -> !news.isEmpty());
        assertThat(KeptMiner.written(readBack)).as("seed %d", seed).isEqualTo(KeptMiner.written(unbroken));
    }

    private static List<List<Pattern>> fresh(Miner miner, List<HomeEvent> events) {
        List<List<Pattern>> fresh = new ArrayList<>();
        for (HomeEvent event : events) {
            miner.accept(event);
            fresh.add(miner.fresh());
        }
        return fresh;
    }

    @Test
    void eventsOfAllKindsWithoutAnySenseGiveTheSameMemory() throws IOException {
        for (long seed = 1; seed <= 150; seed++) {
            // Given
            List<HomeEvent> events = RandomEvents.of(seed, 400);
            int cut = new SplittableRandom(seed).nextInt(events.size());
            Miner unbroken = KeptMiner.fresh();
            events.subList(0, cut).forEach(unbroken::accept);

            // When
            Miner readBack = KeptMiner.read(KeptMiner.written(unbroken));

            // Then
            List<HomeEvent> rest = events.subList(cut, events.size());
            assertThat(opinions(readBack, rest)).as("seed %d", seed).isEqualTo(opinions(unbroken, rest));
            assertThat(KeptMiner.written(readBack)).as("seed %d", seed).isEqualTo(KeptMiner.written(unbroken));
            assertThat(readBack.analyse(Progress.IGNORED))
                    .as("seed %d", seed)
                    .isEqualTo(unbroken.analyse(Progress.IGNORED));
        }
    }

    @Test
    void whatIsFullGoesOnToGiveUpTheSame() throws IOException {
        // Given a lamp and a sensor that change all the time
        List<HomeEvent> events = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(9);
        Instant first = Instant.parse("2026-01-05T00:00:00Z");
        for (int i = 0; i < 80_000; i++) {
            Instant time = first.plusSeconds(30L * i);
            boolean lamp = i % 4 == 0;
            events.add(new StateChange(
                    new EntityId(lamp ? "light.hall" : "sensor.hall_temperature"),
                    null,
                    lamp ? (i % 8 == 0 ? "on" : "off") : Integer.toString(random.nextInt(400)),
                    Attributes.NONE,
                    time,
                    Context.UNKNOWN));
        }
        Miner unbroken = KeptMiner.fresh();
        events.subList(0, 70_000).forEach(unbroken::accept);

        // When
        Miner readBack = KeptMiner.read(KeptMiner.written(unbroken));

        // Then
        events.subList(70_000, events.size()).forEach(unbroken::accept);
        events.subList(70_000, events.size()).forEach(readBack::accept);
        assertThat(KeptMiner.written(readBack)).isEqualTo(KeptMiner.written(unbroken));
    }

    private static List<Attribution> opinions(Miner miner, List<HomeEvent> events) {
        return events.stream().map(miner::accept).toList();
    }
}
