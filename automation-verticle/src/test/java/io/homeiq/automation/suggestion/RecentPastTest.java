package io.homeiq.automation.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.automation.history.HomeHistory;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.safety.conflict.Past;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What can be told at once is told, and nobody waits for the rest. */
class RecentPastTest {

    private static final EntityId LAMP = new EntityId("light.hall");
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
    private static final Sequenced LATER = new Sequenced(2, lamp("off", NOW.minusSeconds(60)));
    private static final Sequenced EARLIER = new Sequenced(1, lamp("on", NOW.minusSeconds(120)));

    private static StateChange lamp(String state, Instant time) {
        return new StateChange(LAMP, null, state, Attributes.NONE, time, Context.UNKNOWN);
    }

    /** A history that tells two changes, and ends as it is told to. */
    private static class Telling implements HomeHistory {

        private final Future<Void> end;
        private Set<EntityId> asked = Set.of();
        private Instant since = Instant.MAX;

        Telling(Future<Void> end) {
            this.end = end;
        }

        @Override
        public Future<Void> since(Instant start, Pieces pieces) {
            return NONE.since(start, pieces);
        }

        @Override
        public Future<Void> after(long seq, Pieces pieces) {
            return NONE.after(seq, pieces);
        }

        @Override
        public Future<Void> latest(Set<EntityId> entities, Instant start, int most, Pieces pieces) {
            asked = entities;
            since = start;
            return pieces.take(List.of(LATER, EARLIER)).compose(taken -> end);
        }
    }

    private static Past past(HomeHistory history, Set<EntityId> entities) {
        return new RecentPast(history, () -> NOW, Duration.ofMillis(20))
                .of(entities)
                .await();
    }

    @Test
    void tellsTheOldestFirst() {
        // Given
        Telling history = new Telling(Future.succeededFuture());

        // When
        Past past = past(history, Set.of(LAMP));

        // Then
        assertThat(past.changesOf(LAMP)).extracting(StateChange::after).containsExactly("on", "off");
        assertThat(history.since).isEqualTo(NOW.minus(Duration.ofDays(30)));
    }

    @Test
    void isContentWithWhatCameInTime() {
        // Given
        Telling history = new Telling(Promise.<Void>promise().future());

        // When
        Past past = past(history, Set.of(LAMP));

        // Then
        assertThat(past.changesOf(LAMP)).hasSize(2);
    }

    @Test
    void isContentWithWhatCameBeforeTheHistoryBrokeOff() {
        // Given
        Telling history = new Telling(Future.failedFuture("the data service is away"));

        // When
        Past past = past(history, Set.of(LAMP));

        // Then
        assertThat(past.changesOf(LAMP)).hasSize(2);
    }

    @Test
    void asksForTheWeightiestOnly() {
        // Given
        Telling history = new Telling(Future.succeededFuture());
        Set<EntityId> many = new LinkedHashSet<>();
        IntStream.range(0, 100).forEach(each -> many.add(new EntityId("light.number_" + each)));

        // When
        past(history, many);

        // Then
        assertThat(history.asked).hasSize(40).contains(new EntityId("light.number_0"));
    }

    @Test
    void asksForNothingWhereNothingIsWanted() {
        // Given
        Telling history = new Telling(Future.failedFuture("nobody should ask"));

        // When
        past(history, Set.of());

        // Then
        assertThat(history.since).isEqualTo(Instant.MAX);
    }
}
