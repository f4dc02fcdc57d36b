package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.store.learning.LearningPauses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MiningSessionTest {

    private static final Instant FIRST = Instant.parse("2026-01-05T19:00:00Z");

    private final MiningSession session = new MiningSession(HomeId.DEFAULT, HomeRegistry.EMPTY, List.of(), List.of());
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

    private Instant act(String state, Instant time) {
        session.take(new Sequenced(
                ++seq,
                new StateChange(
                        new EntityId("light.porch"),
                        state.equals("on") ? "off" : "on",
                        state,
                        Attributes.NONE,
                        time,
                        new Context("c" + seq, null, null))));
        return time;
    }
}
