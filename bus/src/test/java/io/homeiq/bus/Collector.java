package io.homeiq.bus;

import static io.homeiq.bus.Futures.await;

import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler that takes everything at once and remembers it. */
public final class Collector implements MessageHandler {

    private final List<Message> messages = new CopyOnWriteArrayList<>();

    @Override
    public Future<Void> handle(Message message) {
        messages.add(message);
        return Future.succeededFuture();
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    public List<String> texts() {
        return messages.stream().map(message -> message.payload().toString()).toList();
    }

    /** Waits until at least so many have come. */
    public Collector awaitCount(int count) {
        await(count + " messages").until(() -> messages.size() >= count);
        return this;
    }

    /** Waits until this text has come. */
    public Collector awaitText(String text) {
        await("message " + text).until(() -> texts().contains(text));
        return this;
    }
}
