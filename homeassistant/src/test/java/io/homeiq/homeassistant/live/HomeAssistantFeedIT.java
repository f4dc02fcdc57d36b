package io.homeiq.homeassistant.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.home.User;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.Await;
import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.HomeAssistantProcess;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against a real Home Assistant, which the tests of this class share; each has a feed of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeAssistantFeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DOOR = "input_boolean.front_door_opened";
    private static final String LAMP = "input_boolean.kitchen_light_powered";
    private static final FeedSettings SETTINGS = new FeedSettings(
            Duration.ofHours(1),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            20_000,
            Duration.ofMillis(100));

    private final Vertx vertx = Vertx.vertx();
    private final List<HomeAssistantFeed> feeds = new ArrayList<>();
    private HomeAssistantProcess home;
    private HomeAssistantRest rest;

    /** What makes two reports of a state the same. */
    private record Key(String entity, long millisecond, String state) {

        static Key of(StateChange change) {
            return new Key(change.entityId().value(), change.time().toEpochMilli(), String.valueOf(change.after()));
        }
    }

    @BeforeAll
    void start() {
        home = HomeAssistantProcess.startSampleHome();
        rest = new HomeAssistantRest(vertx, settings(home.url(), home.token()));
    }

    @AfterEach
    void closeFeeds() {
        feeds.forEach(feed -> Await.result(feed.close()));
        feeds.clear();
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
    void handsOnAChangeWithTheCallAndThePersonBehindIt() {
        // Given
        CollectingListener listener = new CollectingListener();
        follow(listener, SETTINGS);

        // When
        call("light", "toggle", "light.hall_light");

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
        follow(listener, SETTINGS);

        // When
        String context = setState("sensor.set_by_rest", "17.5");

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
        Await.result(rest.putAutomation(
                "feed_back_fill",
                Map.of(
                        "alias", "Feed back fill",
                        "triggers", List.of(Map.of("trigger", "state", "entity_id", DOOR)),
                        "actions",
                                List.of(Map.of(
                                        "action", "input_boolean.toggle", "target", Map.of("entity_id", LAMP))))));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(entities()).contains("automation.feed_back_fill"));
        call("input_boolean", "toggle", DOOR);

        // When
        CollectingListener listener = new CollectingListener();
        follow(listener, SETTINGS);

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
        Await.result(rest.deleteAutomation("feed_back_fill"));
    }

    @Test
    void losesNothingAndDoublesNothingOverARestartOfHomeAssistant() {
        // Given
        CollectingListener listener = new CollectingListener();
        follow(listener, SETTINGS);
        Instant from = Instant.now();
        call("input_boolean", "toggle", DOOR);

        // When
        home.restart();
        call("input_boolean", "toggle", DOOR);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.states().getLast()).isInstanceOf(FeedState.Following.class));
        call("input_boolean", "toggle", LAMP);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<Key> own = ownHistory(from);
            List<Key> told = keys(listener, from);
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
        try (CutLine line = new CutLine(vertx, home.port())) {
            CollectingListener listener = new CollectingListener();
            follow(listener, SETTINGS, line.url(), home.token());
            Instant from = Instant.now();
            call("input_boolean", "toggle", DOOR);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(keys(listener, from)).hasSizeGreaterThanOrEqualTo(2));

            // When
            line.cut();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(listener.states()).anyMatch(FeedState.Waiting.class::isInstance));
            for (int i = 0; i < 5; i++) {
                call("input_boolean", "toggle", DOOR);
            }
            line.mend();

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(keys(listener, from))
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(ownHistory(from));
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
    void isNotThrownOutBecauseOfASlowListenerAndReadsAgainWhatItDropped() throws IOException, InterruptedException {
        // Given
        CollectingListener listener = new CollectingListener();
        FeedSettings small = new FeedSettings(
                Duration.ofHours(1),
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                20,
                Duration.ofMillis(100));
        follow(listener, small);
        int statesBefore = listener.states().size();
        listener.shut();

        // When
        for (int i = 0; i < 100; i++) {
            setState("sensor.flood", Integer.toString(i));
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
        follow(listener, SETTINGS);
        Instant from = Instant.now();
        listener.failNext(2);

        // When
        call("input_boolean", "toggle", DOOR);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(keys(listener, from))
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(ownHistory(from))
                        .isNotEmpty());
        call("input_boolean", "toggle", LAMP);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                live(listener).filter(event -> event.time().isAfter(from)))
                        .isNotEmpty());
    }

    @Test
    void saysWhatItCannotSeeWithoutAnAdministratorsToken() {
        // Given
        CollectingListener listener = new CollectingListener();

        // When
        follow(listener, SETTINGS, home.url(), home.secondToken());
        call("input_boolean", "toggle", DOOR);

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
        follow(listener, SETTINGS);
        assertThat(listener.latestRegistry().config().timeZone().getId()).isEqualTo("Europe/Amsterdam");
        HomeAssistantSocket socket =
                Await.result(HomeAssistantSocket.connect(vertx, settings(home.url(), home.token())));

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
        follow(listener, SETTINGS);

        // When
        Await.result(rest.putAutomation(
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
        Await.result(rest.deleteAutomation("feed_refresh"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.automations().getLast())
                        .extracting(Automation::id)
                        .doesNotContain("feed_refresh"));
    }

    @Test
    void triesAWrongTokenOnceAndThenRarely() {
        // Given
        CollectingListener listener = new CollectingListener();

        // When
        start(listener, SETTINGS, home.url(), "wrong-token");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.states().getLast())
                        .isInstanceOfSatisfying(FeedState.Refused.class, refused -> {
                            assertThat(refused.nextAttempt())
                                    .isAfter(Instant.now().plus(Duration.ofMinutes(9)));
                            assertThat(refused.reason())
                                    .contains("refused the token", home.url())
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
        start(listener, SETTINGS, nobody, home.token());

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.states()).contains(new FeedState.Connecting(4)));
        assertThat(listener.states())
                .filteredOn(FeedState.Waiting.class::isInstance)
                .allSatisfy(waiting ->
                        assertThat(waiting.problem()).get().asString().contains("cannot be reached", nobody));
    }

    private HomeAssistantFeed start(CollectingListener listener, FeedSettings settings, String url, String token) {
        HomeAssistantFeed feed = new HomeAssistantFeed(
                vertx, settings(url, token), settings, listener, InstantSource.system(), new Random(1));
        feeds.add(feed);
        feed.start(null);
        return feed;
    }

    private void follow(CollectingListener listener, FeedSettings settings) {
        follow(listener, settings, home.url(), home.token());
    }

    private void follow(CollectingListener listener, FeedSettings settings, String url, String token) {
        HomeAssistantFeed feed = start(listener, settings, url, token);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feed.state()).isInstanceOf(FeedState.Following.class));
    }

    private static Stream<HomeEvent> live(CollectingListener listener) {
        return listener.got().stream()
                .filter(got -> got.origin() == Origin.LIVE)
                .map(CollectingListener.Got::event);
    }

    private static StateChange changeAfter(CollectingListener listener, String entity, Instant time) {
        return listener.changesOf(entity).stream()
                .filter(change -> change.time().isAfter(time) && change.isStateChanged())
                .findFirst()
                .orElseThrow();
    }

    private static List<Key> keys(CollectingListener listener, Instant from) {
        return listener.events(
                        event -> event instanceof StateChange && event.time().isAfter(from))
                .map(event -> Key.of((StateChange) event))
                .toList();
    }

    /** What Home Assistant itself remembers of all its entities since then. */
    private List<Key> ownHistory(Instant from) {
        return HistoryRows.parse(Await.result(rest.history(from, Instant.now().plusSeconds(60), entities()))).stream()
                .map(row -> new Key(row.entity().value(), row.updated().toEpochMilli(), String.valueOf(row.state())))
                .toList();
    }

    private List<String> entities() {
        return Await.result(rest.states()).findValuesAsText("entity_id").stream()
                .filter(EntityId::isValid)
                .toList();
    }

    private void call(String domain, String service, String entity) {
        Await.result(rest.callService(domain, service, Map.of("entity_id", entity)));
    }

    /** Sets a state as a script of the owner would, and tells the id of its context. */
    private String setState(String entity, String state) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(home.url() + "/api/states/" + entity))
                    .header("Authorization", "Bearer " + home.token())
                    .POST(HttpRequest.BodyPublishers.ofString(
                            new JsonObject().put("state", state).encode()))
                    .build();
            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new JsonObject(answer).getJsonObject("context").getString("id");
        }
    }

    private static HomeAssistantSettings settings(String url, String token) {
        return HomeAssistantSettings.of(HomeAssistantUrl.parse(url), new AccessToken(token));
    }
}
