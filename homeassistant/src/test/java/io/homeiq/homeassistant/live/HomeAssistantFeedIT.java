package io.homeiq.homeassistant.live;

import static io.homeiq.homeassistant.live.FollowedHome.DOOR;
import static io.homeiq.homeassistant.live.FollowedHome.LAMP;
import static io.homeiq.homeassistant.live.FollowedHome.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.home.User;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.client.Await;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a feed hands on from a real Home Assistant. */
class HomeAssistantFeedIT extends WithFollowedHome {

    @Test
    void handsOnAChangeWithTheCallAndThePersonBehindIt() {
        // Given
        CollectingListener listener = new CollectingListener();
        home.follow(listener);

        // When
        home.toggle("light.hall_light");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(live(listener)
                                .filter(StateChange.class::isInstance)
                                .toList())
                        .hasSizeGreaterThanOrEqualTo(2));
        HomeEvent asked =
                live(listener).filter(ServiceCall.class::isInstance).findFirst().orElseThrow();
        assertThat(asked.context().isKnown()).isTrue();
        assertThat(listener.latestRegistry().user(String.valueOf(asked.context().userId())))
                .get()
                .extracting(User::name)
                .isEqualTo("Owner");
        assertThat(live(listener).filter(StateChange.class::isInstance))
                .allSatisfy(change -> assertThat(change.context()).isEqualTo(asked.context()));
    }

    @Test
    void handsOnAStateThatWasSetOverRestWithItsContext() throws IOException, InterruptedException {
        // Given
        CollectingListener listener = new CollectingListener();
        home.follow(listener);

        // When
        String context = home.setState("sensor.set_by_rest", "17.5");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.changesOf("sensor.set_by_rest"))
                        .singleElement()
                        .satisfies(change -> {
                            assertThat(change.after()).isEqualTo("17.5");
                            assertThat(change.before()).isNull();
                            assertThat(change.context().id()).isEqualTo(context);
                            assertThat(change.context().userId()).isNotNull();
                        }));
    }

    @Test
    void readsHistoryBackWithWhoDidWhat() {
        // Given
        Instant before = Instant.now();
        Await.result(home.rest()
                .putAutomation(
                        "feed_back_fill",
                        Map.of(
                                "alias", "Feed back fill",
                                "triggers", List.of(Map.of("trigger", "state", "entity_id", DOOR)),
                                "actions",
                                        List.of(Map.of(
                                                "action",
                                                "input_boolean.toggle",
                                                "target",
                                                Map.of("entity_id", LAMP))))));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(home.entities()).contains("automation.feed_back_fill"));
        home.toggle(DOOR);

        // When
        CollectingListener listener = new CollectingListener();
        home.follow(listener);

        // Then
        AutomationTriggered run = listener.events(AutomationTriggered.class::isInstance)
                .map(AutomationTriggered.class::cast)
                .filter(event -> event.automation().value().equals("automation.feed_back_fill"))
                .findFirst()
                .orElseThrow();
        StateChange door = changeAfter(listener, DOOR, before);
        StateChange lamp = changeAfter(listener, LAMP, before);
        assertThat(listener.got()).allSatisfy(got -> assertThat(got.origin()).isEqualTo(Origin.BACK_FILL));
        assertThat(door.context().userId()).isNotNull();
        assertThat(door.before()).isNotEqualTo(door.after());
        assertThat(lamp.context().id()).isEqualTo(run.context().id()).isNotNull();
        assertThat(lamp.context().userId()).isNull();
        assertThat(listener.got().stream().map(got -> got.event().time())).isSorted();
        Await.result(home.rest().deleteAutomation("feed_back_fill"));
    }

    @Test
    void saysWhatItCannotSeeWithoutAnAdministratorsToken() {
        // Given
        CollectingListener listener = new CollectingListener();

        // When
        home.follow(listener, home.process().url(), home.process().secondToken());
        home.toggle(DOOR);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(live(listener)).isNotEmpty());
        assertThat(listener.states().getLast().problem())
                .get()
                .asString()
                .contains("not an administrator's", "HA_TOKEN");
        assertThat(live(listener)).allMatch(StateChange.class::isInstance);
        assertThat(listener.automations()).isEmpty();
        assertThat(listener.latestRegistry().entity(new EntityId("light.hall_light")))
                .isPresent();
    }

    @Test
    void readsTheHomeAgainWhenItChanges() {
        // Given
        CollectingListener listener = new CollectingListener();
        home.follow(listener);
        assertThat(listener.latestRegistry().config().timeZone().getId()).isEqualTo("Europe/Amsterdam");
        HomeAssistantSocket socket = Await.result(HomeAssistantSocket.connect(home.vertx(), home.settings()));

        // When
        JsonNode area = Await.result(socket.command(
                new JsonObject().put("type", "config/area_registry/create").put("name", "Feed cellar")));
        Await.result(socket.command(new JsonObject()
                .put("type", "config/entity_registry/update")
                .put("entity_id", "light.hall_light")
                .put("name", "Feed lamp")
                .put("area_id", area.path("area_id").asText())));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            EntityId light = new EntityId("light.hall_light");
            assertThat(listener.latestRegistry().areaOf(light))
                    .get()
                    .extracting(Area::name)
                    .isEqualTo("Feed cellar");
            assertThat(listener.latestRegistry().entity(light)).get().satisfies(entity -> {
                assertThat(entity.name()).isEqualTo("Feed lamp");
                assertThat(entity.platform()).isEqualTo("template");
            });
        });
        assertThat(listener.latestRegistry().entity(new EntityId("sensor.hall_illuminance")))
                .get()
                .satisfies(sensor -> {
                    assertThat(sensor.deviceClass()).isEqualTo("illuminance");
                    assertThat(sensor.unit()).isEqualTo("lx");
                });
        assertThat(listener.latestRegistry().users()).extracting(User::name).contains("Owner", "Second");
        Await.result(socket.command(new JsonObject()
                .put("type", "config/area_registry/delete")
                .put("area_id", area.path("area_id").asText())));
        Await.result(socket.close());
    }

    @Test
    void readsTheAutomationsAgainWhenOneIsAddedAndWhenItIsGone() {
        // Given
        CollectingListener listener = new CollectingListener();
        home.follow(listener);

        // When
        Await.result(home.rest()
                .putAutomation(
                        "feed_refresh",
                        Map.of(
                                "alias", "Feed refresh",
                                "triggers", List.of(Map.of("trigger", "time", "at", "06:45:00")),
                                "actions",
                                        List.of(Map.of(
                                                "action",
                                                "light.turn_on",
                                                "target",
                                                Map.of("entity_id", "light.hall_light"))))));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.automations().getLast())
                        .extracting(Automation::id)
                        .contains("feed_refresh"));
        Await.result(home.rest().deleteAutomation("feed_refresh"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.automations().getLast())
                        .extracting(Automation::id)
                        .doesNotContain("feed_refresh"));
    }

    private static StateChange changeAfter(CollectingListener listener, String entity, Instant time) {
        return listener.changesOf(entity).stream()
                .filter(change -> change.time().isAfter(time) && change.isStateChanged())
                .findFirst()
                .orElseThrow();
    }
}
