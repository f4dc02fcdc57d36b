package io.homeiq.homeassistant.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.Await;
import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
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
import java.util.Set;

/** A real Home Assistant in which a test does something, and feeds that follow it. */
final class FollowedHome implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String DOOR = "input_boolean.front_door_opened";
    static final String LAMP = "input_boolean.kitchen_light_powered";
    static final FeedSettings SETTINGS = new FeedSettings(
            Duration.ofHours(1),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            20_000,
            Duration.ofMillis(100),
            1);

    private final Vertx vertx = Vertx.vertx();
    private final HomeAssistantProcess home = HomeAssistantProcess.startSampleHome();
    private final HomeAssistantRest rest = new HomeAssistantRest(vertx, settings(home.url(), home.token()));
    private final List<HomeAssistantFeed> feeds = new ArrayList<>();

    /** What makes two reports of a state the same. */
    record Key(String entity, long millisecond, String state) {

        static Key of(StateChange change) {
            return new Key(change.entityId().value(), change.time().toEpochMilli(), String.valueOf(change.after()));
        }
    }

    Vertx vertx() {
        return vertx;
    }

    HomeAssistantProcess process() {
        return home;
    }

    HomeAssistantRest rest() {
        return rest;
    }

    HomeAssistantSettings settings() {
        return settings(home.url(), home.token());
    }

    private static HomeAssistantSettings settings(String url, String token) {
        return HomeAssistantSettings.of(HomeAssistantUrl.parse(url), new AccessToken(token));
    }

    /** Starts a feed, which ends with {@link #closeFeeds}. */
    HomeAssistantFeed start(CollectingListener listener, String url, String token) {
        return start(listener, SETTINGS, url, token);
    }

    private HomeAssistantFeed start(CollectingListener listener, FeedSettings settings, String url, String token) {
        HomeAssistantFeed feed =
                new HomeAssistantFeed(vertx, settings(url, token), settings, listener, InstantSource.system());
        feeds.add(feed);
        feed.start(null, Set.of());
        return feed;
    }

    /** Starts a feed as the owner, and returns when it follows. */
    void follow(CollectingListener listener) {
        follow(listener, SETTINGS);
    }

    void follow(CollectingListener listener, FeedSettings settings) {
        follows(start(listener, settings, home.url(), home.token()));
    }

    /**
     * Starts a feed for a listener that knows a part of the home until now, and returns when it follows.
     *
     * @param ahead by how much the feed's clock is ahead of the true one
     */
    void followFromNow(CollectingListener listener, Set<EntityId> known, Duration ahead) {
        InstantSource clock = InstantSource.offset(InstantSource.system(), ahead);
        HomeAssistantFeed feed =
                new HomeAssistantFeed(vertx, settings(home.url(), home.token()), SETTINGS, listener, clock);
        feeds.add(feed);
        feed.start(Instant.now(), known);
        follows(feed);
    }

    void follow(CollectingListener listener, String url, String token) {
        follows(start(listener, url, token));
    }

    private static void follows(HomeAssistantFeed feed) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feed.state()).isInstanceOf(FeedState.Following.class));
    }

    void closeFeeds() {
        feeds.forEach(feed -> Await.result(feed.close()));
        feeds.clear();
    }

    void toggle(String entity) {
        Await.result(rest.callService(new EntityId(entity).domain(), "toggle", Map.of("entity_id", entity)));
    }

    /** Sets a state as a script of the owner would, and tells the id of its context. */
    String setState(String entity, String state) throws IOException, InterruptedException {
        String answer = post("/api/states/" + entity, new JsonObject().put("state", state));
        return new JsonObject(answer).getJsonObject("context").getString("id");
    }

    /** Writes a script as its editor does. */
    void writeScript(String name, Map<String, Object> script) throws IOException, InterruptedException {
        post("/api/config/script/config/" + name, new JsonObject(script));
    }

    private String post(String path, JsonObject body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(home.url() + path))
                    .header("Authorization", "Bearer " + home.token())
                    .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    List<String> entities() {
        return Await.result(rest.states()).findValuesAsText("entity_id").stream()
                .filter(EntityId::isValid)
                .toList();
    }

    /** What Home Assistant itself remembers of all its entities since then. */
    List<Key> ownHistory(Instant from) {
        Instant until = InstantSource.system().instant().plusSeconds(60);
        return HistoryRows.parse(Await.result(rest.history(from, until, entities()))).stream()
                .map(row -> new Key(row.entity().value(), row.updated().toEpochMilli(), String.valueOf(row.state())))
                .toList();
    }

    /** What the listener was told since then. */
    static List<Key> told(CollectingListener listener, Instant from) {
        return listener.events(
                        event -> event instanceof StateChange && event.time().isAfter(from))
                .map(event -> Key.of((StateChange) event))
                .toList();
    }

    @Override
    public void close() {
        closeFeeds();
        Await.result(rest.close());
        home.close();
        Await.result(vertx.close());
    }
}
