package io.homeiq.mining.safety;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.suggestion.SafetyTier;
import java.util.Optional;
import java.util.Set;

/** Words in the names of plugs and the like that make them more than a plug. They match whole. */
final class DangerousWords {

    /** What a switch of these kinds switches, only its name can tell. */
    private static final Set<String> COULD_BE_ANYTHING =
            Set.of("switch", "input_boolean", "fan", "cover", "remote", "humidifier", "button");

    private static final Set<String> HOT_OR_HEAVY = Set.of(
            "oven",
            "stove",
            "cooktop",
            "hob",
            "iron",
            "heater",
            "kiln",
            "pump",
            "charger",
            "boiler",
            "sauna",
            "fryer",
            "grill",
            "toaster",
            "kettle",
            "fireplace",
            "furnace",
            "garage",
            "gate",
            "lock",
            "alarm",
            "siren",
            "valve",
            "freezer",
            "fridge",
            "refrigerator",
            "welder",
            "compressor",
            "saw",
            "elevator",
            "lift");

    /** Whatever kind of entity it is. */
    private static final Set<String> MEDICAL = Set.of(
            "medical",
            "cpap",
            "oxygen",
            "ventilator",
            "dialysis",
            "insulin",
            "nebulizer",
            "pacemaker",
            "infusion",
            "respirator");

    private DangerousWords() {}

    /** The first word that speaks against switching it. */
    static Optional<Remark> in(Set<String> words, EntityId id) {
        return first(words, MEDICAL)
                .filter(word -> !isJustAFan(id, word))
                .or(() -> COULD_BE_ANYTHING.contains(id.domain()) ? first(words, HOT_OR_HEAVY) : Optional.empty())
                .map(word -> new Remark(
                        SafetyTier.NEVER, id + " seems to be a " + word + ", which is never switched by a suggestion"));
    }

    private static Optional<String> first(Set<String> words, Set<String> dangerous) {
        return dangerous.stream().filter(words::contains).sorted().findFirst();
    }

    /** What is called a ventilator helps to breathe in English; in German and Dutch it is the fan that the domain says. */
    private static boolean isJustAFan(EntityId id, String word) {
        return id.domain().equals("fan") && word.equals("ventilator");
    }
}
