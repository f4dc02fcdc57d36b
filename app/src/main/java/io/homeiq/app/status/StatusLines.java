package io.homeiq.app.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in a few lines for people how it stands. */
public final class StatusLines {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final double PERCENT = 100.0;

    private final JsonNode status;
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    private StatusLines(JsonNode status, ZoneId zone) {
        this.status = status;
        this.zone = zone;
    }

    /**
     * The lines, top to bottom.
     *
     * @param status as {@link Questions#ask} answers
     * @param zone in which times are told
     */
    public static List<String> of(JsonNode status, ZoneId zone) {
        return new StatusLines(status, zone).write();
    }

    private List<String> write() {
        List<Map.Entry<String, JsonNode>> services =
                List.copyOf(status.path("services").properties());
        // What to do about a service is said once, below.
        services.forEach(
                service -> line(service.getKey(), service.getValue().asText().split(";", 2)[0]));
        if (services.stream().allMatch(service -> service.getValue().asText().contains("does not answer"))) {
            lines.add("");
            lines.add(
                    "Nothing runs here. ./homeiq run starts all services; ./homeiq doctor says what stands in the way.");
            return lines;
        }
        status.path("dependencies").forEach(this::dependency);
        history(status.path("history"));
        analysis(status.path("analysis"), status.path("schedule"));
        if (status.has("open_suggestions")) {
            line("suggestions", status.path("open_suggestions").asLong() + " open");
        }
        if (status.has("deployed_automations")) {
            line("automations", status.path("deployed_automations").asLong() + " in place");
        }
        words(status.path("rephrasing"));
        cache(status.path("cache"));
        return lines;
    }

    private void line(String name, String text) {
        lines.add(String.format(Locale.ROOT, "%-12s %s", name, text));
    }

    /** The database shows in the services; the history has a line of its own. */
    private void dependency(JsonNode dependency) {
        String name = dependency.path("name").asText();
        boolean down = dependency.path("status").asText().equals("DOWN");
        String text = dependency.path("message").asText()
                + (down ? " " + dependency.path("cure").asText() : "");
        switch (name) {
            case "home_assistant" -> line("home", text);
            case "bus" -> line("broker", text);
            default -> {
                if (down || name.equals("disk")) {
                    line(name, text);
                }
            }
        }
    }

    private void history(JsonNode history) {
        if (!history.has("total_events")) {
            return;
        }
        long events = history.path("total_events").asLong();
        line(
                "history",
                events == 0
                        ? "no events yet; ./homeiq import brings some, or connect Home Assistant (HA_URL)"
                        : events + " events of "
                                + history.path("unique_entities").asLong() + " entities, since "
                                + time(history.path("first_event")) + ", the last at "
                                + time(history.path("last_event")));
    }

    private void analysis(JsonNode analysis, JsonNode schedule) {
        if (!analysis.has("status")) {
            return;
        }
        StringBuilder text = new StringBuilder();
        if (analysis.path("status").asText().equals("running")) {
            text.append("running, ")
                    .append(Math.round(analysis.path("progress").asDouble() * PERCENT))
                    .append(" %, ")
                    .append(analysis.path("stage").asText())
                    .append("; ");
        }
        JsonNode last = analysis.path("last_run");
        text.append(
                last.isMissingNode()
                        ? "none has ended yet"
                        : "the last one " + last.path("status").asText() + " at " + time(last.path("finished_at"))
                                + came(last));
        if (schedule.has("next_run")) {
            text.append("; the next one at ").append(time(schedule.path("next_run")));
        }
        line("analysis", text.toString());
        JsonNode history = analysis.path("history");
        if (history.path("status").asText().equals("unreadable")) {
            line(
                    "",
                    "habits are as of " + time(history.path("since")) + ": "
                            + history.path("problem").asText());
        }
    }

    private static String came(JsonNode run) {
        JsonNode result = run.path("result");
        return result.has("patterns")
                ? " with " + result.path("patterns").asLong() + " patterns, "
                        + result.path("proven").asLong() + " proven"
                : run.has("problem") ? ": " + run.path("problem").asText() : "";
    }

    /** Nothing is said of a model where none is named. */
    private void words(JsonNode used) {
        if (used.path("enabled").asBoolean()) {
            line(
                    "words",
                    used.path("model").asText() + ": "
                            + used.path("tokens_used").asLong() + " of "
                            + used.path("tokens_budget").asLong() + " tokens used in "
                            + used.path("month").asText() + ", "
                            + used.path("taken").asLong() + " wordings taken, "
                            + used.path("discarded").asLong() + " discarded"
                            + (used.has("problem") ? "; " + used.path("problem").asText() : ""));
        }
    }

    private void cache(JsonNode cache) {
        if (!cache.has("lookups")) {
            return;
        }
        long lookups = cache.path("lookups").asLong();
        line(
                "cache",
                lookups == 0
                        ? "not asked yet"
                        : Math.round(PERCENT * cache.path("hits").asLong() / lookups) + " % of " + lookups
                                + " look-ups were known");
    }

    private String time(JsonNode time) {
        try {
            return MINUTE.format(Instant.parse(time.asText()).atZone(zone));
        } catch (DateTimeException e) {
            return "an unknown time";
        }
    }
}
