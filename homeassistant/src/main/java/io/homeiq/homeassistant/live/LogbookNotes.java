package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the logbook tells of who did what: the history of states does not carry contexts, but the logbook says of a state which
 * person or which automation was behind it. Ids of contexts are those of the automation's run or of the service call; where
 * the logbook tells of a person but not of the call, the context has a user and no id. Only one thread at a time.
 */
final class LogbookNotes {

    private static final Logger LOG = LoggerFactory.getLogger(LogbookNotes.class);
    private static final ObjectReader JSON = new ObjectMapper().reader();

    /** A state that comes later than this after a call has another cause. */
    private static final Duration CALL_REACH = Duration.ofMinutes(2);

    /** Clocks of rows and calls are one clock, but are written with rounding. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private final List<HomeEvent> events = new ArrayList<>();
    private final Map<State, JsonNode> states = new HashMap<>();
    private final Map<String, NavigableMap<Instant, String>> runs = new HashMap<>();
    private final Map<String, NavigableMap<Instant, String>> calls = new HashMap<>();

    private record State(String entity, long millisecond) {}

    /** The events that explain states: runs of automations and scripts, service calls, Home Assistant's own starts and stops. */
    List<HomeEvent> events() {
        return events;
    }

    /** Adds the logbook's entries; an answer that is not readable explains nothing. */
    void addLogbook(Buffer answer) {
        try {
            JSON.readTree(answer.getBytes()).forEach(this::entry);
        } catch (IOException e) {
            LOG.warn("Home Assistant's logbook is not readable, so nothing is known of who did what", e);
        }
    }

    private void entry(JsonNode entry) {
        Instant when = HistoryRows.instant(entry.path("when").asText(""));
        if (when == null) {
            return;
        }
        String entity = entry.path("entity_id").asText("");
        String contextId = entry.path("context_id").asText("");
        switch (entry.path("domain").asText("")) {
            case "automation" ->
                run(entity, contextId, when, entry.path("source").asText(null));
            case "script" -> run(entity, contextId, when, null);
            case "homeassistant" -> core(entry.path("message").asText(""), when);
            default -> {
                if (entry.has("state")) {
                    states.put(new State(entity, when.toEpochMilli()), entry);
                }
            }
        }
    }

    private void run(String entity, String contextId, Instant when, @Nullable String source) {
        if (contextId.isEmpty() || !EntityId.isValid(entity)) {
            return;
        }
        EntityId id = new EntityId(entity);
        Context context = new Context(contextId, null, null);
        runs.computeIfAbsent(entity, any -> new TreeMap<>()).put(when, contextId);
        events.add(
                id.domain().equals("script")
                        ? new ScriptStarted(id, when, context)
                        : new AutomationTriggered(id, source, when, context));
    }

    private void core(String message, Instant when) {
        switch (message) {
            case "started" -> events.add(new CoreStarted(when, Context.UNKNOWN));
            case "stopped" -> events.add(new CoreStopped(when, Context.UNKNOWN));
            default -> {
                /* nothing that explains a state */
            }
        }
    }

    /** Adds service calls with their contexts. */
    void addCalls(List<ServiceCall> found) {
        for (ServiceCall call : found) {
            events.add(call);
            String id = call.context().id();
            if (id != null && call.context().userId() != null) {
                calls.computeIfAbsent(
                                callKey(call.context().userId(), call.domain(), call.service()), any -> new TreeMap<>())
                        .put(call.time(), id);
            }
        }
    }

    private static String callKey(@Nullable String user, String domain, String service) {
        return user + " " + domain + "." + service;
    }

    /** What is known of the cause of this state; {@link Context#UNKNOWN} if nothing. */
    Context contextOf(EntityId entity, Instant updated) {
        JsonNode entry = states.get(new State(entity.value(), updated.toEpochMilli()));
        return entry == null ? Context.UNKNOWN : contextOf(entry, updated);
    }

    private Context contextOf(JsonNode entry, Instant updated) {
        String kind = entry.path("context_event_type").asText("");
        if (kind.equals("automation_triggered") || kind.equals("script_started")) {
            // The user named here is the one behind the trigger, who did not do this.
            String run = newest(runs.get(entry.path("context_entity_id").asText("")), updated, null);
            return run == null ? Context.UNKNOWN : new Context(run, null, null);
        }
        String user = entry.path("context_user_id").asText(null);
        if (user == null) {
            return Context.UNKNOWN;
        }
        String key = callKey(
                user,
                entry.path("context_domain").asText(""),
                entry.path("context_service").asText(""));
        return new Context(newest(calls.get(key), updated, CALL_REACH), null, user);
    }

    private static @Nullable String newest(
            @Nullable NavigableMap<Instant, String> times, Instant until, @Nullable Duration reach) {
        Map.Entry<Instant, String> found = times == null ? null : times.floorEntry(until.plus(ROUNDING));
        return found == null || reach != null && found.getKey().isBefore(until.minus(reach)) ? null : found.getValue();
    }

    /** Forgets the entries, but not the newest run of each automation and script, which may still act in the next stretch of time. */
    void nextStretch() {
        events.clear();
        states.clear();
        calls.clear();
        runs.values().forEach(times -> times.headMap(times.lastKey()).clear());
    }
}
