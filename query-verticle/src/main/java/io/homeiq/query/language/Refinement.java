package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes a sentence as its speaker wants: "at 23:00 instead", "only on weekdays", "the porch light". The result is a sentence to be understood. */
public final class Refinement {

    private static final Set<String> AROUND = Set.of(
            "make",
            "it",
            "instead",
            "only",
            "but",
            "rather",
            "change",
            "do",
            "should",
            "be",
            "happen",
            "and",
            "that",
            "time",
            "actually",
            "better",
            "i",
            "mean",
            "meant",
            "use",
            ",");

    private final Finder finder;
    private final TimeReader times;
    private final Interpreter interpreter;

    public Refinement(HomeNames names) {
        this.finder = new Finder(names);
        this.times = new TimeReader(names);
        this.interpreter = new Interpreter(names);
    }

    /** The sentence with the change worked in: a new time for the old one, new things for the old ones, or else both together. */
    public String change(String sentence, String feedback) {
        List<String> said = Sentence.of(sentence).words();
        List<String> words = Sentence.of(feedback).words();
        Timed timed = times.read(words);
        List<String> rest =
                timed.rest().stream().filter(word -> !AROUND.contains(word)).toList();
        if (rest.isEmpty() && !timed.spans().isEmpty()) {
            return retimed(said, words, timed);
        }
        if (interpreter.understand(feedback) instanceof Meaning.Automate) {
            return String.join(" ", words);
        }
        boolean isThing = finder.find(rest, thing -> true) instanceof Found.These;
        return isThing ? retargeted(said, rest) : String.join(" ", said) + " " + String.join(" ", words);
    }

    /** The sentence about these things instead of those that it was about. */
    public String about(String sentence, List<EntityId> things) {
        String ids = things.stream().map(EntityId::value).collect(Collectors.joining(" and "));
        return retargeted(Sentence.of(sentence).words(), List.of(ids.split(" ", -1)));
    }

    /** What is said of time takes the place of what was said of the same side of time: when, which days, or under which condition. */
    private String retimed(List<String> said, List<String> words, Timed change) {
        Set<Class<?>> changed = new HashSet<>();
        change.parts().forEach(part -> changed.add(side(part)));
        List<String> kept = new ArrayList<>(said);
        for (Timed.Span span : times.read(said).spans().reversed()) {
            if (span.parts().stream().allMatch(part -> changed.contains(side(part)))) {
                kept.subList(span.from(), span.to()).clear();
            }
        }
        for (Timed.Span span : change.spans()) {
            kept.addAll(words.subList(span.from(), span.to()));
        }
        return String.join(" ", kept);
    }

    private static Class<?> side(TimePart part) {
        return part instanceof TimePart.AtSun || part instanceof TimePart.InPart
                ? TimePart.AtClock.class
                : part.getClass();
    }

    private String retargeted(List<String> said, List<String> target) {
        Optional<List<String>> old = Clauses.of(times.read(said).rest()).orders().stream()
                .findFirst()
                .flatMap(DeedReader::read)
                .map(Deed::target);
        int at = old.map(words -> Collections.indexOfSubList(said, words)).orElse(-1);
        if (at < 0) {
            return String.join(" ", said);
        }
        List<String> changed = new ArrayList<>(said.subList(0, at));
        changed.addAll(target);
        changed.addAll(said.subList(at + old.orElse(List.of()).size(), said.size()));
        return String.join(" ", changed);
    }
}
