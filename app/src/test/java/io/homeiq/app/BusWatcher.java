package io.homeiq.app;

import io.homeiq.bus.Message;
import io.homeiq.bus.mqtt.Credentials;
import io.homeiq.bus.mqtt.MqttBus;
import io.homeiq.bus.mqtt.MqttSettings;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An MQTT client of its own that remembers everything said on the bus, in order of arrival. */
public final class BusWatcher implements AutoCloseable {

    private static final long SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final EventCodec codec = new EventCodec(new WireJson());
    private final List<Event<?>> events = new CopyOnWriteArrayList<>();
    private final List<String> unreadable = new CopyOnWriteArrayList<>();
    private final List<Message> deadLetters = new CopyOnWriteArrayList<>();
    private final MqttBus bus;

    private BusWatcher(String host, int port, @Nullable Credentials login) {
        MqttSettings open = MqttSettings.of(host, port, "watcher-" + System.identityHashCode(this));
        bus = MqttBus.open(vertx, login == null ? open : open.withCredentials(login));
        result(bus.subscribe(new TopicFilter("homeiq/v1/+/event/+"), this::note));
        result(bus.subscribe(new TopicFilter("homeiq/v1/+/dead-letter/+"), message -> {
            deadLetters.add(message);
            return Future.succeededFuture();
        }));
    }

    public static BusWatcher of(String host, int port) {
        return new BusWatcher(host, port, null);
    }

    static BusWatcher of(String host, int port, String user, String password) {
        return new BusWatcher(host, port, new Credentials(user, password));
    }

    private Future<Void> note(Message message) {
        switch (codec.decode(message.payload().getBytes())) {
            case Decoded.Readable readable -> events.add(readable.event());
            case Decoded.Unreadable broken -> unreadable.add(message.topic() + ": " + broken.reason());
        }
        return Future.succeededFuture();
    }

    /** Says something itself. */
    void say(Message message) {
        result(bus.publish(message));
    }

    public List<Event<?>> events() {
        return List.copyOf(events);
    }

    public List<Event<?>> events(EventType type) {
        return events.stream().filter(event -> event.type() == type).toList();
    }

    /** What was said on topics of events and is none. */
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    public List<Message> deadLetters() {
        return List.copyOf(deadLetters);
    }

    private static void result(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the watcher of the bus could not do its part", e);
        }
    }

    @Override
    public void close() {
        result(bus.close());
        result(vertx.close());
    }
}
