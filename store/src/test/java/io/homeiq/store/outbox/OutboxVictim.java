package io.homeiq.store.outbox;

import static io.homeiq.store.Futures.get;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.homeiq.contracts.event.Event;
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.Samples;
import io.homeiq.store.cursor.CursorRepository;
import io.vertx.core.Promise;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Makes a change with an event and says when it is committed; if so asked it also publishes the event, and says when
 * the broker has it, but never learns that. It is killed then.
 */
public final class OutboxVictim {

    /** Short, so that the one who goes on need not wait long. */
    static final OutboxSettings SETTINGS = new OutboxSettings(
            InstantSource.system(),
            Duration.ofHours(1),
            10,
            Duration.ofMillis(50),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(1_500),
            Duration.ofMillis(2_000));

    private OutboxVictim() {}

    public static void main(String[] arguments) {
        try {
            act(arguments);
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // the threads of Vert.x would keep it alive, and the test waiting
        }
    }

    private static void act(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        OpenDatabase open = new OpenDatabase(Path.of(arguments[0]));
        Event<?> event = Samples.event("pattern", 1);
        get(open.database()
                .write(connection -> new CursorRepository()
                        .set(connection, "change", 1)
                        .compose(any -> new Outbox(Samples.JSON).add(connection, event))));
        out.println("committed");
        if (arguments[1].equals("publish")) {
            new OutboxRelay(
                            open.vertx(),
                            open.database(),
                            "pattern",
                            message -> {
                                out.println("published " + message.eventId());
                                return Promise.<Void>promise().future();
                            },
                            SETTINGS)
                    .start();
        }
    }
}
