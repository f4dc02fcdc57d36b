package io.homeiq.app;

import io.homeiq.bus.Message;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The devices of a home, played by MQTT: Home Assistant discovers them, and what it is told to switch answers with its new
 * state.
 */
public final class PlayedHome implements AutoCloseable {

    private static final long SECONDS = 30;

    /** State of each kind of thing when nobody has touched it. */
    private static final Map<String, String> AT_REST =
            Map.of("light", "OFF", "switch", "OFF", "binary_sensor", "OFF", "device_tracker", "not_home");

    private final Vertx vertx = Vertx.vertx();
    private final MqttBus bus;

    private PlayedHome(String host, int port) {
        bus = MqttBus.open(vertx, MqttSettings.of(host, port, "played-home"));
    }

    /** Whether it plays this entity. */
    static boolean plays(EntityId entity) {
        return AT_REST.containsKey(entity.domain());
    }

    /** Announces the switches, lamps, sensors of doors and movement and phones of the registry. */
    public static PlayedHome announce(HomeRegistry registry, String host, int port) {
        PlayedHome home = new PlayedHome(host, port);
        result(home.bus.subscribe(new TopicFilter("played/+/set"), home::obey));
        registry.entities().stream()
                .map(entity -> entity.id())
                .filter(PlayedHome::plays)
                .forEach(home::announce);
        return home;
    }

    private void announce(EntityId entity) {
        JsonObject discovery = new JsonObject()
                .put("name", entity.objectId().replace('_', ' '))
                .put("unique_id", "played_" + entity.value())
                .put("default_entity_id", entity.value())
                .put("state_topic", stateTopic(entity.value()));
        if (entity.domain().equals("light") || entity.domain().equals("switch")) {
            discovery.put("command_topic", "played/" + entity + "/set");
        }
        if (entity.domain().equals("device_tracker")) {
            discovery.put("payload_home", "home").put("payload_not_home", "not_home");
        }
        say("homeassistant/" + entity.domain() + "/" + entity.objectId() + "/config", discovery.encode());
        say(stateTopic(entity.value()), AT_REST.getOrDefault(entity.domain(), "OFF"));
    }

    /** What happens in the home, such as a door that opens ({@code ON}) or a phone that comes {@code home}. */
    public void happens(String entity, String payload) {
        say(stateTopic(entity), payload);
    }

    private Future<Void> obey(Message command) {
        String[] levels = command.topic().value().split("/", -1);
        return bus.publish(new Message(new Topic(stateTopic(levels[1])), command.payload(), true));
    }

    private static String stateTopic(String entity) {
        return "played/" + entity + "/state";
    }

    private void say(String topic, String payload) {
        result(bus.publish(new Message(new Topic(topic), Buffer.buffer(payload), true)));
    }

    private static void result(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the played home could not do its part", e);
        }
    }

    @Override
    public void close() {
        result(bus.close());
        result(vertx.close());
    }
}
