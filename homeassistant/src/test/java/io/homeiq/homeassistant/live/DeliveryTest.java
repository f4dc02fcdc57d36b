package io.homeiq.homeassistant.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.Scripts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    private static final int CAPACITY = 10;

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final SlowListener listener = new SlowListener();
    private int gaps;
    private final Delivery delivery = new Delivery(tasks::add, listener, CAPACITY, START, () -> gaps++);

    /** Takes a batch when the test says so. */
    private static class SlowListener implements FeedListener {
        final List<HomeEvent> got = new ArrayList<>();
        final List<Integer> sizes = new ArrayList<>();
        final Deque<Promise<Void>> open = new ArrayDeque<>();

        @Override
        public Future<Void> events(List<HomeEvent> batch, Origin origin) {
            Promise<Void> promise = Promise.promise();
            open.add(promise);
            sizes.add(batch.size());
            return promise.future().onSuccess(done -> got.addAll(batch));
        }

        @Override
        public Future<Void> registry(HomeRegistry registry) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> automations(List<Automation> automations) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> scripts(Scripts scripts) {
            return Future.succeededFuture();
        }

        @Override
        public void connection(FeedState state) {}
    }

    @Test
    void givesOnWhatCameTogetherInOneBatchAtOnce() {
        // Given
        delivery.release();

        // When
        offer(1, 3);
        settle();

        // Then
        assertThat(listener.sizes).containsExactly(3);
    }

    @Test
    void collectsWhatComesWhileABatchIsUnderWay() {
        // Given
        delivery.release();
        offer(1, 1);
        settle();

        // When
        offer(2, 5);
        settle();
        take();
        take();

        // Then
        assertThat(listener.sizes).containsExactly(1, 4);
        assertThat(listener.got).isEqualTo(events(1, 5));
        assertThat(gaps).isZero();
    }

    @Test
    void keepsBackWhatComesWhileOlderEventsAreRead() {
        // Given
        delivery.hold();
        offer(5, 6);

        // When
        Future<Void> filled = delivery.fill(events(1, 4), Origin.GAP_FILL);
        take();
        delivery.release();
        settle();
        take();

        // Then
        assertThat(filled.succeeded()).isTrue();
        assertThat(listener.got).isEqualTo(events(1, 6));
    }

    @Test
    void leavesOutOfTheFillWhatWasHandedOnOrIsKeptBack() {
        // Given
        delivery.release();
        offer(1, 3);
        settle();
        take();
        delivery.hold();
        offer(6, 7);

        // When
        delivery.fill(events(2, 7), Origin.GAP_FILL);
        take();
        delivery.release();
        settle();
        take();

        // Then
        assertThat(listener.got).isEqualTo(events(1, 7));
    }

    @Test
    void dropsWhatDoesNotFitAndReportsTheGapOnlyWhenTheRestIsTaken() {
        // Given
        delivery.release();
        offer(0, 0);
        settle();

        // When
        offer(1, 2 * CAPACITY);
        settle();
        int gapsBefore = gaps;
        take();
        take();

        // Then
        assertThat(gapsBefore).isZero();
        assertThat(gaps).isEqualTo(1);
        assertThat(listener.got).isEqualTo(events(0, CAPACITY));
        assertThat(delivery.dropped()).isEqualTo(CAPACITY);
        assertThat(delivery.completeUntil()).isEqualTo(START.plusSeconds(CAPACITY));
    }

    @Test
    void dropsEverythingUntilTheGapIsFilledSoThatTheOrderStays() {
        // Given
        delivery.release();
        offer(0, 2 * CAPACITY);
        settle();
        take();

        // When
        offer(30, 31);
        settle();

        // Then
        assertThat(listener.open).isEmpty();
        assertThat(delivery.isShedding()).isTrue();
    }

    @Test
    void beginsTheGapAtTheBatchThatTheListenerFailedToTake() {
        // Given
        delivery.release();
        offer(1, 2);
        settle();
        offer(3, 5);

        // When
        listener.open.remove().fail("the disk is full");
        settle();

        // Then
        assertThat(gaps).isEqualTo(1);
        assertThat(delivery.completeUntil()).isEqualTo(START.plusSeconds(1));
        assertThat(listener.got).isEmpty();
    }

    @Test
    void aListenerThatThrowsIsAListenerThatFails() {
        // Given
        FeedListener throwing = new SlowListener() {
            @Override
            public Future<Void> events(List<HomeEvent> batch, Origin origin) {
                throw new IllegalStateException("a fault that belongs to this test");
            }
        };
        Delivery failing = new Delivery(tasks::add, throwing, CAPACITY, START, () -> gaps++);
        failing.release();

        // When
        failing.offer(event(1));
        settle();

        // Then
        assertThat(gaps).isEqualTo(1);
    }

    @Test
    void forgetsWhatWasKeptBackWhenTheConnectionIsLost() {
        // Given
        delivery.hold();
        offer(1, 3);

        // When
        delivery.disconnected();
        delivery.release();
        settle();

        // Then
        assertThat(listener.sizes).isEmpty();
        assertThat(delivery.completeUntil()).isEqualTo(START);
    }

    @Test
    void reportsAGapIfMoreCameThanCouldBeKeptBack() {
        // Given
        delivery.hold();
        offer(1, CAPACITY + 5);

        // When
        delivery.release();
        settle();
        take();

        // Then
        assertThat(listener.got).isEqualTo(events(1, CAPACITY));
        assertThat(gaps).isEqualTo(1);
        assertThat(delivery.completeUntil()).isEqualTo(START.plusSeconds(CAPACITY));
    }

    @Test
    void isDrainedWhenTheListenerHasEverything() {
        // Given
        delivery.release();
        offer(1, 1);
        settle();
        offer(2, 2);
        Future<Void> drained = delivery.drained();

        // When
        take();
        boolean before = drained.isComplete();
        take();

        // Then
        assertThat(before).isFalse();
        assertThat(drained.succeeded()).isTrue();
    }

    private void offer(int from, int to) {
        events(from, to).forEach(delivery::offer);
    }

    private void take() {
        settle();
        listener.open.remove().complete();
        settle();
    }

    private void settle() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private static List<HomeEvent> events(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(DeliveryTest::event).toList();
    }

    private static HomeEvent event(int second) {
        return new StateChange(
                new EntityId("light.hall"), "off", "on", Attributes.NONE, START.plusSeconds(second), Context.UNKNOWN);
    }
}
