package io.homeiq.query.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "Create an automation that turns on the light …": the wish in front is taken away, and "turns" becomes "turn". */
final class Wish {

    private static final Set<String> MAKE =
            Set.of("create", "make", "add", "build", "write", "set", "i", "want", "need");
    private static final Set<String> THING = Set.of("automation", "rule");
    private static final Set<String> LINKS = Set.of("that", "which", "to", "up", "for", "me", "new", "like", "would");

    private Wish() {}

    /** Whether an automation was wished for by that name. */
    static boolean isForGood(List<String> words) {
        return words.stream().limit(6).anyMatch(THING::contains) && MAKE.contains(words.getFirst());
    }

    static List<String> of(List<String> words) {
        if (!isForGood(words)) {
            return words;
        }
        int start = 0;
        while (start < words.size()
                && (MAKE.contains(words.get(start))
                        || THING.contains(words.get(start))
                        || LINKS.contains(words.get(start)))) {
            start++;
        }
        List<String> rest = new ArrayList<>(words.subList(start, words.size()));
        for (int i = 0; i < rest.size(); i++) {
            String base = WordForms.singular(rest.get(i));
            boolean begins = i == 0 || rest.get(i - 1).equals("and");
            if (begins && DeedReader.begins(List.of(base), 0)) {
                rest.set(i, base);
            }
        }
        return rest;
    }
}
