package io.homeiq.query.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a number is beyond a bound, as it was said; one of the bounds is null.
 *
 * @param subject the words for what is measured
 */
record Level(
        List<String> subject,
        @Nullable Double above,
        @Nullable Double below) {

    private static final Set<String> ABOVE = Set.of("above", "over", "exceeds", "higher", "more", "warmer", "hotter");
    private static final Set<String> BELOW = Set.of("below", "under", "lower", "less", "colder", "cooler");
    private static final Set<String> AROUND = Set.of(
            "is", "it", "than", "rises", "rise", "goes", "gets", "climbs", "falls", "drops", "fall", "degree",
            "degrees", "celsius", "%", "c", "to");

    Level {
        subject = List.copyOf(subject);
    }

    static Optional<Level> read(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean above = ABOVE.contains(words.get(i));
            int number = words.get(i + 1).equals("than") ? i + 2 : i + 1;
            boolean bound = above || BELOW.contains(words.get(i));
            if (bound && number < words.size() && Numbers.isDecimal(words.get(number))) {
                double value = Double.parseDouble(words.get(number));
                List<String> subject = new ArrayList<>(words.subList(0, i));
                subject.addAll(words.subList(number + 1, words.size()));
                subject.removeIf(AROUND::contains);
                return Optional.of(new Level(subject, above ? value : null, above ? null : value));
            }
        }
        return Optional.empty();
    }
}
