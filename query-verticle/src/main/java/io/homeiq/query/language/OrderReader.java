package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Verbatim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns orders into calls of services. */
final class OrderReader {

    private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "without", "except", "but", "instead");
    private static final double MAX_PERCENT = 100;
    private static final double LEAST_DEGREES = 5;
    private static final double MOST_DEGREES = 35;

    private final Asker asker;

    OrderReader(Asker asker) {
        this.asker = asker;
    }

    /**
     * The steps of one order.
     *
     * @return how sure it is what was meant
     */
    double read(List<String> order, List<Action> steps) {
        if (order.stream().anyMatch(NEGATIONS::contains)) {
            throw Stop.refused("I only take orders that say what is to happen, without \"not\" or \"except\".");
        }
        List<String> words = new ArrayList<>(order);
        Optional<Duration> length = TimeReader.takeLength(words);
        Deed deed = DeedReader.read(words)
                .orElseThrow(() -> Stop.refused("I do not understand what is to be done with \""
                        + String.join(" ", words) + "\"; say for example: turn on the hall light."));
        Found.These found =
                asker.need(deed.target(), deed.verb()::fits, deed.verb().passive());
        if (deed.verb() == Verb.SET && deed.value() == null) {
            throw asker.missing("To which value?", List.of("to 20 %", "to 50 %", "to 80 %"));
        }
        steps.addAll(calls(deed.verb(), found.things(), deed.value()));
        length.ifPresent(time -> addUndoing(deed.verb(), found.things(), time, steps));
        return found.sureness();
    }

    private static void addUndoing(Verb verb, List<Thing> things, Duration length, List<Action> steps) {
        Verb opposite = verb.opposite()
                .filter(undo -> things.stream().allMatch(undo::fits))
                .orElseThrow(() -> Stop.refused("I can do for a while only what can be undone, such as turning on."));
        steps.add(new Delay(length));
        steps.addAll(calls(opposite, things, null));
    }

    private static List<CallService> calls(Verb verb, List<Thing> things, @Nullable Double value) {
        Map<List<Object>, List<EntityId>> targets = new LinkedHashMap<>();
        for (Thing thing : things) {
            String service = verb.serviceFor(thing.domain()).orElseThrow();
            List<Object> call = List.of(thing.domain(), service, data(verb, thing, value));
            targets.computeIfAbsent(call, any -> new ArrayList<>()).add(thing.id());
        }
        List<CallService> calls = new ArrayList<>();
        targets.forEach((call, ids) -> calls.add(new CallService(
                String.valueOf(call.get(0)), String.valueOf(call.get(1)), ids, (Verbatim) call.get(2))));
        return calls;
    }

    private static Verbatim data(Verb verb, Thing thing, @Nullable Double value) {
        if (value == null) {
            return Verbatim.EMPTY;
        }
        boolean takesValue = verb == Verb.SET || verb == Verb.TURN_ON || verb == Verb.OPEN;
        String name = switch (thing.domain()) {
            case "light" -> "brightness_pct";
            case "fan" -> "percentage";
            case "climate" -> "temperature";
            case "cover" -> verb == Verb.SET ? "position" : "";
            default -> "";
        };
        if (!takesValue || name.isEmpty()) {
            throw Stop.refused(thing.label() + " cannot be " + verb.passive() + " with a value.");
        }
        boolean degrees = thing.domain().equals("climate");
        double least = degrees ? LEAST_DEGREES : 0;
        double most = degrees ? MOST_DEGREES : MAX_PERCENT;
        if (value < least || value > most) {
            throw Stop.refused(
                    "The value for " + thing.label() + " must be " + shown(least) + " to " + shown(most) + ".");
        }
        return new Verbatim(Map.of(name, shown(value)));
    }

    private static Number shown(double value) {
        return value == Math.rint(value) ? (Number) Math.toIntExact((long) value) : (Number) value;
    }
}
