package io.homeiq.homeassistant.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.homeiq.homeassistant.source.Parsed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads events as Home Assistant tells them live, leaving out codes and passwords that are part of service calls. Only one thread at a time. */
final class LiveEvents {

    /** What belongs to the history, in the order of subscription; a token that is no administrator's may have the first alone. */
    static final List<String> FOR_ALL = List.of("state_changed");

    static final List<String> FOR_ADMINISTRATORS = List.of(
            "call_service", "automation_triggered", "script_started", "homeassistant_start", "homeassistant_stop");

    private static final Set<String> SECRETS = Set.of("code", "pin", "password", "token", "access_token", "api_key");
    private static final long MICROS = 1_000_000L;

    private final HomeEventJson json = new HomeEventJson();
    private final ObjectMapper mapper = new ObjectMapper();

    /** Empty if it is nothing that belongs to a history. */
    Optional<HomeEvent> read(JsonNode event) {
        return switch (json.parse(event.toString())) {
            case Parsed.Happened happened -> Optional.of(withoutSecrets(happened.event()));
            case Parsed.Skipped ignored -> Optional.empty();
        };
    }

    /** Service calls as the logbook lists them: {@code [{"domain", "service", "service_data", "context_id", "when", …}]}. */
    List<ServiceCall> calls(JsonNode logged) {
        List<ServiceCall> calls = new ArrayList<>();
        for (JsonNode call : logged) {
            read(asEvent(call))
                    .filter(ServiceCall.class::isInstance)
                    .map(ServiceCall.class::cast)
                    .ifPresent(calls::add);
        }
        return calls;
    }

    private ObjectNode asEvent(JsonNode call) {
        ObjectNode event = mapper.createObjectNode().put("event_type", "call_service");
        event.putObject("data")
                .put("domain", call.path("domain").asText(""))
                .put("service", call.path("service").asText(""))
                .set("service_data", call.path("service_data"));
        event.put("time_fired", instant(call.path("when").asDouble()).toString());
        boolean byMachine =
                !call.path("context_event_type").asText("call_service").equals("call_service");
        event.putObject("context")
                .put("id", call.path("context_id").asText(null))
                // Beside an automation's call stands the user behind its trigger, who did not do this.
                .put("user_id", byMachine ? null : call.path("context_user_id").asText(null));
        return event;
    }

    /** Rounds to the microsecond as Home Assistant does, so that the same event has the same time from every source. */
    static Instant instant(double epochSeconds) {
        long seconds = (long) Math.floor(epochSeconds);
        long micros = (long) Math.rint((epochSeconds - seconds) * MICROS);
        return Instant.ofEpochSecond(seconds).plusNanos(micros * 1_000);
    }

    private static HomeEvent withoutSecrets(HomeEvent event) {
        if (!(event instanceof ServiceCall call)
                || call.data().values().keySet().stream().noneMatch(SECRETS::contains)) {
            return event;
        }
        Map<String, @Nullable Object> open = new HashMap<>(call.data().values());
        open.keySet().removeAll(SECRETS);
        return new ServiceCall(
                call.domain(), call.service(), call.targets(), new Attributes(open), call.time(), call.context());
    }
}
