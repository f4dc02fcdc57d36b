package io.homeiq.automation.wording;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that make a sentence another rule: directions, days, parts of the day, conditions, and the usual things and rooms
 * of a home. Each is told by its plain form, so "opened" counts as "open".
 */
final class DecisiveWords {

    private static final Map<String, String> DIRECTIONS = forms(
            "open opens opened opening",
            "close closes closed closing",
            "lock locks locked locking",
            "unlock unlocks unlocked unlocking",
            "start starts started starting",
            "stop stops stopped stopping",
            "raise raises raised raising",
            "lower lowers lowered lowering",
            "dim dims dimmed dimming",
            "brighten brightens brightened",
            "pause pauses paused pausing",
            "arm arms armed",
            "disarm disarms disarmed",
            "toggle toggles toggled",
            "increase increases increased",
            "decrease decreases decreased");

    private static final Map<String, String> OTHERS = forms(
            // When, and when not.
            "not never don doesn won isn without unless except",
            "only",
            "always",
            "before",
            "after",
            "until",
            "above over exceeds",
            "below under",
            "every each",
            "daily",
            "weekday weekdays workday workdays",
            "weekend weekends",
            "monday mondays",
            "tuesday tuesdays",
            "wednesday wednesdays",
            "thursday thursdays",
            "friday fridays",
            "saturday saturdays",
            "sunday sundays",
            "sunset sundown dusk",
            "sunrise dawn",
            "morning mornings",
            "noon midday",
            "afternoon afternoons",
            "evening evenings",
            "night nights nighttime",
            "midnight",
            "dark darkness",
            "daylight",
            "summer",
            "winter",
            "holiday holidays vacation",
            "leaves leave leaving left away",
            "arrives arrive arriving comes come coming home",
            "sleep sleeps asleep bedtime bed",
            "wake wakes waking",
            // How much it is sure of.
            "automatically",
            "guaranteed guarantee",
            "safe safely safety",
            "save saves saving savings",
            "energy",
            "money",
            // Things.
            "light lights lamp lamps lighting",
            "fan fans",
            "heater heaters heating heat radiator",
            "thermostat",
            "blind blinds shutter shutters curtain curtains shade shades",
            "garage",
            "gate gates",
            "door doors",
            "window windows",
            "alarm alarms siren",
            "camera cameras",
            "tv television",
            "music radio speaker speakers",
            "coffee kettle",
            "oven stove",
            "washer washing dryer dishwasher",
            "vacuum",
            "valve water",
            "plug socket outlet",
            "motion",
            "temperature warm cold hot",
            "humidity damp",
            "power",
            "phone",
            "car",
            // Rooms.
            "kitchen",
            "bathroom bath",
            "bedroom",
            "hall hallway corridor",
            "living lounge",
            "office study",
            "garden yard",
            "basement cellar",
            "attic",
            "porch",
            "balcony terrace",
            "nursery",
            "pantry",
            "laundry",
            "driveway",
            "dining");

    private DecisiveWords() {}

    /** Those among these, in their plain form. */
    static Set<String> of(Collection<String> words) {
        Set<String> found = directions(words);
        words.stream().filter(OTHERS::containsKey).map(OTHERS::get).forEach(found::add);
        return found;
    }

    /** Those that say what is done, save on and off. */
    static Set<String> directions(Collection<String> words) {
        Set<String> found = new HashSet<>();
        words.stream().filter(DIRECTIONS::containsKey).map(DIRECTIONS::get).forEach(found::add);
        return found;
    }

    /** @param families the forms of one word, by blanks, the plain one first */
    private static Map<String, String> forms(String... families) {
        Map<String, String> plain = new HashMap<>();
        for (String family : families) {
            List<String> forms = List.of(family.split(" ", -1));
            forms.forEach(form -> plain.put(form, forms.getFirst()));
        }
        return Map.copyOf(plain);
    }
}
