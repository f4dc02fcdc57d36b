package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what stands behind "when" and "if": as something that happens, or as something that must hold. */
final class OccasionReader {

    private static final Set<String> SOMEONE = Set.of("someone", "somebody", "anyone", "anybody", "we", "person");
    private static final Set<String> EVERYONE = Set.of("everyone", "everybody", "all");
    private static final Set<String> NOBODY = Set.of("nobody", "noone");
    private static final Set<String> MYSELF = Set.of("i", "me");

    /** Domains whose things go from the one state to the other without a step between, so that the one before is known. */
    private static final Set<String> AT_ONCE = Set.of(
            "light",
            "switch",
            "fan",
            "input_boolean",
            "media_player",
            "climate",
            "binary_sensor",
            "person",
            "device_tracker");

    private final Asker asker;
    private final HomeNames names;

    OccasionReader(Asker asker, HomeNames names) {
        this.asker = asker;
        this.names = names;
    }

    /** What starts a run, and what must hold besides ("and the hall light is off"). */
    void readAsTrigger(List<String> words, List<Trigger> triggers, List<Condition> conditions) {
        List<List<String>> pieces = pieces(words);
        List<String> first = new ArrayList<>(pieces.getFirst());
        Duration hold = TimeReader.takeLength(first).orElse(Duration.ZERO);
        Level level = Level.read(first).orElse(null);
        if (level != null) {
            List<EntityId> measured = ids(asker.need(level.subject(), OccasionReader::isMeasured, "measured")
                    .things());
            triggers.add(new NumericStateTrigger(measured, null, level.above(), level.below(), hold));
        } else {
            Told told = told(first);
            told.byDomain().forEach((domain, ids) -> triggers.add(trigger(told.state(), domain, ids, hold)));
            if (told.all()) {
                told.byDomain().forEach((domain, ids) -> conditions.add(so(told.state(), domain, ids, Duration.ZERO)));
            }
        }
        pieces.subList(1, pieces.size()).forEach(piece -> readAsCondition(piece, conditions));
    }

    /** What must hold. */
    void readAsCondition(List<String> words, List<Condition> conditions) {
        for (List<String> piece : pieces(words)) {
            List<String> said = new ArrayList<>(piece);
            Duration held = TimeReader.takeLength(said).orElse(Duration.ZERO);
            Level level = Level.read(said).orElse(null);
            if (level != null) {
                List<EntityId> measured = ids(asker.need(level.subject(), OccasionReader::isMeasured, "measured")
                        .things());
                conditions.add(new NumericStateCondition(measured, null, level.above(), level.below()));
                continue;
            }
            Told told = told(said);
            if (told.all()) {
                told.byDomain().forEach((domain, ids) -> conditions.add(so(told.state(), domain, ids, held)));
            } else {
                List<Condition> any = told.things().stream()
                        .map(thing -> so(told.state(), thing.domain(), List.of(thing.id()), held))
                        .toList();
                conditions.add(any.size() == 1 ? any.getFirst() : new AnyOf(any));
            }
        }
    }

    private static boolean isMeasured(Thing thing) {
        return Set.of("sensor", "number", "input_number").contains(thing.domain());
    }

    /**
     * What is so, and of which things.
     *
     * @param all whether it must be so of all of them
     */
    private record Told(State state, List<Thing> things, boolean all) {

        Map<String, List<EntityId>> byDomain() {
            Map<String, List<EntityId>> byDomain = new LinkedHashMap<>();
            things.forEach(thing -> byDomain.computeIfAbsent(thing.domain(), domain -> new ArrayList<>())
                    .add(thing.id()));
            return byDomain;
        }
    }

    private Told told(List<String> words) {
        if (words.isEmpty()) {
            throw Stop.refused("I do not understand when that is to be.");
        }
        Happening happening = Happening.read(words)
                .orElseThrow(() -> Stop.refused("I do not understand the occasion \"" + String.join(" ", words)
                        + "\"; say for example: when the front door opens."));
        State state = happening.state();
        List<String> subject = new ArrayList<>(happening.subject());
        String who = subject.isEmpty() ? "" : subject.getFirst();
        boolean noOne = subject.equals(List.of("no", "one")) || NOBODY.contains(who);
        boolean ofPeople = state == State.HOME || state == State.AWAY;
        if (!ofPeople) {
            boolean all = subject.removeAll(Set.of("all", "every", "both"));
            Found.These found = asker.need(all ? with("all", subject) : subject, state::fits, state.word());
            return new Told(state, found.things(), all);
        }
        if (noOne) {
            return new Told(state == State.HOME ? State.AWAY : State.HOME, people(), true);
        }
        if (SOMEONE.contains(who) || EVERYONE.contains(who)) {
            return new Told(state, people(), EVERYONE.contains(who));
        }
        boolean one = MYSELF.contains(who);
        return new Told(
                state,
                asker.need(one ? List.of("person") : subject, subject, state::fits, state.word())
                        .things(),
                false);
    }

    private static List<String> with(String first, List<String> rest) {
        List<String> words = new ArrayList<>(List.of(first));
        words.addAll(rest);
        return words;
    }

    private List<Thing> people() {
        List<Thing> people = names.things().stream()
                .filter(thing -> thing.domain().equals("person"))
                .toList();
        if (people.isEmpty()) {
            throw Stop.refused("This home knows no people whose coming and going could be seen.");
        }
        return people;
    }

    private static Trigger trigger(State state, String domain, List<EntityId> ids, Duration hold) {
        boolean fromOne = AT_ONCE.contains(domain) || domain.equals("cover") && state == State.OPEN;
        List<String> from =
                fromOne ? state.before().map(before -> before.in(domain)).orElse(List.of()) : List.of();
        return new StateTrigger(ids, from, state.in(domain), hold);
    }

    private static Condition so(State state, String domain, List<EntityId> ids, Duration held) {
        return new StateCondition(ids, state.in(domain), held);
    }

    private static List<EntityId> ids(List<Thing> things) {
        return things.stream().map(Thing::id).toList();
    }

    /** Cut at "and" where both sides tell something. */
    private static List<List<String>> pieces(List<String> words) {
        List<List<String>> pieces = new ArrayList<>();
        List<String> piece = new ArrayList<>();
        for (String word : words) {
            if (word.equals("and") && Happening.isTold(piece)) {
                pieces.add(List.copyOf(piece));
                piece.clear();
            } else {
                piece.add(word);
            }
        }
        pieces.add(List.copyOf(piece));
        return pieces;
    }
}
