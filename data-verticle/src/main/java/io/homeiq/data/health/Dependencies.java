package io.homeiq.data.health;

import io.homeiq.bus.Bus;
import io.homeiq.data.history.History;
import io.homeiq.homeassistant.live.FeedState;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.history.HistoryReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at what the data service leans on: database, bus, history, Home Assistant, disk. */
public final class Dependencies {

    /** What has not answered by then is down. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** With less than this the history fills the disk within weeks. In bytes. */
    static final long LEAST_FREE = 200L << 20;

    private static final long MEBIBYTE = 1L << 20;

    private final Vertx vertx;
    private final SharedDatabase database;
    private final Bus bus;
    private final History history;
    private final Path folder;
    private final @Nullable Supplier<FeedState> homeAssistant;

    /**
     * Looks at nothing yet.
     *
     * @param folder where the history lies
     * @param homeAssistant how it stands with the connection; null if there is to be none
     */
    public Dependencies(
            Vertx vertx,
            SharedDatabase database,
            Bus bus,
            History history,
            Path folder,
            @Nullable Supplier<FeedState> homeAssistant) {
        this.vertx = vertx;
        this.database = database;
        this.bus = bus;
        this.history = history;
        this.folder = folder;
        this.homeAssistant = homeAssistant;
    }

    /** All at once. Never fails. */
    Future<List<Dependency>> look() {
        List<Future<Dependency>> asked = List.of(
                database(), Future.succeededFuture(broker()), history(), Future.succeededFuture(home()), disk());
        return Future.join(asked).map(all -> asked.stream().map(Future::result).toList());
    }

    private Future<Dependency> database() {
        return database.check()
                .timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .map(done -> Dependency.up("database", "The shared database answers."))
                .otherwise(failure -> Dependency.down(
                        "database",
                        "The shared database does not answer.",
                        "See whether its disk is full or another program holds it; ./homeiq doctor tells more."));
    }

    private Dependency broker() {
        return bus.isConnected()
                ? Dependency.up("bus", "The broker is connected.")
                : Dependency.down(
                        "bus",
                        "There is no connection to the MQTT broker.",
                        "Start it, or correct MQTT_BROKER, MQTT_PORT, MQTT_USERNAME and MQTT_PASSWORD.");
    }

    private Future<Dependency> history() {
        return history.read(HistoryReader::summary)
                .timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .map(summary -> Dependency.up("history", "The history can be read: " + summary.count() + " events."))
                .otherwise(failure -> Dependency.down(
                        "history",
                        "The history cannot be read now.",
                        "Look at the log of the service; if the file is damaged, restore a copy or import it again."));
    }

    private Dependency home() {
        return homeAssistant == null
                ? Dependency.up("home_assistant", "No Home Assistant is set (HA_URL); history comes from files.")
                : HomeAssistantWords.of(homeAssistant.get());
    }

    private Future<Dependency> disk() {
        return vertx.executeBlocking(() -> room(Files.getFileStore(folder).getUsableSpace()), false)
                .map(Objects::requireNonNull)
                .otherwise(failure -> Dependency.down(
                        "disk", "The free space cannot be told.", "See whether the disk is still there."));
    }

    static Dependency room(long free) {
        String text = free / MEBIBYTE + " MiB are free where the history lies";
        return free >= LEAST_FREE
                ? Dependency.up("disk", text + ".")
                : Dependency.down(
                        "disk",
                        text + ", less than " + LEAST_FREE / MEBIBYTE + ".",
                        "Free some space, or move the data folder to a larger disk (HOMEIQ_DATA).");
    }
}
