package io.homeiq.query.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * That something becomes or is so, as it was said.
 *
 * @param subject the words for what it is about
 * @param becomes whether it was said as something that happens ("opens"), not as something that is ("is open")
 */
record Happening(State state, List<String> subject, boolean becomes) {

    private static final Set<String> IS = Set.of("is", "are", "being", "stays", "remains", "still");
    private static final Set<String> BECOMES = Set.of(
            "turns",
            "turn",
            "switches",
            "switch",
            "goes",
            "go",
            "comes",
            "come",
            "gets",
            "get",
            "becomes",
            "starts",
            "start",
            "turned",
            "switched",
            "arrives",
            "arrive",
            "returns",
            "return",
            "back",
            "has",
            "have",
            "was");
    private static final Map<String, State> VERBS = Map.ofEntries(
            Map.entry("opens", State.OPEN),
            Map.entry("open", State.OPEN),
            Map.entry("opened", State.OPEN),
            Map.entry("closes", State.CLOSED),
            Map.entry("close", State.CLOSED),
            Map.entry("shuts", State.CLOSED),
            Map.entry("locks", State.LOCKED),
            Map.entry("unlocks", State.UNLOCKED),
            Map.entry("arrives", State.HOME),
            Map.entry("arrive", State.HOME),
            Map.entry("returns", State.HOME),
            Map.entry("leaves", State.AWAY),
            Map.entry("leave", State.AWAY));
    private static final Set<String> MOTION = Set.of("motion", "movement", "moves", "walks");
    private static final Set<String> AROUND_MOTION = Set.of(
            "motion",
            "movement",
            "moves",
            "walks",
            "is",
            "are",
            "detected",
            "detects",
            "sensed",
            "seen",
            "there",
            "no",
            "not",
            "any",
            "has",
            "stops",
            "somebody",
            "someone",
            "into",
            "through",
            "triggered",
            "more");

    Happening {
        subject = List.copyOf(subject);
    }

    /** Whether the words hold a whole happening already. */
    static boolean isTold(List<String> words) {
        return read(words).isPresent() || Level.read(words).isPresent();
    }

    static Optional<Happening> read(List<String> words) {
        return linked(words).or(() -> byVerb(words)).or(() -> motion(words));
    }

    /** "X is on", "X turns on", "X is not home"; "X is turned on" is said of a moment. */
    private static Optional<Happening> linked(List<String> words) {
        for (int i = words.size() - 1; i > 0; i--) {
            Optional<State> named = State.named(words.get(i));
            int start = i;
            boolean negated = false;
            boolean becomes = false;
            while (named.isPresent() && start > 0 && isLink(words.get(start - 1))) {
                start--;
                negated |= words.get(start).equals("not");
                becomes |= BECOMES.contains(words.get(start));
            }
            if (named.isPresent() && start < i && start > 0) {
                Optional<State> state = negated ? opposite(named.get()) : named;
                List<String> subject = without(words, start, i + 1);
                boolean moment = becomes;
                return state.map(found -> new Happening(found, subject, moment));
            }
        }
        return Optional.empty();
    }

    private static boolean isLink(String word) {
        return IS.contains(word) || BECOMES.contains(word) || word.equals("not");
    }

    private static Optional<State> opposite(State state) {
        return switch (state) {
            case HOME -> Optional.of(State.AWAY);
            case LOCKED -> Optional.of(State.UNLOCKED);
            case UNLOCKED -> Optional.of(State.LOCKED);
            default -> state.before();
        };
    }

    private static Optional<Happening> byVerb(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            State state = VERBS.get(words.get(i));
            if (state != null) {
                boolean home = i + 1 < words.size()
                        && (words.get(i + 1).equals("home") || words.get(i + 1).equals("house"));
                return Optional.of(new Happening(state, without(words, i, i + (home ? 2 : 1)), true));
            }
        }
        return Optional.empty();
    }

    private static Optional<Happening> motion(List<String> words) {
        if (words.stream().noneMatch(MOTION::contains)) {
            return Optional.empty();
        }
        boolean still = words.contains("no") || words.contains("not") || words.contains("stops");
        List<String> subject = new ArrayList<>(List.of("motion"));
        words.stream().filter(word -> !AROUND_MOTION.contains(word)).forEach(subject::add);
        return Optional.of(new Happening(still ? State.STILL : State.MOTION, subject, true));
    }

    private static List<String> without(List<String> words, int from, int to) {
        List<String> rest = new ArrayList<>(words.subList(0, from));
        rest.addAll(words.subList(to, words.size()));
        return rest;
    }
}
