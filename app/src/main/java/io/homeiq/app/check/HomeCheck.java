package io.homeiq.app.check;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.HistorySources;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conflict.Conflict;
import io.homeiq.mining.safety.conflict.ConflictKind;
import io.homeiq.mining.safety.conflict.Conflicts;
import io.homeiq.mining.safety.conflict.Gravity;
import io.homeiq.mining.safety.conflict.Past;
import io.homeiq.mining.safety.conflict.Traces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the automations of one home do to each other.
 *
 * @param automations how many were looked at
 * @param conflicts the gravest kind first
 * @param leftOut what could not be read, one line each
 */
public record HomeCheck(int automations, List<Conflict> conflicts, List<String> leftOut) {

    /** Changes of states that are kept of a history, the oldest; some gigabyte at most. */
    private static final int MAX_CHANGES = 5_000_000;

    public HomeCheck {
        conflicts = List.copyOf(conflicts);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Looks at each against all others.
     *
     * @param history files that show where a conflict happened; may be none
     * @throws io.homeiq.homeassistant.source.SourceException if a file cannot be read
     */
    public static HomeCheck of(WrittenAutomations written, HomeRegistry home, List<Path> history) {
        List<Conduct> conducts = written.conducts();
        List<Conflict> found = new Conflicts(home).among(conducts);
        List<Conflict> shown = history.isEmpty()
                ? found
                : new Traces(past(history, conducts), home.config().timeZone()).shown(found, conducts);
        return new HomeCheck(conducts.size(), shown, written.leftOut());
    }

    private static Past past(List<Path> history, List<Conduct> conducts) {
        Set<EntityId> needed = Traces.needed(conducts);
        List<HomeEvent> kept = new ArrayList<>();
        for (Path file : history) {
            HistorySources.open(file).read(event -> {
                if (kept.size() < MAX_CHANGES
                        && event instanceof StateChange change
                        && needed.contains(change.entityId())) {
                    kept.add(event);
                }
            });
        }
        kept.sort(Comparator.comparing(HomeEvent::time));
        return Past.of(kept, needed);
    }

    /** The same without those that are only to be known. */
    public HomeCheck toDecide() {
        return new HomeCheck(
                automations,
                conflicts.stream()
                        .filter(conflict -> conflict.gravity() != Gravity.NOTE)
                        .toList(),
                leftOut);
    }

    /** As lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<ConflictKind, Integer> counts = new EnumMap<>(ConflictKind.class);
        conflicts.forEach(conflict -> counts.merge(conflict.kind(), 1, Integer::sum));
        lines.add(
                automations + " automations, " + conflicts.size() + (conflicts.size() == 1 ? " conflict" : " conflicts")
                        + (counts.isEmpty() ? "." : ": " + summary(counts) + "."));
        for (ConflictKind kind : counts.keySet()) {
            lines.add("");
            lines.add(title(kind));
            List<Conflict> theirs = conflicts.stream()
                    .filter(conflict -> conflict.kind() == kind)
                    .toList();
            if (kind == ConflictKind.CHAIN) {
                ChainLines.of(theirs).forEach(line -> lines.add("  - " + line));
            } else {
                theirs.forEach(conflict -> lines.addAll(lines(conflict)));
            }
        }
        return lines;
    }

    private static List<String> lines(Conflict conflict) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + (conflict.gravity() == Gravity.BLOCK ? "! " : "- ") + conflict.explanation());
        String places = String.join(
                ", ",
                conflict.automations().stream()
                        .map(Conduct::place)
                        .filter(place -> !place.isEmpty())
                        .distinct()
                        .toList());
        if (!places.isEmpty()) {
            lines.add("      in " + places);
        }
        conflict.trace().forEach(step -> lines.add("      " + step));
        return lines;
    }

    private static String summary(Map<ConflictKind, Integer> counts) {
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                        .toList());
    }

    static String word(ConflictKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String title(ConflictKind kind) {
        return switch (kind) {
            case LOOP -> "Loops";
            case OPPOSITE_ON_TRIGGER -> "Opposite actions upon the same trigger";
            case OPPOSITE_IN_TIME -> "Opposite actions in overlapping times";
            case RACE -> "Races: the same trigger, and the order matters";
            case DEFEATED -> "Conditions that cannot hold";
            case DUPLICATE -> "Duplicates";
            case SUBSUMED -> "Contained in another";
            case CHAIN -> "Chain reactions";
            case REPEATED -> "Run very often";
        };
    }

    /** As a tree for JSON. */
    public Map<String, Object> toDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("automations", automations);
        document.put("conflicts", conflicts.stream().map(HomeCheck::toDocument).toList());
        document.put("left_out", leftOut);
        return document;
    }

    private static Map<String, Object> toDocument(Conflict conflict) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", conflict.kind().name().toLowerCase(Locale.ROOT));
        document.put("gravity", conflict.gravity().name().toLowerCase(Locale.ROOT));
        document.put(
                "automations",
                conflict.automations().stream().map(HomeCheck::named).toList());
        conflict.entity().map(EntityId::value).ifPresent(entity -> document.put("entity", entity));
        document.put("explanation", conflict.explanation());
        document.put("trace", conflict.trace());
        return document;
    }

    private static Map<String, Object> named(Conduct conduct) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("id", conduct.id());
        named.put("alias", conduct.name());
        named.put("file", conduct.place());
        return named;
    }
}
