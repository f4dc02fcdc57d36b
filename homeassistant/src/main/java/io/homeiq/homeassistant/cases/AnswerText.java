package io.homeiq.homeassistant.cases;

import io.homeiq.replay.Answer;
import io.homeiq.replay.Firing;
import io.homeiq.replay.PerformedCall;
import io.homeiq.replay.home.FiredEvent;
import io.homeiq.replay.value.Values;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of replay as trees for JSON. */
public final class AnswerText {

    /** Always with microseconds, as the answers of Home Assistant's own core are written. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private AnswerText() {}

    /** The answer to a case. */
    public static Map<String, @Nullable Object> of(String id, Answer answer) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        switch (answer) {
            case Answer.Replayed replayed -> {
                tree.put("firings", firings(replayed.firings()));
                tree.put("unsupported", replayed.unsupported());
            }
            case Answer.Refused refused -> tree.put("error", refused.reason());
        }
        return tree;
    }

    public static List<Map<String, @Nullable Object>> firings(List<Firing> firings) {
        return firings.stream().map(AnswerText::firing).toList();
    }

    private static Map<String, @Nullable Object> firing(Firing firing) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("time", time(firing.time()));
        tree.put("trigger", firing.trigger());
        tree.put("outcome", firing.outcome().name().toLowerCase(Locale.ROOT));
        tree.put("condition", firing.condition());
        tree.put("actions", firing.calls().stream().map(AnswerText::call).toList());
        if (!firing.events().isEmpty()) {
            tree.put("events", firing.events().stream().map(AnswerText::event).toList());
        }
        if (firing.error() != null) {
            tree.put("error", firing.error());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> call(PerformedCall call) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("time", time(call.time()));
        tree.put("action", call.action());
        tree.put("entity_id", call.entityIds());
        tree.put("data", call.data());
        return tree;
    }

    private static Map<String, @Nullable Object> event(FiredEvent event) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("time", time(event.time()));
        tree.put("event_type", event.type());
        tree.put("event_data", Values.plain(event.data()));
        return tree;
    }

    static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
