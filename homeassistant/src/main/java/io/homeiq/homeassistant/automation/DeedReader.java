package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Guard;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Targets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through the actions of an automation, into every branch, to all calls of services. */
final class DeedReader {

    /** Deeper is no automation that a person wrote. */
    private static final int MAX_DEPTH = 60;

    /** Calls by which a script begins, and those by which none does. */
    private static final Set<String> STARTED = Set.of("turn_on", "toggle");

    private static final Set<String> NOT_STARTED = Set.of("turn_off", "reload");

    private static final Set<String> TARGET_KEYS = Set.of("entity_id", "area_id", "floor_id", "device_id", "label_id");

    private final TargetReader targets;
    private final Scripts scripts;
    private final OccasionNames names;
    private final List<Deed> deeds = new ArrayList<>();
    private final Map<String, String> variables;
    private final Set<String> followed = new HashSet<>();
    private int step;

    /** @param variables that templates may use */
    DeedReader(TargetReader targets, Scripts scripts, List<Occasion> occasions, Map<String, String> variables) {
        this.targets = targets;
        this.scripts = scripts;
        this.names = new OccasionNames(occasions);
        this.variables = new LinkedHashMap<>(variables);
    }

    /**
     * All calls, in the order written.
     *
     * @param conditions of the automation as a whole: they may let only some occasions through
     */
    List<Deed> read(List<Condition> conditions, List<Map<String, @Nullable Object>> actions) {
        walk(actions, Way.BEGINNING.upon(names.let(Set.of(), conditions)), 0);
        return deeds;
    }

    /** One action after the other; what a condition or a delay changes holds for the rest of them. */
    private Way walk(@Nullable Object actions, Way way, int depth) {
        Way now = way;
        for (Object action : Values.list(actions)) {
            if (action instanceof Map<?, ?> map && depth < MAX_DEPTH && !Boolean.FALSE.equals(map.get("enabled"))) {
                step++;
                now = one(AutomationTree.keyedByText(map), now, depth);
            }
        }
        return now;
    }

    private Way one(Map<String, @Nullable Object> action, Way way, int depth) {
        if (action.containsKey("delay")) {
            return DurationTree.readPositive(action.get("delay"))
                    .map(way::later)
                    .orElse(way);
        }
        if (action.containsKey("wait_template") || action.containsKey("wait_for_trigger")) {
            return way.perhaps();
        }
        variables.putAll(TemplateTerms.variables(action.get("variables")));
        if (isCall(action)) {
            Deed called = call(action, way);
            deeds.add(called);
            follow(called, way, depth);
        } else if (action.containsKey("scene")) {
            deeds.add(deed("scene", "turn_on", List.of(Map.of("entity_id", text(action.get("scene")))), Map.of(), way));
        } else if (action.containsKey("event")) {
            deeds.add(deed("event", text(action.get("event")), List.of(), Map.of(), way));
        } else if (action.containsKey("device_id") && action.containsKey("type")) {
            deeds.add(device(action, way));
        } else if (isCondition(action)) {
            return way.under(names, GuardReader.readTrees(action, variables), step);
        } else {
            return branches(action, way, depth);
        }
        return way;
    }

    private boolean isFollowed(String domain, String service, Targets acted) {
        return isStart(domain, service)
                && !acted.open()
                && !acted.all()
                && !acted.entities().isEmpty()
                && acted.entities().stream()
                        .allMatch(target -> target.domain().equals("script")
                                && scripts.sequence(target.objectId()).isPresent());
    }

    /** Whether the call may start a script. */
    private static boolean isStart(String domain, String service) {
        return domain.equals("script") && !NOT_STARTED.contains(service)
                || domain.equals("homeassistant") && STARTED.contains(service);
    }

    /** What a script does is done by whoever calls it; its conditions stop nothing but the script. */
    private void follow(Deed called, Way way, int depth) {
        if (!isStart(called.domain(), called.service())) {
            return;
        }
        for (EntityId target : called.targets().entities()) {
            String name = target.objectId();
            if (target.domain().equals("script") && followed.add(name)) {
                scripts.sequence(name).ifPresent(steps -> walk(steps, way, depth + 1));
                followed.remove(name);
            }
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static boolean isCall(Map<String, @Nullable Object> action) {
        return action.containsKey("action") || action.containsKey("service") || action.containsKey("service_template");
    }

    private static boolean isCondition(Map<String, @Nullable Object> action) {
        return action.containsKey("condition")
                || action.containsKey("and")
                || action.containsKey("or")
                || action.containsKey("not");
    }

    private Way branches(Map<String, @Nullable Object> action, Way way, int depth) {
        if (action.containsKey("choose")) {
            choose(action, way, depth);
        } else if (action.containsKey("if")) {
            List<Condition> asked = GuardReader.readTrees(action.get("if"), variables);
            walk(action.get("then"), way.under(names, asked, step), depth + 1);
            walk(action.get("else"), way.unless(names, asked, step), depth + 1);
        } else if (action.get("repeat") instanceof Map<?, ?> repeat) {
            Way inside = repeat.containsKey("count") ? way : way.perhaps();
            walk(repeat.get("sequence"), inside, depth + 1);
        } else if (action.containsKey("parallel")) {
            Values.list(action.get("parallel")).forEach(each -> walk(each, way, depth + 1));
        } else if (action.containsKey("sequence")) {
            return walk(action.get("sequence"), way, depth + 1);
        }
        return way;
    }

    private void choose(Map<String, @Nullable Object> action, Way way, int depth) {
        Way rest = way;
        for (Object option : Values.list(action.get("choose"))) {
            if (option instanceof Map<?, ?> map) {
                Object written = map.containsKey("conditions") ? map.get("conditions") : map.get("condition");
                List<Condition> asked = GuardReader.readTrees(written, variables);
                walk(map.get("sequence"), rest.under(names, asked, step), depth + 1);
                rest = rest.unless(names, asked, step);
            }
        }
        walk(action.get("default"), rest, depth + 1);
    }

    private Deed call(Map<String, @Nullable Object> action, Way way) {
        Object name = action.containsKey("action") ? action.get("action") : action.get("service");
        String service =
                text(name == null ? action.get("service_template") : name).toLowerCase(Locale.ROOT);
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        List<Map<?, ?>> places = new ArrayList<>();
        for (String key : List.of("data", "data_template")) {
            if (action.get(key) instanceof Map<?, ?> map) {
                places.add(map);
                data.putAll(AutomationTree.keyedByText(map));
            }
        }
        places.add(action);
        boolean isOpen = Values.isDynamic(action.get("target")) && !(action.get("target") instanceof Map<?, ?>);
        if (action.get("target") instanceof Map<?, ?> target) {
            places.add(target);
        } else if (isOpen) {
            places.add(Map.of("entity_id", text(action.get("target"))));
        }
        TARGET_KEYS.forEach(data::remove);
        if (!EntityId.isValid(service)) {
            return deed("", "", places, data, way);
        }
        EntityId split = new EntityId(service);
        return deed(split.domain(), split.objectId(), places, data, way);
    }

    private Deed device(Map<String, @Nullable Object> action, Way way) {
        String domain = text(action.get("domain"));
        String entity = text(action.get("entity_id"));
        List<Map<?, ?>> places = EntityId.isValid(entity)
                ? List.of(Map.of("entity_id", entity))
                : List.of(Map.of("device_id", text(action.get("device_id"))));
        String type = text(action.get("type"));
        return deed(domain, domain.isEmpty() ? "" : type, places, Map.of(), way);
    }

    private Deed deed(String domain, String service, List<? extends Map<?, ?>> places, Map<String, ?> data, Way way) {
        Targets acted = targets.read(places);
        boolean isOwn = acted.equals(Targets.NONE) && (domain.equals("script") || domain.equals("scene"));
        if (isOwn && EntityId.isValid(domain + "." + service) && !service.equals("turn_on")) {
            acted = new Targets(Set.of(new EntityId(domain + "." + service)), Set.of(), false, false);
        }
        Map<String, @Nullable Object> options = new LinkedHashMap<>(data);
        return new Deed(
                domain,
                service,
                acted,
                new Verbatim(options),
                way.guards(),
                way.occasions(),
                way.after(),
                way.isSure(),
                isFollowed(domain, service, acted),
                step);
    }

    /** What has been passed on the way to a step. */
    record Way(List<Guard> guards, Set<Integer> occasions, Duration after, boolean isSure) {

        static final Way BEGINNING = new Way(List.of(), Set.of(), Duration.ZERO, true);

        Way later(Duration delay) {
            return new Way(guards, occasions, after.plus(delay), isSure);
        }

        Way perhaps() {
            return new Way(guards, occasions, after, false);
        }

        Way upon(Set<Integer> narrowed) {
            return new Way(guards, narrowed, after, isSure);
        }

        Way under(OccasionNames names, List<Condition> asked, int step) {
            Set<Integer> left = names.let(occasions, asked);
            List<Guard> more = new ArrayList<>(guards);
            names.beyond(left, asked).forEach(condition -> more.add(new Guard(condition, step)));
            return new Way(more, left, after, isSure);
        }

        /** Where these conditions did not all hold. */
        Way unless(OccasionNames names, List<Condition> asked, int step) {
            if (names.beyond(occasions, asked).isEmpty()) {
                return upon(names.without(occasions, names.let(Set.of(), asked)));
            }
            List<Guard> more = new ArrayList<>(guards);
            if (names.let(Set.of(), asked).isEmpty()) {
                more.add(new Guard(new NoneOf(List.of(new AllOf(asked))), step));
            }
            return new Way(more, occasions, after, isSure);
        }
    }
}
