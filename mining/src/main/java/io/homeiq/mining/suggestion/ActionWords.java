package io.homeiq.mining.suggestion;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.OpaqueAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says what a rule does, in its order; what is done alike to several things is said once. */
final class ActionWords {

    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("turn_on", "turn on %s"),
            Map.entry("turn_off", "turn off %s"),
            Map.entry("open_cover", "open %s"),
            Map.entry("close_cover", "close %s"),
            Map.entry("media_play", "start playing on %s"),
            Map.entry("media_pause", "pause %s"),
            Map.entry("start", "start %s"),
            Map.entry("return_to_base", "send %s back to its base"),
            Map.entry("lock", "lock %s"),
            Map.entry("unlock", "unlock %s"));

    private final EntityNames names;

    ActionWords(EntityNames names) {
        this.names = names;
    }

    /** The waits at the very beginning, which belong to the occasion. */
    static Duration leadingWait(List<Action> actions) {
        return actions.stream()
                .takeWhile(Delay.class::isInstance)
                .map(delay -> ((Delay) delay).duration())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** All that follows them, as the beginning of a sentence. */
    String of(List<Action> actions) {
        List<String> parts = new ArrayList<>();
        Duration wait = Duration.ZERO;
        List<Action> rest = actions.stream().dropWhile(Delay.class::isInstance).toList();
        for (int i = 0; i < rest.size(); i++) {
            if (rest.get(i) instanceof Delay delay) {
                wait = wait.plus(delay.duration());
            } else {
                int alike = alikeFrom(rest, i);
                parts.add((wait.isZero() ? "" : "after " + RuleWords.duration(wait) + " ")
                        + action(rest.subList(i, i + alike)));
                wait = Duration.ZERO;
                i += alike - 1;
            }
        }
        String sentence = String.join(", then ", parts);
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** How many calls in a row ask for the same. */
    private static int alikeFrom(List<Action> actions, int from) {
        int until = from + 1;
        while (until < actions.size()
                && actions.get(from) instanceof CallService one
                && actions.get(until) instanceof CallService next
                && one.service().equals(next.service())
                && one.data().equals(next.data())) {
            until++;
        }
        return until - from;
    }

    private String action(List<Action> alike) {
        return switch (alike.getFirst()) {
            case CallService call ->
                call(
                        call,
                        alike.stream()
                                .flatMap(same -> ((CallService) same).targets().stream())
                                .toList());
            case Delay delay -> "wait " + RuleWords.duration(delay.duration());
            case OpaqueAction ignored -> "do something that cannot be told in words";
        };
    }

    private String call(CallService call, List<EntityId> targets) {
        if (call.domain().equals("persistent_notification")) {
            return "tell you";
        }
        String verb = VERBS.getOrDefault(call.service(), "do " + call.domain() + "." + call.service() + " with %s");
        Object brightness = call.data().tree().get("brightness_pct");
        String options = brightness != null
                ? " at " + brightness + " %"
                : call.data().tree().values().stream()
                        .filter(Objects::nonNull)
                        .map(value -> " to " + value)
                        .collect(Collectors.joining());
        return String.format(Locale.ROOT, verb, list(targets)) + options;
    }

    /** "a", "a and b", "a, b and c". */
    private String list(List<EntityId> targets) {
        List<String> said = targets.stream().map(names::of).toList();
        int last = said.size() - 1;
        return last < 1 ? String.join("", said) : String.join(", ", said.subList(0, last)) + " and " + said.get(last);
    }
}
