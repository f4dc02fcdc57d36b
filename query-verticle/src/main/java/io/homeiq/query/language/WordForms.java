package io.homeiq.query.language;

import java.util.List;
import java.util.Map;

/** One and many. Names and sentences go through the same forms, so that both meet even where the form is no English word. */
final class WordForms {

    private static final Map<String, String> IRREGULAR = Map.of("tvs", "tv", "people", "person", "shelves", "shelf");

    /** A shorter word that ends in "s" is not in the plural. */
    private static final int SHORTEST_PLURAL = 4;

    private WordForms() {}

    static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.length() < SHORTEST_PLURAL || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > SHORTEST_PLURAL) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean hissing =
                word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses") || word.endsWith("xes");
        return word.substring(0, word.length() - (hissing ? 2 : 1));
    }

    static List<String> singular(List<String> words) {
        return words.stream().map(WordForms::singular).toList();
    }

    static boolean isPlural(String word) {
        return !singular(word).equals(word);
    }
}
