package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.mining.safety.conflict.Conflict;
import io.homeiq.mining.safety.conflict.ConflictKind;
import io.homeiq.mining.safety.conflict.Conflicts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conflicts whose kind is known are found, and nothing is found where nothing is. */
class ConflictDetectionTest {

    private static final long[] SEEDS = {20261127L, 4711L};

    private static final int TIMES = 7;

    /** What comes along with a conflict of a kind, and is true as well. */
    private static final Map<ConflictKind, Set<ConflictKind>> COMPANIONS = Map.of(
            ConflictKind.LOOP, EnumSet.of(ConflictKind.CHAIN, ConflictKind.OPPOSITE_IN_TIME),
            ConflictKind.OPPOSITE_ON_TRIGGER, EnumSet.of(ConflictKind.RACE),
            ConflictKind.RACE, EnumSet.of(ConflictKind.DEFEATED));

    private static final HomeRegistry HOME = new HomeRegistry(
            new HomeConfig("Home", ZoneId.of("Europe/Amsterdam"), new Location(52.37, 4.9)),
            List.of(new Area("kitchen", "Kitchen", null, List.of(), Set.of())),
            List.of(),
            List.of(
                    inKitchen("light.kitchen"),
                    inKitchen("light.kitchen_counter"),
                    inKitchen("sensor.kitchen_illuminance")),
            List.of());

    private static Entity inKitchen(String id) {
        return new Entity(
                new EntityId(id), null, null, null, "kitchen", Set.of(), List.of(), false, false, null, null, null);
    }

    private static Set<ConflictKind> found(ConflictCase given) {
        return kinds(conflicts(given));
    }

    private static Set<ConflictKind> kinds(List<Conflict> conflicts) {
        Set<ConflictKind> kinds = EnumSet.noneOf(ConflictKind.class);
        conflicts.forEach(conflict -> kinds.add(conflict.kind()));
        return kinds;
    }

    private static List<Conflict> conflicts(ConflictCase given) {
        return new Conflicts(HOME).among(new ConductReader(HOME, Scripts.NONE).readAll(automations(given)));
    }

    private static List<Automation> automations(ConflictCase given) {
        List<String> broken = new ArrayList<>();
        List<Automation> automations = AutomationYaml.read(given.yaml(), any -> broken.add(any.message()));
        assertThat(broken).as(given.yaml()).isEmpty();
        return automations;
    }

    /** The same, where each automation only calls a script. */
    private static List<Conflict> conflictsOfScripts(ConflictCase given) {
        ScriptedHome scripted = ScriptedHome.of(automations(given));
        return new Conflicts(HOME).among(new ConductReader(HOME, scripted.scripts()).readAll(scripted.automations()));
    }

    @Test
    void findsWhatWasWrittenByHandToTheKind() {
        for (ConflictCase given : WrittenConflictCases.all()) {
            // When
            Set<ConflictKind> found = found(given);

            // Then
            assertThat(found).as("%s: %s", given.title(), conflicts(given)).containsAll(given.expected());
            assertThat(extra(given, found))
                    .as("%s: %s", given.title(), conflicts(given))
                    .isEmpty();
        }
    }

    @Test
    void findsEveryKindInEverySpellingWithFewFalseAlarms() {
        // Given
        Map<ConflictKind, int[]> tally = new EnumMap<>(ConflictKind.class);
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        int alarms = 0;

        // When
        for (long seed : SEEDS) {
            for (ConflictCase given : new GeneratedConflictCases(seed).each(TIMES)) {
                cases++;
                Set<ConflictKind> found = found(given);
                for (ConflictKind kind : given.expected()) {
                    int[] counts = tally.computeIfAbsent(kind, any -> new int[2]);
                    counts[0]++;
                    counts[1] += found.contains(kind) ? 1 : 0;
                    if (!found.contains(kind)) {
                        wrong.add("missed " + kind + " of " + given.title() + ":\n" + given.yaml());
                    }
                }
                Set<ConflictKind> extra = extra(given, found);
                if (!extra.isEmpty()) {
                    alarms++;
                    wrong.add("false " + extra + " of " + given.title() + ":\n" + given.yaml() + conflicts(given));
                }
            }
        }

        // Then
        StringBuilder table = new StringBuilder(
                "conflicts in " + cases + " made-up cases, seeds " + List.of(SEEDS[0], SEEDS[1]) + "\n");
        tally.forEach((kind, counts) -> table.append(String.format("%-20s %3d of %3d%n", kind, counts[1], counts[0])));
        table.append("false alarms         " + alarms);
        System.out.println(table);
        wrong.stream().limit(Integer.getInteger("homeiq.show", 0)).forEach(System.out::println);
        tally.forEach((kind, counts) -> assertThat(counts[1])
                .as("%s, first: %s", kind, wrong.stream().findFirst())
                .isEqualTo(counts[0]));
        assertThat(alarms).as("first: %s", wrong.stream().findFirst()).isLessThanOrEqualTo(cases / 20);
        assertThat(tally).containsOnlyKeys(ConflictKind.values());
    }

    @Test
    void findsTheSameWhereAllIsDoneByScripts() {
        // Given
        List<ConflictCase> cases = new ArrayList<>(WrittenConflictCases.all());
        for (long seed : SEEDS) {
            cases.addAll(new GeneratedConflictCases(seed).each(1));
        }

        // When
        List<String> other = new ArrayList<>();
        for (ConflictCase given : cases) {
            Set<ConflictKind> found = kinds(conflictsOfScripts(given));
            if (!found.equals(found(given))) {
                other.add(given.title() + ": " + found + " instead of " + found(given) + "\n" + given.yaml());
            }
        }

        // Then
        System.out.println("conflicts through scripts: " + (cases.size() - other.size()) + " of " + cases.size()
                + " cases as without, seeds " + List.of(SEEDS[0], SEEDS[1]));
        assertThat(other).isEmpty();
    }

    private static Set<ConflictKind> extra(ConflictCase given, Set<ConflictKind> found) {
        Set<ConflictKind> extra = EnumSet.noneOf(ConflictKind.class);
        extra.addAll(found);
        extra.removeAll(given.expected());
        given.expected().forEach(kind -> extra.removeAll(COMPANIONS.getOrDefault(kind, Set.of())));
        return extra;
    }
}
