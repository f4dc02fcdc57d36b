package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Effect;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Occasion.Becomes;
import io.homeiq.mining.safety.conduct.Occasion.Crosses;
import io.homeiq.mining.safety.conduct.Occasion.Other;
import io.homeiq.mining.safety.conduct.Outcome;
import java.util.Locale;
import java.util.Optional;

/** Whether what one automation does is the occasion of another. */
final class Sparks {

    private Sparks() {}

    /** Whether the effect can bring the occasion about, seen from any state before. */
    static boolean lights(Effect effect, Occasion occasion) {
        return switch (occasion) {
            case Becomes becomes -> becomes.entity().equals(effect.entity()) && lights(effect.outcome(), becomes);
            case Crosses crosses -> crosses.entity().equals(effect.entity()) && lights(effect.outcome(), crosses);
            default -> false;
        };
    }

    private static boolean lights(Outcome outcome, Becomes becomes) {
        return switch (outcome) {
            case Outcome.Sets sets
            when sets.state() != null ->
                becomes.admits(sets.state())
                        && (becomes.from().isEmpty()
                                || becomes.from().stream().anyMatch(from -> !from.equals(sets.state())));
            case Outcome.Sets sets -> becomes.anyChange() || isSetting(sets, becomes.attribute());
            case Outcome.Toggles toggles ->
                becomes.attribute() == null && (becomes.admits("on") || becomes.admits("off"));
            case Outcome.Nudges nudges ->
                becomes.attribute() == null && becomes.to().isEmpty();
            case Outcome.Varies varies -> false;
        };
    }

    private static boolean isSetting(Outcome.Sets sets, @org.jspecify.annotations.Nullable String attribute) {
        return attribute != null && sets.settings().containsKey(attribute);
    }

    private static boolean lights(Outcome outcome, Crosses crosses) {
        Optional<Double> value = Optional.empty();
        if (outcome instanceof Outcome.Sets sets) {
            Object set =
                    crosses.attribute() == null ? sets.state() : sets.settings().get(crosses.attribute());
            value = number(set);
        }
        return value.filter(crosses::admits).isPresent();
    }

    private static Optional<Double> number(@org.jspecify.annotations.Nullable Object value) {
        try {
            return value == null ? Optional.empty() : Optional.of(Double.valueOf(String.valueOf(value)));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** Whether the call starts the automation without any entity between: by name, or by an event. */
    static boolean starts(Deed deed, Conduct conduct, Occasion occasion) {
        if (deed.domain().equals("automation") && deed.service().equals("trigger")) {
            return deed.targets().entities().contains(entityOf(conduct));
        }
        return deed.domain().equals("event")
                && occasion instanceof Other other
                && other.kind().equals("event")
                && deed.service().equals(String.valueOf(other.source().tree().get("event_type")));
    }

    /** The entity that Home Assistant makes for it, unless somebody renamed it. */
    static EntityId entityOf(Conduct conduct) {
        String slug = conduct.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return new EntityId("automation." + (slug.isEmpty() ? "unnamed" : slug));
    }
}
