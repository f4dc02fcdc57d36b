package io.homeiq.homeassistant.cases;

import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.replay.Answer;
import io.homeiq.replay.history.Act;
import io.homeiq.replay.history.Comparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an automation would have done over a history, as a tree for JSON.
 *
 * @param automation as it stands in Home Assistant's files
 * @param start time of the first event; null if there was none
 * @param end time of the last event; null if there was none
 * @param people what people did with the same entities
 * @param alsoUnsupported what the caller knows to be missing, beside what the replay met
 */
public record ReplayText(
        Verbatim automation,
        @Nullable Instant start,
        @Nullable Instant end,
        Answer.Replayed answer,
        Comparison comparison,
        List<Act> people,
        List<String> alsoUnsupported) {

    public ReplayText {
        people = List.copyOf(people);
        alsoUnsupported = List.copyOf(alsoUnsupported);
    }

    public Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("automation", automation.tree().get("id") instanceof String id ? id : automation.tree());
        tree.put("period", period());
        tree.put("firings", AnswerText.firings(answer.firings()));
        tree.put("people", people.stream().map(ReplayText::act).toList());
        tree.put("summary", summary());
        tree.put("unsupported", unsupported());
        return tree;
    }

    /** All that was not replayed, in plain words. */
    public List<String> unsupported() {
        List<String> all = new ArrayList<>(answer.unsupported());
        all.addAll(alsoUnsupported);
        return all;
    }

    private Map<String, @Nullable Object> period() {
        Map<String, @Nullable Object> period = new LinkedHashMap<>();
        period.put("start", start == null ? null : AnswerText.time(start));
        period.put("end", end == null ? null : AnswerText.time(end));
        return period;
    }

    private static Map<String, @Nullable Object> act(Act act) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("time", AnswerText.time(act.time()));
        tree.put("entity_id", act.entityId());
        tree.put("state", act.state());
        return tree;
    }

    private Map<String, @Nullable Object> summary() {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("fired", comparison.fired());
        summary.put("agreed", comparison.agreed());
        summary.put("unwanted", comparison.unwanted());
        summary.put("missed", comparison.missed().size());
        return summary;
    }
}
