package io.homeiq.app.replay;

import io.homeiq.homeassistant.cases.ReplayText;
import io.homeiq.replay.Firing;
import io.homeiq.replay.Outcome;
import io.homeiq.replay.PerformedCall;
import io.homeiq.replay.history.Comparison;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The result of a replay as lines to read. */
public final class FiringTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ReplayText text;
    private final ZoneId zone;

    public FiringTable(ReplayText text, ZoneId zone) {
        this.text = text;
        this.zone = zone;
    }

    /**
     * The whole result.
     *
     * @param most how many firings are shown, the latest ones
     */
    public List<String> lines(int most) {
        List<Firing> firings = text.answer().firings();
        Comparison comparison = text.comparison();
        List<String> lines = new ArrayList<>();
        lines.add("From " + time(text.start()) + " to " + time(text.end()) + " (" + zone.getId() + ")");
        int first = Math.max(0, firings.size() - most);
        if (first > 0) {
            lines.add("  … " + first + " earlier ones; --json has them all");
        }
        if (first < firings.size()) {
            lines.add(row("time", "trigger", "outcome", "people", "actions"));
        }
        for (int i = first; i < firings.size(); i++) {
            lines.add(row(firings.get(i), comparison.judgements().get(i).name().toLowerCase(Locale.ROOT)));
        }
        lines.add(firings.size() + " times triggered; " + ran(firings) + " ran; " + comparison.agreed()
                + " times as people did around that time, " + comparison.unwanted() + " times alone; people did it "
                + comparison.missed().size() + " times without it");
        text.unsupported().forEach(name -> lines.add("Not replayed: " + name));
        return lines;
    }

    private static long ran(List<Firing> firings) {
        return firings.stream()
                .filter(firing -> firing.outcome() == Outcome.RAN)
                .count();
    }

    private String row(Firing firing, String people) {
        String trigger = firing.trigger() == null ? "-" : String.valueOf(firing.trigger());
        String condition = firing.condition() == null ? "" : " " + firing.condition();
        String outcome = firing.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + condition;
        String actions = firing.calls().stream().map(this::call).collect(Collectors.joining("; "));
        String error = firing.error() == null ? "" : " [" + firing.error() + "]";
        return row(time(firing.time()), trigger, outcome, people, actions + error);
    }

    private String call(PerformedCall call) {
        return call.action() + (call.entityIds().isEmpty() ? "" : " " + String.join(", ", call.entityIds()));
    }

    private static String row(String time, String trigger, String outcome, String people, String actions) {
        return String.format(Locale.ROOT, "  %-19s  %7s  %-18s  %-8s  %s", time, trigger, outcome, people, actions)
                .stripTrailing();
    }

    private String time(@Nullable Instant instant) {
        return instant == null ? "-" : TIME.format(instant.atZone(zone));
    }
}
