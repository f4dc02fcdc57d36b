package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A question about how things are now, and how it is answered once the states are known. */
public final class StateQuestion {

    /** More names are not told one by one. */
    private static final int MAX_NAMES = 15;

    /** What the answer must say. */
    enum Form {
        WHETHER,
        WHICH,
        VALUE
    }

    private final Form form;
    private final List<Thing> things;
    private final @Nullable State state;
    private final boolean cut;

    /**
     * @param state that was asked about; null if any may be told
     */
    StateQuestion(Form form, List<Thing> things, @Nullable State state) {
        this.form = form;
        this.cut = things.size() > Finder.MAX_THINGS;
        this.things = List.copyOf(cut ? things.subList(0, Finder.MAX_THINGS) : things);
        this.state = state;
    }

    /** Whose states are needed; at most 200. */
    public List<EntityId> entities() {
        return things.stream().map(Thing::id).toList();
    }

    /**
     * The answer in plain words.
     *
     * @param states as Home Assistant names them; of what is not in it, nothing is known
     */
    public String answer(Map<EntityId, String> states) {
        List<Thing> unknown = things.stream()
                .filter(thing -> State.isUnknown(states.getOrDefault(thing.id(), "unknown")))
                .toList();
        List<Thing> known = new ArrayList<>(things);
        known.removeAll(unknown);
        String answer = known.isEmpty() ? "" : told(known, states);
        String rest = unknown.isEmpty() ? "" : "I do not know the state of " + names(unknown) + ".";
        String limit = cut ? "Only the first " + Finder.MAX_THINGS + " things were looked at." : "";
        return List.of(answer, rest, limit).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String told(List<Thing> known, Map<EntityId, String> states) {
        if (state == null || form == Form.VALUE) {
            return known.stream()
                    .limit(MAX_NAMES)
                    .map(thing -> thing.label() + " is " + shown(thing, states) + ".")
                    .collect(Collectors.joining(" "));
        }
        State asked = state;
        List<Thing> such = known.stream()
                .filter(thing -> asked.holds(thing.domain(), states.getOrDefault(thing.id(), "")))
                .toList();
        if (form == Form.WHETHER && things.size() == 1) {
            Thing thing = known.getFirst();
            return such.isEmpty()
                    ? "No, " + thing.label() + " is " + shown(thing, states) + "."
                    : "Yes, " + thing.label() + " is " + asked.word() + ".";
        }
        if (such.isEmpty()) {
            return (form == Form.WHETHER ? "No, none" : "None") + " of " + known.size() + " is " + asked.word() + ".";
        }
        String yes = form == Form.WHICH ? "" : such.size() == known.size() ? "Yes, all: " : "Some: ";
        return yes + such.size() + " of " + known.size() + (such.size() == 1 ? " is " : " are ") + asked.word() + ": "
                + names(such) + ".";
    }

    private static String shown(Thing thing, Map<EntityId, String> states) {
        String state = states.getOrDefault(thing.id(), "unknown");
        for (State named : State.values()) {
            if (named.fits(thing) && named.holds(thing.domain(), state)) {
                return named.in(thing.domain()).getFirst().equals(state) ? named.word() : state.replace('_', ' ');
            }
        }
        return state.replace('_', ' ') + (thing.unit().isEmpty() ? "" : " " + thing.unit());
    }

    private static String names(List<Thing> things) {
        String names = things.stream().limit(MAX_NAMES).map(Thing::label).collect(Collectors.joining(", "));
        return things.size() > MAX_NAMES ? names + " and " + (things.size() - MAX_NAMES) + " more" : names;
    }
}
