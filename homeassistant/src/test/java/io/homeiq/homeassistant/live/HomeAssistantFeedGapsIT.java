package io.homeiq.homeassistant.live;

import static io.homeiq.homeassistant.live.FollowedHome.DOOR;
import static io.homeiq.homeassistant.live.FollowedHome.LAMP;
import static io.homeiq.homeassistant.live.FollowedHome.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.testing.FreePort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens when the connection or the listener fails. */
class HomeAssistantFeedGapsIT extends WithFollowedHome {

    @Test
    void losesNothingAndDoublesNothingOverARestartOfHomeAssistant() {
        // Given
        CollectingListener listener = new CollectingListener();
        home.follow(listener);
        Instant from = Instant.now();
        home.toggle(DOOR);

        // When
        home.process().restart();
        home.toggle(DOOR);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.states().getLast()).isInstanceOf(FeedState.Following.class));
        home.toggle(LAMP);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<FollowedHome.Key> own = home.ownHistory(from);
            List<FollowedHome.Key> told = FollowedHome.told(listener, from);
            assertThat(told).doesNotHaveDuplicates();
            assertThat(told).containsAll(own);
            assertThat(own).containsAll(told);
        });
        assertThat(listener.got()).extracting(CollectingListener.Got::origin).contains(Origin.GAP_FILL, Origin.LIVE);
        assertThat(listener.events(CoreStarted.class::isInstance)
                        .filter(event -> event.time().isAfter(from)))
                .hasSize(1);
    }

    @Test
    void fillsTheGapOfALostConnectionInOrder() {
        // Given
        try (CutLine line = new CutLine(home.vertx(), home.process().port())) {
            CollectingListener listener = new CollectingListener();
            home.follow(listener, line.url(), home.process().token());
            Instant from = Instant.now();
            home.toggle(DOOR);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(FollowedHome.told(listener, from)).hasSizeGreaterThanOrEqualTo(2));

            // When
            line.cut();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(listener.states()).anyMatch(FeedState.Waiting.class::isInstance));
            for (int i = 0; i < 5; i++) {
                home.toggle(DOOR);
            }
            line.mend();

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(FollowedHome.told(listener, from))
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(home.ownHistory(from));
                assertThat(listener.changesOf(DOOR).stream()
                                .filter(change -> change.time().isAfter(from)))
                        .hasSize(6);
            });
            assertThat(listener.changesOf(DOOR)).extracting(StateChange::time).isSorted();
            assertThat(listener.changesOf(DOOR).stream()
                            .filter(change -> change.time().isAfter(from)))
                    .allSatisfy(change -> assertThat(change.context().userId()).isNotNull());
        }
    }

    @Test
    void readsThePastOfWhatItDidNotKnowAndOfNothingElse() throws IOException, InterruptedException {
        // Given
        home.setState("sensor.late", "1");
        home.setState("sensor.late", "2");
        home.setState("sensor.familiar", "3");
        home.toggle(LAMP);

        // When
        CollectingListener listener = new CollectingListener();
        home.followFromNow(listener, Set.of(new EntityId("sensor.familiar")), Duration.ofMinutes(2));
        home.setState("sensor.late", "4");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.changesOf("sensor.late"))
                        .extracting(StateChange::after)
                        .containsExactly("1", "2", "4"));
        assertThat(listener.changesOf("sensor.familiar"))
                .extracting(StateChange::after)
                .doesNotContain("1", "2");
    }

    @Test
    void isNotThrownOutBecauseOfASlowListenerAndReadsAgainWhatItDropped() throws IOException, InterruptedException {
        // Given
        CollectingListener listener = new CollectingListener();
        FeedSettings small = new FeedSettings(
                Duration.ofHours(1),
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                20,
                Duration.ofMillis(100),
                1);
        home.follow(listener, small);
        int statesBefore = listener.states().size();
        listener.shut();

        // When
        for (int i = 0; i < 100; i++) {
            home.setState("sensor.flood", Integer.toString(i));
        }
        listener.open();

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(listener.changesOf("sensor.flood")).hasSize(100));
        assertThat(listener.changesOf("sensor.flood"))
                .extracting(StateChange::after)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(Integer::toString).toList());
        assertThat(listener.got()).extracting(CollectingListener.Got::origin).contains(Origin.GAP_FILL);
        assertThat(listener.states()).hasSize(statesBefore);
    }

    @Test
    void readsAgainWhatTheListenerFailedToTake() {
        // Given
        CollectingListener listener = new CollectingListener();
        home.follow(listener);
        Instant from = Instant.now();
        listener.failNext(2);

        // When
        home.toggle(DOOR);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(FollowedHome.told(listener, from))
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(home.ownHistory(from))
                        .isNotEmpty());
        home.toggle(LAMP);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                live(listener).filter(event -> event.time().isAfter(from)))
                        .isNotEmpty());
    }

    @Test
    void triesAWrongTokenOnceAndThenRarely() {
        // Given
        CollectingListener listener = new CollectingListener();

        // When
        home.start(listener, home.process().url(), "wrong-token");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.states().getLast())
                        .isInstanceOfSatisfying(FeedState.Refused.class, refused -> {
                            assertThat(refused.nextAttempt())
                                    .isAfter(Instant.now().plus(Duration.ofMinutes(9)));
                            assertThat(refused.reason())
                                    .contains(
                                            "refused the token", home.process().url())
                                    .doesNotContain("wrong-token");
                        }));
        assertThat(listener.states()).hasSize(2);
    }

    @Test
    void keepsTryingWhileNobodyIsThere() {
        // Given
        CollectingListener listener = new CollectingListener();
        String nobody = "http://127.0.0.1:" + FreePort.find();

        // When
        home.start(listener, nobody, home.process().token());

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.states()).contains(new FeedState.Connecting(4)));
        assertThat(listener.states())
                .filteredOn(FeedState.Waiting.class::isInstance)
                .allSatisfy(waiting ->
                        assertThat(waiting.problem()).get().asString().contains("cannot be reached", nobody));
    }
}
