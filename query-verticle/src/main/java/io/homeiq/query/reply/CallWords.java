package io.homeiq.query.reply;

import io.homeiq.contracts.rule.CallService;
import io.homeiq.query.language.HomeNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in plain words what calls would do. */
final class CallWords {

    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("turn_on", "Turn on"),
            Map.entry("turn_off", "Turn off"),
            Map.entry("toggle", "Toggle"),
            Map.entry("open_cover", "Open"),
            Map.entry("close_cover", "Close"),
            Map.entry("open_valve", "Open"),
            Map.entry("close_valve", "Close"),
            Map.entry("set_cover_position", "Move"),
            Map.entry("set_temperature", "Set"),
            Map.entry("set_percentage", "Set"),
            Map.entry("lock", "Lock"),
            Map.entry("unlock", "Unlock"),
            Map.entry("media_play", "Start playing on"),
            Map.entry("media_pause", "Pause"),
            Map.entry("media_stop", "Stop"),
            Map.entry("start", "Start"),
            Map.entry("pause", "Pause"),
            Map.entry("return_to_base", "Send home"));

    private CallWords() {}

    static String of(List<CallService> calls, HomeNames names) {
        return calls.stream().map(call -> one(call, names)).collect(Collectors.joining("; "));
    }

    private static String one(CallService call, HomeNames names) {
        String verb = VERBS.getOrDefault(call.service(), "Call " + call.domain() + "." + call.service() + " for");
        String targets = call.targets().stream().map(names::nameOf).collect(Collectors.joining(", "));
        String values = call.data().tree().values().stream()
                .map(value -> " to " + value)
                .collect(Collectors.joining());
        return verb + " " + targets + values;
    }
}
