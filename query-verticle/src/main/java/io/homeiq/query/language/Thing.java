package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import java.util.List;
import java.util.Set;

/**
 * Something in the home that can be spoken of.
 *
 * @param name as people see it
 * @param area name of its area; empty if it has none
 * @param deviceClass as Home Assistant has it; empty if it tells none
 * @param unit of its measurement; empty if it has none
 * @param names each as words, unchanged
 * @param words every single word that may tell it apart, in the singular
 */
record Thing(
        EntityId id,
        String name,
        String area,
        String deviceClass,
        String unit,
        Set<Kind> kinds,
        Set<List<String>> names,
        Set<String> words) {

    Thing {
        kinds = Set.copyOf(kinds);
        names = Set.copyOf(names);
        words = Set.copyOf(words);
    }

    String domain() {
        return id.domain();
    }

    boolean isCalled(List<String> said) {
        return names.contains(said);
    }

    boolean isCalledInTheSingular(List<String> said) {
        return names.stream().map(WordForms::singular).anyMatch(said::equals);
    }

    /** Its name, with the area where the name alone does not tell it. */
    String label() {
        boolean told = area.isEmpty()
                || Sentence.of(name).words().containsAll(Sentence.of(area).words());
        return told ? name : name + " (" + area + ")";
    }
}
