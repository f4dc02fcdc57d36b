package io.homeiq.app.api;

import io.homeiq.app.settings.BrokerSettings;
import io.homeiq.bus.Message;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Hears everything that is said below {@code homeiq/}, and can say something itself. */
final class BusEar implements AutoCloseable {

    private static final long SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final List<Message> heard = new CopyOnWriteArrayList<>();
    private final MqttBus bus;

    private BusEar(MqttSettings settings) {
        bus = MqttBus.open(vertx, settings);
        result(bus.subscribe(new TopicFilter("homeiq/#"), message -> {
            heard.add(message);
            return Future.succeededFuture();
        }));
    }

    static BusEar at(BrokerSettings broker) {
        String host = broker instanceof BrokerSettings.External external ? external.host() : "127.0.0.1";
        return new BusEar(MqttSettings.of(host, broker.port(), "ear"));
    }

    List<Message> heard() {
        return List.copyOf(heard);
    }

    /** The data of all events of this type so far. */
    List<JsonObject> events(String type) {
        return heard.stream()
                .filter(message -> message.topic().value().endsWith("/event/" + type))
                .map(message -> message.payload().toJsonObject().getJsonObject("data"))
                .toList();
    }

    /** What was put aside so far of what came in on a topic. */
    List<JsonObject> deadLetters(Topic topic) {
        return heard.stream()
                .filter(message -> message.topic().value().contains("/dead-letter/"))
                .map(message -> message.payload().toJsonObject())
                .filter(letter -> letter.getString("topic").equals(topic.value()))
                .toList();
    }

    void say(Topic topic, String payload) {
        result(bus.publish(new Message(topic, Buffer.buffer(payload), false)));
    }

    private static void result(Future<?> future) {
        future.timeout(SECONDS, TimeUnit.SECONDS).await();
    }

    @Override
    public void close() {
        result(bus.close());
        result(vertx.close());
    }
}
