package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.Analysis;
import io.homeiq.mining.Progress;
import io.homeiq.store.learning.LearningPauses;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiningSessionTest {

    private static final Instant FIRST = Instant.parse("2026-01-05T19:00:00Z");

    private final MiningSession session = fresh();
    private final List<Sequenced> taken = new ArrayList<>();
    private long seq;

    @Test
    void theActThatCompletesAHabitBringsItToLight() {
        // Given two weeks of evenings but the last
        SplittableRandom random = new SplittableRandom(3);
        evenings(13, random);
        assertThat(session.fresh(FIRST.plus(Duration.ofDays(13)))).isEmpty();

        // When
        Instant now = act("on", FIRST.plus(Duration.ofDays(13)).plusSeconds(random.nextInt(300)));

        // Then
        assertThat(session.fresh(now)).extracting(Pattern::entity).containsExactly(new EntityId("light.porch"));
        assertThat(session.fresh(now)).isEmpty();
    }

    @Test
    void nothingIsLearnedOfWhatHappenedInAPause() {
        // Given a habit of which half the evenings are left out
        session.leaveOut(new LearningPauses(
                List.of(new LearningPauses.Pause(FIRST.minusSeconds(1), FIRST.plus(Duration.ofDays(7))))));
        SplittableRandom random = new SplittableRandom(3);
        evenings(13, random);

        // When
        Instant now = act("on", FIRST.plus(Duration.ofDays(13)).plusSeconds(random.nextInt(300)));

        // Then
        assertThat(session.fresh(now)).isEmpty();
        assertThat(session.seq()).isEqualTo(27);
    }

    @Test
    void oldHistoryBringsNothingToLightByItself() {
        // Given
        evenings(20, new SplittableRandom(4));

        // When
        List<Pattern> fresh = session.fresh(FIRST.plus(Duration.ofDays(60)));

        // Then
        assertThat(fresh).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8, 9})
    void whatGoesOnAfterAnAnalysisFindsWhatEverythingReadAgainFinds(long seed) {
        // Given a session that was analysed, looked into, and went on with events up to a minute late
        SplittableRandom random = new SplittableRandom(seed);
        evenings(40, random);
        List<Sequenced> inTime = taken.stream()
                .sorted(Comparator.comparing(one -> one.event().time()))
                .toList();
        List<Sequenced> asTheyCame = taken.stream()
                .sorted(Comparator.comparing(one -> one.event().time().plusSeconds(random.nextInt(60))))
                .toList();
        MiningSession goingOn = fresh();
        for (int i = 0; i < asTheyCame.size(); i++) {
            goingOn.take(asTheyCame.get(i));
            goingOn.fresh(asTheyCame.get(i).event().time());
            if (i == asTheyCame.size() / 2) {
                goingOn.analyse(List.of(), Progress.IGNORED);
            }
        }
        MiningSession again = fresh();
        inTime.forEach(again::take);

        // When
        Analysis found = goingOn.analyse(List.of(), Progress.IGNORED);

        // Then
        assertThat(goingOn.isWhole(taken.size())).isTrue();
        assertThat(found).as("seed %d", seed).isEqualTo(again.analyse(List.of(), Progress.IGNORED));
        assertThat(found.proven()).as("seed %d", seed).isNotEmpty();
    }

    @Test
    void anotherRegistryOtherAutomationsAndAnotherPauseAskForEverythingAgain() {
        // Given
        KnownHome same = new KnownHome(HomeRegistry.EMPTY, List.of(), List.of());
        HomeConfig elsewhere = new HomeConfig("Elsewhere", ZoneId.of("Asia/Tokyo"), null);
        KnownHome moved = new KnownHome(
                new HomeRegistry(elsewhere, List.of(), List.of(), List.of(), List.of()), List.of(), List.of());
        LearningPauses pause =
                new LearningPauses(List.of(new LearningPauses.Pause(FIRST, FIRST.plus(Duration.ofDays(1)))));

        // When
        evenings(3, new SplittableRandom(5));

        // Then
        assertThat(session.isOf(same, LearningPauses.NONE)).isTrue();
        assertThat(session.isOf(moved, LearningPauses.NONE)).isFalse();
        assertThat(session.isOf(same, pause)).isFalse();
        session.leaveOut(pause);
        assertThat(session.isOf(same, pause)).isFalse();
    }

    @Test
    void historyFromBeforeIsNoticed() {
        // Given
        act("on", FIRST);
        act("off", FIRST.minusSeconds(50));
        assertThat(session.isOutOfOrder()).isFalse();

        // When
        act("on", FIRST.minus(Duration.ofDays(1)));

        // Then
        assertThat(session.isOutOfOrder()).isTrue();
        assertThat(session.seq()).isEqualTo(3);
    }

    private void evenings(int days, SplittableRandom random) {
        for (int day = 0; day < days; day++) {
            Instant on = FIRST.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(600));
            act("on", on);
            act("off", on.plusSeconds(1800 + random.nextInt(9000)));
        }
    }

    private static MiningSession fresh() {
        return new MiningSession(HomeId.DEFAULT, new KnownHome(HomeRegistry.EMPTY, List.of(), List.of()));
    }

    private Instant act(String state, Instant time) {
        taken.add(new Sequenced(
                ++seq,
                new StateChange(
                        new EntityId("light.porch"),
                        state.equals("on") ? "off" : "on",
                        state,
                        Attributes.NONE,
                        time,
                        new Context("c" + seq, null, null))));
        session.take(taken.getLast());
        return time;
    }
}
