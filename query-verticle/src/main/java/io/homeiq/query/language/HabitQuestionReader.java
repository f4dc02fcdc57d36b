package io.homeiq.query.language;

import io.homeiq.query.language.HabitQuestion.Asked;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads "what habits have you found", "why do you suggest the hall light", "what do you suggest for the kitchen". */
final class HabitQuestionReader {

    private static final Set<String> HABITS = Set.of("habit", "pattern", "routine", "learned", "learnt", "noticed");
    private static final Set<String> SUGGESTIONS = Set.of(
            "suggestion",
            "suggest",
            "suggested",
            "suggesting",
            "recommend",
            "recommendation",
            "propose",
            "proposed",
            "proposal");

    /** Words of such questions that name nothing. */
    private static final Set<String> AROUND = Set.of(
            "what",
            "which",
            "why",
            "how",
            "who",
            "show",
            "list",
            "tell",
            "explain",
            "give",
            "me",
            "us",
            "have",
            "has",
            "had",
            "you",
            "your",
            "i",
            "we",
            "do",
            "does",
            "did",
            "is",
            "are",
            "was",
            "were",
            "there",
            "any",
            "all",
            "some",
            "found",
            "find",
            "see",
            "seen",
            "know",
            "known",
            "about",
            "for",
            "in",
            "of",
            "with",
            "at",
            "on",
            "off",
            "to",
            "that",
            "this",
            "it",
            "new",
            "open",
            "best",
            "good",
            "should",
            "could",
            "can",
            "would",
            "be",
            "got",
            "made",
            "make",
            "turn",
            "turning",
            "switch",
            "switching",
            "closing",
            "opening",
            "automation",
            "automate",
            "home",
            "house",
            "here",
            "so",
            "far",
            "and",
            "or",
            "my",
            "from",
            "because",
            "reason",
            "behind",
            "daily",
            "people",
            "person",
            "s",
            "yet",
            ",",
            "every",
            "each",
            "when",
            "after",
            "before");

    private final HomeNames names;

    HabitQuestionReader(HomeNames names) {
        this.names = names;
    }

    Optional<Meaning> read(List<String> words) {
        List<String> singular = WordForms.singular(words);
        boolean suggestions = singular.stream().anyMatch(SUGGESTIONS::contains);
        boolean habits = singular.stream().anyMatch(HABITS::contains);
        if (!suggestions && !habits || DeedReader.begins(words, 0)) {
            return Optional.empty();
        }
        boolean why = singular.contains("why") || singular.contains("explain") || singular.contains("reason");
        Asked asked = why ? Asked.REASONS : suggestions ? Asked.SUGGESTIONS : Asked.HABITS;
        List<String> named = singular.stream()
                .filter(word -> !HABITS.contains(word) && !SUGGESTIONS.contains(word))
                .filter(word -> !AROUND.contains(word) && !isTime(word))
                .distinct()
                .toList();
        return Optional.of(named.isEmpty() ? asks(asked, List.of()) : about(asked, named));
    }

    private static boolean isTime(String word) {
        return TimeWords.isOne(word) || Numbers.whole(word).isPresent();
    }

    /** Things with as many of the words as possible: "the hall light upon motion" speaks of two. */
    private Meaning about(Asked asked, List<String> named) {
        List<String> strange = named.stream().filter(word -> !names.knows(word)).toList();
        if (!strange.isEmpty()) {
            return Asker.nothing(String.join(" ", strange)).meaning();
        }
        long most = names.things().stream()
                .mapToLong(thing -> count(thing, named))
                .max()
                .orElse(0);
        return asks(
                asked,
                names.things().stream()
                        .filter(thing -> count(thing, named) == most)
                        .limit(Finder.MAX_THINGS)
                        .toList());
    }

    private static long count(Thing thing, List<String> named) {
        return named.stream().filter(thing.words()::contains).count();
    }

    private static Meaning asks(Asked asked, List<Thing> things) {
        return new Meaning.AskHabits(
                new HabitQuestion(asked, things.stream().map(Thing::id).toList()));
    }
}
