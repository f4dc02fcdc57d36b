package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.Analysis;
import io.homeiq.mining.Progress;
import io.homeiq.store.history.HistoryReader;
import io.homeiq.store.learning.LearningPauses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that come up to a minute late change nothing in what an analysis finds. */
class LateEventsTest {

    private static final Instant FIRST = Instant.parse("2026-01-05T19:00:00Z");
    private static final EntityId PORCH = new EntityId("light.porch");
    private static final EntityId HALL = new EntityId("light.hall");
    private static final EntityId AUTOMATION = new EntityId("automation.hall");
    private static final KnownHome HOME = new KnownHome(HomeRegistry.EMPTY, List.of(), List.of());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void whatAnAutomationDidIsNoHabitAlthoughItsRunIsToldLate(long seed) {
        // Given a light that people set and one that an automation sets, and everything up to a minute late
        SplittableRandom random = new SplittableRandom(seed);
        List<HomeEvent> life = life(random);
        List<HomeEvent> arriving = life.stream()
                .sorted(Comparator.comparing(event -> event.time().plusSeconds(random.nextInt(60))))
                .toList();
        List<Sequenced> log = numbered(arriving);

        // When
        Analysis live = analysed(mined(log), log);

        // Then
        assertThat(live).as("seed %d", seed).isEqualTo(mined(numbered(life)).analyse(List.of(), Progress.IGNORED));
        assertThat(live.proven())
                .as("seed %d", seed)
                .extracting(Pattern::entity)
                .containsOnly(PORCH);
    }

    @Test
    void oneThatIsLateByAMomentWaitsForTheNextAnalysis() {
        // Given
        MiningSession session = mined(numbered(List.of(hand(FIRST, "on"))));

        // When
        session.take(new Sequenced(2, hand(FIRST.minusMillis(1), "off")));

        // Then
        assertThat(session.isOutOfOrder()).isFalse();
        assertThat(session.isOf(HOME, LearningPauses.NONE)).isFalse();
    }

    @Test
    void eventsOfOneMomentCountAsLateOnlyWhereTheHistoryHasThemTheOtherWayRound() {
        // Given what ran comes before what changed, in the history
        HomeEvent run = new AutomationTriggered(AUTOMATION, null, FIRST, new Context("run", null, null));
        HomeEvent change = changed(HALL, "on", FIRST, new Context("run", null, null));

        // When
        MiningSession inOrder = mined(numbered(List.of(run, change)));
        MiningSession turned = mined(numbered(List.of(change, run)));

        // Then
        assertThat(inOrder.isOf(HOME, LearningPauses.NONE)).isTrue();
        assertThat(turned.isOf(HOME, LearningPauses.NONE)).isFalse();
    }

    /** As the service does: it goes on with what was mined where that is as if everything were read again. */
    private static Analysis analysed(MiningSession session, List<Sequenced> log) {
        MiningSession whole = session.isOf(HOME, LearningPauses.NONE) ? session : mined(inOrder(log));
        return whole.analyse(List.of(), Progress.IGNORED);
    }

    private static List<Sequenced> inOrder(List<Sequenced> log) {
        return log.stream().sorted(HistoryReader.OLDEST_FIRST).toList();
    }

    private static MiningSession mined(List<Sequenced> events) {
        MiningSession session = new MiningSession(HomeId.DEFAULT, HOME);
        events.forEach(session::take);
        return session;
    }

    private static List<Sequenced> numbered(List<HomeEvent> events) {
        List<Sequenced> numbered = new ArrayList<>();
        events.forEach(event -> numbered.add(new Sequenced(numbered.size() + 1L, event)));
        return numbered;
    }

    /** Forty evenings, in order of time. */
    private static List<HomeEvent> life(SplittableRandom random) {
        List<HomeEvent> events = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            Instant evening = FIRST.plus(Duration.ofDays(day));
            Instant on = evening.plusSeconds(random.nextInt(600));
            events.add(hand(on, "on"));
            events.add(hand(on.plusSeconds(1_800 + random.nextInt(9_000)), "off"));
            machine(events, "on", evening.plusSeconds(3_600 + random.nextInt(600)), "a" + day);
            machine(events, "off", evening.plusSeconds(14_400 + random.nextInt(3_600)), "b" + day);
        }
        events.sort(Comparator.comparing(HomeEvent::time));
        return events;
    }

    private static void machine(List<HomeEvent> events, String state, Instant time, String id) {
        Context context = new Context(id, null, null);
        events.add(new AutomationTriggered(AUTOMATION, null, time, context));
        events.add(changed(HALL, state, time.plusMillis(200), context));
    }

    private static HomeEvent hand(Instant time, String state) {
        return changed(PORCH, state, time, new Context("hand" + time, null, null));
    }

    private static HomeEvent changed(EntityId entity, String state, Instant time, Context context) {
        return new StateChange(entity, state.equals("on") ? "off" : "on", state, Attributes.NONE, time, context);
    }
}
