package io.homeiq.app.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A suggestion of the automation service as people read it in a terminal. */
public final class SuggestionLines {

    private SuggestionLines() {}

    /** Title with state and id, then the evidence, then why it stands where it stands. */
    public static List<String> of(JsonNode suggestion) {
        List<String> lines = new ArrayList<>(evidence(suggestion));
        List<String> reasons = new ArrayList<>();
        suggestion.path("rank_reasons").forEach(reason -> reasons.add(reason.asText()));
        if (!reasons.isEmpty()) {
            lines.add("    why here: " + String.join("; ", reasons));
        }
        return List.copyOf(lines);
    }

    private static List<String> evidence(JsonNode suggestion) {
        JsonNode evidence = suggestion.path("evidence");
        return List.of(
                suggestion.path("title").asText(),
                String.format(
                        Locale.ROOT,
                        "    %s  %s, confidence %.2f",
                        suggestion.path("id").asText(),
                        suggestion.path("status").asText(),
                        suggestion.path("confidence").asDouble()),
                String.format(
                        Locale.ROOT,
                        "    would have fired %d times: %d agreed, %d unwanted, %d missed; agreement %.0f %% (%.0f to %.0f %%)",
                        evidence.path("fired").asInt(),
                        evidence.path("agreed").asInt(),
                        evidence.path("unwanted").asInt(),
                        evidence.path("missed").asInt(),
                        evidence.path("agreement").asDouble() * 100,
                        evidence.path("agreement_low").asDouble() * 100,
                        evidence.path("agreement_high").asDouble() * 100));
    }
}
