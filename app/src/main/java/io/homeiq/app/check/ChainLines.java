package io.homeiq.app.check;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conflict.Conflict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chain reactions by the entity that carries them: a home has few of these, and many automations around each. */
final class ChainLines {

    /** Names in one line. */
    private static final int MAX_NAMED = 4;

    private ChainLines() {}

    /** One line for each entity, and one for each chain without. */
    static List<String> of(List<Conflict> chains) {
        Map<String, List<Conflict>> byEntity = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (Conflict chain : chains) {
            chain.entity()
                    .map(EntityId::value)
                    .ifPresentOrElse(
                            entity -> byEntity.computeIfAbsent(entity, any -> new ArrayList<>())
                                    .add(chain),
                            () -> lines.add(chain.explanation()));
        }
        List<String> all = new ArrayList<>();
        byEntity.forEach((entity, theirs) ->
                all.add(theirs.size() == 1 ? theirs.getFirst().explanation() : line(entity, theirs)));
        all.addAll(lines);
        return all;
    }

    private static String line(String entity, List<Conflict> chains) {
        return "What "
                + names(chains.stream()
                        .map(chain -> chain.automations().getFirst())
                        .toList()) + " do to " + entity + " may start "
                + names(chains.stream()
                        .map(chain -> chain.automations().getLast())
                        .toList()) + ".";
    }

    private static String names(List<Conduct> conducts) {
        Set<String> names = conducts.stream()
                .map(conduct -> "“" + conduct.name() + "”")
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> shown = names.stream().limit(MAX_NAMED).toList();
        return String.join(", ", shown)
                + (names.size() > MAX_NAMED ? " and " + (names.size() - MAX_NAMED) + " more" : "");
    }
}
