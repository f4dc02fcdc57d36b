package io.homeiq.automation.wording;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which way a text says that something is switched: {@code on} is a direction only after a word such as "turn" or "is",
 * for it also stands before days.
 */
final class Switching {

    private static final Set<String> VERBS = Set.of(
            "turn",
            "turns",
            "turned",
            "turning",
            "switch",
            "switches",
            "switched",
            "switching",
            "go",
            "goes",
            "put",
            "puts",
            "is",
            "are",
            "be",
            "becomes",
            "stay",
            "stays",
            "left",
            "keep",
            "keeps",
            "come",
            "comes",
            "has",
            "have");

    /** As many words may stand between the two, as in "turn the small kitchen light off". */
    private static final int REACH = 6;

    private Switching() {}

    /** Of {@code on} and {@code off} those that are meant so. */
    static Set<String> of(List<String> words) {
        Set<String> directions = new HashSet<>();
        for (int at = 0; at < words.size(); at++) {
            if (VERBS.contains(words.get(at))) {
                words.subList(at + 1, Math.min(words.size(), at + 1 + REACH)).stream()
                        .filter(word -> word.equals("on") || word.equals("off"))
                        .findFirst()
                        .ifPresent(directions::add);
            }
        }
        return directions;
    }
}
