package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.live.HomeReader.Home;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is done with one connection: subscribe first, read the home, fill the gap, let the live events flow, and read the home again when
 * it changes. Only for the feed's own context.
 */
final class FeedSession {

    private static final List<String> REGISTRY_CHANGES = List.of(
            "area_registry_updated", "device_registry_updated", "entity_registry_updated", "core_config_updated");
    private static final List<String> ADMINISTRATORS_CHANGES =
            List.of("automation_reloaded", "user_added", "user_updated", "user_removed");

    /** What people write, and what calls it. */
    private static final Set<String> WRITTEN = Set.of("automation", "script");

    private static final Duration START_POLL = Duration.ofSeconds(1);

    /** What began less long ago than this was told live, or stands among the states of now. */
    private static final Duration NEWCOMER = Duration.ofMinutes(1);

    /** A Home Assistant that has not started by then is read as it is. */
    private static final int MAX_START_POLLS = 300;

    private final FeedParts parts;
    private final HomeAssistantSocket socket;
    private final Delivery delivery;
    private final LiveEvents reader;
    private final KnownPast past;
    private final Refresh registryRefresh;
    private final Refresh automationsRefresh;
    private boolean administrator;
    private boolean filling;
    private @Nullable Home home;
    private @Nullable String limitation;

    FeedSession(FeedParts parts, HomeAssistantSocket socket, Delivery delivery, LiveEvents reader, KnownPast past) {
        this.parts = parts;
        this.socket = socket;
        this.delivery = delivery;
        this.reader = reader;
        this.past = past;
        Duration quiet = parts.settings().refreshDelay();
        this.registryRefresh = new Refresh(parts.vertx(), quiet, "the registry", this::rereadHome);
        this.automationsRefresh = new Refresh(parts.vertx(), quiet, "the automations", this::rereadAutomations);
    }

    /** One line on what cannot be seen over this connection, or null. */
    @Nullable
    String limitation() {
        return limitation;
    }

    /** Fails if the connection ends meanwhile, or Home Assistant or the listener refuse; then the connection is of no use. */
    Future<Void> begin(Origin origin, Consumer<Instant> progress) {
        delivery.hold();
        return socket.command(new JsonObject().put("type", "auth/current_user"))
                .compose(this::subscribeAll)
                .compose(done -> started(0))
                .compose(done -> readHome())
                .compose(done -> readAutomations())
                .compose(done -> fill(origin, progress));
    }

    private Future<Void> subscribeAll(JsonNode user) {
        administrator = user.path("is_admin").asBoolean();
        if (!administrator) {
            limitation =
                    "the token is not an administrator's: changes of state are seen, but not who or which automation"
                            + " made them, and nothing can be deployed; use an administrator's token in HA_TOKEN";
        }
        List<Future<?>> subscriptions = new ArrayList<>();
        Stream<String> happenings = administrator
                ? Stream.concat(LiveEvents.FOR_ALL.stream(), LiveEvents.FOR_ADMINISTRATORS.stream())
                : LiveEvents.FOR_ALL.stream();
        happenings.forEach(type -> subscriptions.add(subscribe(type, this::happened)));
        REGISTRY_CHANGES.forEach(type -> subscriptions.add(subscribe(type, this::registryChanged)));
        if (administrator) {
            ADMINISTRATORS_CHANGES.forEach(type -> subscriptions.add(subscribe(type, this::registryChanged)));
        }
        return Future.all(subscriptions).mapEmpty();
    }

    private Future<?> subscribe(String type, Consumer<JsonNode> sink) {
        return socket.subscribe(new JsonObject().put("type", "subscribe_events").put("event_type", type), sink);
    }

    private void happened(JsonNode event) {
        reader.read(event).ifPresent(happened -> {
            delivery.offer(happened);
            if (happened instanceof StateChange change) {
                changed(change);
            }
        });
    }

    /** What was written anew comes again, as a new entity or as one that was unavailable for a moment. */
    private void changed(StateChange change) {
        boolean isNew = change.before() == null;
        if (isNew) {
            registryRefresh.want();
        }
        if (WRITTEN.contains(change.entityId().domain()) && (isNew || "unavailable".equals(change.before()))) {
            automationsRefresh.want();
        }
    }

    private void registryChanged(JsonNode event) {
        String type = event.path("event_type").asText("");
        String entity = event.path("data").path("entity_id").asText("");
        boolean isWritten = WRITTEN.stream().anyMatch(domain -> entity.startsWith(domain + "."));
        if (type.equals("automation_reloaded") || isWritten) {
            automationsRefresh.want();
        }
        if (!type.equals("automation_reloaded")) {
            registryRefresh.want();
        }
    }

    /** While Home Assistant starts it does not know all its entities, and maybe not its history yet. */
    private Future<Void> started(int polls) {
        return socket.command(new JsonObject().put("type", "get_config")).compose(config -> {
            if (config.path("state").asText("RUNNING").equals("RUNNING") || polls >= MAX_START_POLLS) {
                return Future.succeededFuture();
            }
            Promise<Void> later = Promise.promise();
            parts.vertx().setTimer(START_POLL.toMillis(), due -> later.complete());
            return later.future().compose(due -> started(polls + 1));
        });
    }

    private Future<Void> readHome() {
        return new HomeReader(parts.vertx(), socket, administrator).read().compose(read -> {
            home = read;
            return parts.listener().registry(read.registry());
        });
    }

    private Future<Void> rereadAutomations() {
        return readHome().compose(done -> readAutomations()); // the states tell which automations there are
    }

    private Future<Void> readAutomations() {
        if (!administrator || home == null) {
            return Future.succeededFuture();
        }
        return new AutomationReader(socket)
                .read(home.snapshot().of("automation"))
                .compose(automations -> parts.listener().automations(automations))
                .compose(done -> readScripts());
    }

    private Future<Void> readScripts() {
        return home == null
                ? Future.succeededFuture()
                : new ScriptReader(socket)
                        .read(home.snapshot().of("script"))
                        .compose(scripts -> parts.listener().scripts(scripts));
    }

    /** Reads from history what is missing, while what happens is kept back; then lets it flow. */
    Future<Void> fill(Origin origin, Consumer<Instant> progress) {
        delivery.hold();
        filling = true;
        return delivery.drained()
                .compose(done -> new RecorderBarrier(parts.vertx(), socket)
                        .pass(parts.clock().instant()))
                .compose(done -> history(origin, progress))
                .recover(this::withoutHistory)
                .compose(done -> fillLatecomers())
                .onSuccess(done -> delivery.release())
                .onComplete(done -> filling = false);
    }

    private Future<Void> history(Origin origin, Consumer<Instant> progress) {
        if (home == null) {
            return Future.succeededFuture();
        }
        Instant start = delivery.completeUntil();
        Set<EntityId> entities = home.entities();
        return new HistoryFill(parts, recorder(), delivery, origin, home.snapshot(), entities)
                .run(start, progress)
                .onSuccess(done -> past.filled(entities, start));
    }

    private Recorder recorder() {
        return new Recorder(parts.vertx(), parts.rest(), socket, reader, administrator);
    }

    private Future<Void> rereadHome() {
        return readHome().compose(done -> filling ? Future.succeededFuture() : fillLatecomers());
    }

    /** The past of entities that came after the rest was read; what happens meanwhile flows on. */
    private Future<Void> fillLatecomers() {
        Set<EntityId> late = home == null ? Set.of() : past.missing(home.entities());
        if (home == null || late.isEmpty()) {
            return Future.succeededFuture();
        }
        Snapshot now = home.snapshot().only(late);
        Recorder recorder = recorder();
        return recorder.hasStates(past.earliest(), parts.clock().instant().minus(NEWCOMER), late)
                .compose(known -> known
                        ? new HistoryFill(parts, recorder, delivery, Origin.BACK_FILL, now, late)
                                .run(past.earliest(), reached -> {})
                        : Future.<Void>succeededFuture())
                .onSuccess(done -> past.filled(late, past.earliest()))
                .recover(this::withoutHistory);
    }

    private Future<Void> withoutHistory(Throwable fault) {
        if (fault instanceof HomeAssistantException known && known.kind() == Kind.NOT_FOUND) {
            limitation = "Home Assistant keeps no history: what happens while HomeIQ is not connected is lost;"
                    + " add recorder: and history: to its configuration.yaml";
            return Future.succeededFuture();
        }
        return Future.failedFuture(fault);
    }

    void end() {
        registryRefresh.stop();
        automationsRefresh.stop();
        delivery.disconnected();
    }
}
