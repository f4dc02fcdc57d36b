package io.homeiq.homeassistant.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.HomeAssistantProcess;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against a real Home Assistant, which the tests of this class share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeAssistantClientIT {

    private static final String WRONG_TOKEN = "wrong-token";

    private final Vertx vertx = Vertx.vertx();
    private HomeAssistantProcess home;
    private HomeAssistantRest rest;

    @BeforeAll
    void start() {
        home = HomeAssistantProcess.startSampleHome();
        rest = new HomeAssistantRest(vertx, settings(home.token()));
    }

    @AfterAll
    void close() {
        if (home != null) {
            Await.result(rest.close());
            home.close();
        }
        Await.result(vertx.close());
    }

    @Test
    void opensAConnectionAndAsks() {
        // Given
        HomeAssistantSocket socket = connect(home.token());

        // When
        JsonNode config = Await.result(socket.command(new JsonObject().put("type", "get_config")));

        // Then
        assertThat(config.path("location_name").asText()).isEqualTo("Test home");
        assertThat(socket.version()).isEqualTo(config.path("version").asText());
        Await.result(socket.close());
    }

    @Test
    void saysSoWhenTheTokenIsWrong() {
        assertFails(() -> connect(WRONG_TOKEN), Kind.UNAUTHORIZED, "refused the token", "HA_TOKEN", home.url());
        HomeAssistantRest stranger = new HomeAssistantRest(vertx, settings(WRONG_TOKEN));
        assertFails(() -> Await.result(stranger.config()), Kind.UNAUTHORIZED, "refused the token", home.url());
    }

    @Test
    void saysSoWhenThePathIsWrong() {
        HomeAssistantUrl wrong = HomeAssistantUrl.parse(home.url() + "/nowhere");
        HomeAssistantSettings settings = HomeAssistantSettings.of(wrong, new AccessToken(home.token()));

        assertFails(
                () -> Await.result(HomeAssistantSocket.connect(vertx, settings)),
                Kind.NOT_FOUND,
                "/nowhere/api/websocket");
        assertFails(
                () -> Await.result(new HomeAssistantRest(vertx, settings).config()),
                Kind.NOT_FOUND,
                "GET /nowhere/api/config");
    }

    @Test
    void saysSoWhenNobodyIsThere() {
        HomeAssistantUrl nobody = HomeAssistantUrl.parse("http://127.0.0.1:" + FreePort.find());
        HomeAssistantRest lost =
                new HomeAssistantRest(vertx, HomeAssistantSettings.of(nobody, new AccessToken(home.token())));

        assertFails(
                () -> Await.result(lost.config()), Kind.UNREACHABLE, "cannot be reached", nobody.toString(), "HA_URL");
    }

    @Test
    void tellsARefusedCommandFromAnUnknownOneAndFromOneForAdministrators() {
        HomeAssistantSocket owner = connect(home.token());
        HomeAssistantSocket second = connect(home.secondToken());

        assertFails(() -> ask(owner, "no_such_command"), Kind.UNSUPPORTED, "no_such_command");
        assertFails(() -> ask(owner, "logbook/get_events"), Kind.REFUSED, "logbook/get_events", "start_time");
        assertFails(() -> ask(second, "config/auth/list"), Kind.FORBIDDEN, "config/auth/list", "administrator");
        assertFails(
                () -> Await.result(second.subscribe(
                        new JsonObject().put("type", "subscribe_events").put("event_type", "call_service"),
                        event -> {})),
                Kind.FORBIDDEN,
                "subscribe_events");
        assertFails(
                () -> Await.result(new HomeAssistantRest(vertx, settings(home.secondToken())).automation("x")),
                Kind.UNAUTHORIZED,
                "token");
    }

    @Test
    void tellsEventsUntilTheSubscriptionIsCancelled() {
        // Given
        List<JsonNode> events = new CopyOnWriteArrayList<>();
        HomeAssistantSocket socket = connect(home.token());
        EventSubscription subscription = Await.result(socket.subscribe(
                new JsonObject().put("type", "subscribe_events").put("event_type", "call_service"), events::add));

        // When
        Await.result(
                rest.callService("input_boolean", "turn_on", Map.of("entity_id", "input_boolean.front_door_opened")));
        await().untilAsserted(() -> assertThat(events).hasSize(1));
        Await.result(subscription.cancel());
        Await.result(
                rest.callService("input_boolean", "turn_off", Map.of("entity_id", "input_boolean.front_door_opened")));
        ask(socket, "get_config");

        // Then
        assertThat(events)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.path("data").path("service").asText()).isEqualTo("turn_on"));
    }

    @Test
    void failsWhatComesAfterTheEnd() {
        // Given
        HomeAssistantSocket socket = connect(home.token());

        // When
        Await.result(socket.close());

        // Then
        assertThat(Await.result(socket.ended()).kind()).isEqualTo(Kind.CLOSED);
        assertFails(() -> ask(socket, "get_config"), Kind.CLOSED, home.url());
    }

    @Test
    void writesReadsAndRemovesAnAutomation() {
        // Given
        Map<String, Object> automation = Map.of(
                "alias", "Client test",
                "triggers", List.of(Map.of("trigger", "time", "at", "06:45:00")),
                "actions",
                        List.of(Map.of("action", "light.turn_on", "target", Map.of("entity_id", "light.hall_light"))));

        // When
        Await.result(rest.putAutomation("client test/1", automation));

        // Then
        assertThat(Await.result(rest.automation("client test/1")))
                .get()
                .satisfies(tree -> assertThat(tree.path("alias").asText()).isEqualTo("Client test"));
        assertThat(Await.result(rest.deleteAutomation("client test/1"))).isTrue();
        assertThat(Await.result(rest.deleteAutomation("client test/1"))).isFalse();
        assertThat(Await.result(rest.automation("client test/1"))).isEmpty();
    }

    @Test
    void passesOnWhyAnAutomationIsRefused() {
        Map<String, Object> broken =
                Map.of("alias", "Broken", "triggers", List.of(Map.of("trigger", "no_such_trigger")));

        assertFails(() -> Await.result(rest.putAutomation("broken", broken)), Kind.REFUSED, "Message malformed");
    }

    @Test
    void checksTheConfigurationAndListsWhatThereIs() {
        assertThat(Await.result(rest.check()).path("result").asText()).isEqualTo("valid");
        assertThat(Await.result(rest.states()).findValuesAsText("entity_id")).contains("light.hall_light");
        assertThat(Await.result(rest.config()).path("state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void readsAStretchOfHistory() {
        // Given
        Instant from = Instant.EPOCH.plusSeconds(1);
        Instant to = Instant.parse("2100-01-01T00:00:00Z");

        // When Then
        await().untilAsserted(() -> assertThat(Await.result(rest.history(from, to, List.of("light.hall_light")))
                        .toString())
                .startsWith("[[{\"entity_id\":\"light.hall_light\""));
        assertThat(Await.result(rest.logbook(from, to)).toString()).contains("\"started\"");
    }

    private HomeAssistantSocket connect(String token) {
        return Await.result(HomeAssistantSocket.connect(vertx, settings(token)));
    }

    private static JsonNode ask(HomeAssistantSocket socket, String type) {
        return Await.result(socket.command(new JsonObject().put("type", type)));
    }

    private HomeAssistantSettings settings(String token) {
        return HomeAssistantSettings.of(HomeAssistantUrl.parse(home.url()), new AccessToken(token));
    }

    private void assertFails(ThrowingCallable call, Kind kind, String... words) {
        assertThatThrownBy(call)
                .asInstanceOf(type(HomeAssistantException.class))
                .satisfies(fault -> {
                    assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind);
                    assertThat(fault)
                            .hasMessageContainingAll(words)
                            .hasMessageNotContaining(WRONG_TOKEN)
                            .hasMessageNotContaining(home.token());
                });
    }
}
