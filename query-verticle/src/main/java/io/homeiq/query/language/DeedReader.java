package io.homeiq.query.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads "turn the hall light on", "open the blinds", "set the lamp to 40 %", "kitchen lights off". */
final class DeedReader {

    private static final Set<String> SWITCHING = Set.of("turn", "switch", "put", "power", "flip");
    private static final Map<String, Verb> PARTICLES = Map.of("on", Verb.TURN_ON, "off", Verb.TURN_OFF);
    private static final Map<String, Verb> VERBS = Map.ofEntries(
            Map.entry("open", Verb.OPEN),
            Map.entry("raise", Verb.OPEN),
            Map.entry("close", Verb.CLOSE),
            Map.entry("shut", Verb.CLOSE),
            Map.entry("lower", Verb.CLOSE),
            Map.entry("lock", Verb.LOCK),
            Map.entry("unlock", Verb.UNLOCK),
            Map.entry("toggle", Verb.TOGGLE),
            Map.entry("start", Verb.START),
            Map.entry("play", Verb.START),
            Map.entry("resume", Verb.START),
            Map.entry("run", Verb.START),
            Map.entry("stop", Verb.STOP),
            Map.entry("pause", Verb.PAUSE),
            Map.entry("activate", Verb.TURN_ON),
            Map.entry("enable", Verb.TURN_ON),
            Map.entry("deactivate", Verb.TURN_OFF),
            Map.entry("disable", Verb.TURN_OFF),
            Map.entry("set", Verb.SET),
            Map.entry("dim", Verb.SET),
            Map.entry("brighten", Verb.SET),
            Map.entry("change", Verb.SET));

    private static final Set<String> UNITS = Set.of("%", "degree", "degrees", "celsius", "c");

    private DeedReader() {}

    /** Whether an order may begin with this word; "lock" and "switch" are also things. */
    static boolean begins(List<String> words, int at) {
        String word = words.get(at);
        return SWITCHING.contains(word) || VERBS.containsKey(word);
    }

    /** What is to be done; empty if the words are no order. */
    static Optional<Deed> read(List<String> clause) {
        List<String> words = new ArrayList<>(clause);
        Double value = takeValue(words);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String first = words.getFirst();
        if (SWITCHING.contains(first) || !VERBS.containsKey(first)) {
            return switching(words, SWITCHING.contains(first), value);
        }
        Verb said = VERBS.getOrDefault(first, Verb.SET);
        boolean partly = value != null && (said == Verb.OPEN || said == Verb.CLOSE);
        Verb verb = partly ? Verb.SET : said;
        return Optional.of(new Deed(verb, words.subList(1, words.size()), value));
    }

    /** "turn on X" and "turn X on"; without a verb only "X on". Both words at once are no order. */
    private static Optional<Deed> switching(List<String> words, boolean hasVerb, @Nullable Double value) {
        List<String> rest = new ArrayList<>(hasVerb ? words.subList(1, words.size()) : words);
        boolean both = rest.contains("on") && rest.contains("off");
        int at = -1;
        if (hasVerb && !rest.isEmpty() && PARTICLES.containsKey(rest.getFirst())) {
            at = 0;
        } else if (!rest.isEmpty() && PARTICLES.containsKey(rest.getLast())) {
            at = rest.size() - 1;
        } else if (hasVerb) {
            at = firstParticle(rest);
        }
        if (both || at < 0) {
            return Optional.empty();
        }
        Verb verb = PARTICLES.getOrDefault(rest.remove(at), Verb.TURN_ON);
        return Optional.of(new Deed(verb, rest, value));
    }

    private static int firstParticle(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (PARTICLES.containsKey(words.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Takes "to 40 %", "at 40 %", "to 21 degrees" or "40 %" out of the words. */
    private static @Nullable Double takeValue(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean unit = i + 1 < words.size() && UNITS.contains(words.get(i + 1));
            boolean led = i > 0
                    && (words.get(i - 1).equals("to")
                            || unit && words.get(i - 1).equals("at"));
            if (Numbers.isDecimal(words.get(i)) && (unit || led)) {
                double value = Double.parseDouble(words.get(i));
                int end = i + (unit ? 2 : 1);
                if (end < words.size() && UNITS.contains(words.get(end))) {
                    end++;
                }
                words.subList(led ? i - 1 : i, end).clear();
                return value;
            }
        }
        return null;
    }
}
