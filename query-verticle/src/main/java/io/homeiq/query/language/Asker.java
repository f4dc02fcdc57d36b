package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns words of one sentence into things, or asks back and refuses in its name. */
final class Asker {

    /** More choices nobody reads. */
    private static final int MAX_CHOICES = 12;

    private final Finder finder;
    private final List<String> sentence;

    Asker(Finder finder, List<String> sentence) {
        this.finder = finder;
        this.sentence = sentence;
    }

    /** The things that are named, which must be plain; else the reading stops. */
    Found.These need(List<String> words, Predicate<Thing> fit, String unfit) {
        return need(words, words, fit, unfit);
    }

    /**
     * As {@link #need(List, Predicate, String)}.
     *
     * @param said the words of the sentence that the others stand for
     */
    Found.These need(List<String> words, List<String> said, Predicate<Thing> fit, String unfit) {
        return switch (finder.find(words, fit)) {
            case Found.These these -> these;
            case Found.OneOf(List<Thing> things) -> throw which(said, things);
            case Found.Nothing(String strange) -> throw nothing(strange);
            case Found.Unfit(List<Thing> things) ->
                throw Stop.refused(things.getFirst().label() + " cannot be " + unfit + ".");
        };
    }

    static Stop nothing(String said) {
        return Stop.refused(
                said.isBlank()
                        ? "You did not say which thing you mean."
                        : "Nothing in this home is called \"" + said + "\".");
    }

    private Stop which(List<String> words, List<Thing> things) {
        int at = Collections.indexOfSubList(sentence, words);
        int end = at < 0 ? sentence.size() : at + words.size();
        String before = String.join(" ", sentence.subList(0, at < 0 ? end : at));
        String after = String.join(" ", sentence.subList(end, sentence.size()));
        Function<Thing, Choice> choice =
                thing -> new Choice(thing.label(), joined(before, thing.id().value(), after));
        List<Choice> choices = things.stream().limit(MAX_CHOICES).map(choice).toList();
        List<EntityId> ids = things.stream().map(Thing::id).toList();
        String question =
                "Which one do you mean: " + choices.stream().map(Choice::text).collect(Collectors.joining(", ")) + "?";
        return new Stop(new Meaning.Unclear(question, choices, before, after, ids));
    }

    /** Asks for something that comes at the end of the sentence. */
    Stop missing(String question, List<String> answers) {
        String before = String.join(" ", sentence);
        List<Choice> choices = answers.stream()
                .map(answer -> new Choice(answer, joined(before, answer, "")))
                .toList();
        return new Stop(new Meaning.Unclear(question, choices, before, "", List.of()));
    }

    static String joined(String before, String middle, String after) {
        return (before + " " + middle + " " + after).strip();
    }
}
