package io.homeiq.query.language;

import io.homeiq.query.language.StateQuestion.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads "what is on in the kitchen", "is the porch light on", "how many windows are open", "what is the temperature upstairs". */
final class StateQuestionReader {

    private static final Set<String> ASKING =
            Set.of("is", "are", "what", "which", "who", "how", "show", "list", "where");
    private static final Set<String> PAST =
            Set.of("was", "were", "did", "had", "does", "do", "has", "have", "will", "why");
    private static final Set<String> AROUND = Set.of(
            "is",
            "are",
            "what",
            "which",
            "who",
            "how",
            "many",
            "show",
            "list",
            "me",
            "there",
            "still",
            "right",
            "currently",
            "it",
            "state",
            "status",
            "value",
            "reading",
            "does",
            "one",
            "ones",
            "being",
            "at",
            "moment");
    private static final Set<String> PEOPLE =
            Set.of("who", "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody");
    private static final Set<String> ANY = Set.of("anything", "everything", "something");
    private static final Set<String> WARMTH = Set.of("warm", "cold", "hot", "cool", "temperature");

    private final Finder finder;
    private final TimeReader times;

    StateQuestionReader(HomeNames names, Finder finder) {
        this.finder = finder;
        this.times = new TimeReader(names);
    }

    Optional<Meaning> read(List<String> words) {
        String first = words.getFirst();
        boolean past = PAST.contains(first) && !words.contains("not");
        if (!ASKING.contains(first) && !past) {
            return Optional.empty();
        }
        boolean present = words.size() > 2
                && words.subList(words.size() - 2, words.size()).equals(List.of("at", "moment"));
        List<String> asked = present ? words.subList(0, words.size() - 2) : words;
        Timed timed = times.read(asked);
        boolean speaksOfTime = !timed.parts().isEmpty() || timed.rest().stream().anyMatch(TimeWords::isOne);
        if (past || speaksOfTime) {
            return Optional.of(
                    new Meaning.Refused(
                            "I can tell how things are now, not how they were or will be, nor why. Ask for example: is the hall light on?"));
        }
        return Optional.of(stateAt(asked).map(at -> ofState(asked, at)).orElseGet(() -> ofValue(asked)));
    }

    /** Where the state stands: behind "is", else at the end; "on the porch" is a place. */
    private static Optional<Integer> stateAt(List<String> words) {
        if (words.size() > 1 && State.named(words.getLast()).isPresent()) {
            return Optional.of(words.size() - 1);
        }
        for (int i = 1; i < words.size(); i++) {
            boolean linked = Set.of("is", "are", "still", "anything", "everything", "something", "anyone")
                    .contains(words.get(i - 1));
            if (linked && State.named(words.get(i)).isPresent()) {
                return Optional.of(i);
            }
        }
        for (int i = 2; i + 1 < words.size(); i++) {
            if (State.named(words.get(i)).isPresent() && Set.of("in", "at").contains(words.get(i + 1))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Meaning ofState(List<String> words, int at) {
        State state = State.named(words.get(at)).orElseThrow();
        boolean whether = words.getFirst().equals("is") || words.getFirst().equals("are");
        List<String> rest = new ArrayList<>(words);
        rest.remove(at);
        boolean people = rest.stream().anyMatch(PEOPLE::contains);
        boolean kindless = rest.stream()
                .allMatch(word -> Kind.named(WordForms.singular(word)).isEmpty());
        List<String> subject = subject(rest);
        Form form = whether ? Form.WHETHER : Form.WHICH;
        if (people && (state == State.HOME || state == State.AWAY)) {
            return ask(form, finder.find(List.of("every", "person"), state::fits), state, List.of("person"));
        }
        boolean anything = subject.isEmpty() || rest.stream().anyMatch(ANY::contains);
        if (anything || !whether && kindless) {
            subject.add(0, "everything");
            return ask(form, finder.find(subject, state::fitsAnything), state, subject);
        }
        return ask(form, finder.find(subject, state::fits), state, subject);
    }

    private Meaning ofValue(List<String> words) {
        if (words.stream().anyMatch(word -> word.equals("motion") || word.equals("movement"))) {
            return ask(Form.WHETHER, finder.find(subject(words), State.MOTION::fits), State.MOTION, words);
        }
        List<String> subject = subject(words);
        if (words.stream().anyMatch(WARMTH::contains)) {
            subject.removeIf(WARMTH::contains);
            subject.add("temperature");
        }
        if (words.contains("humid")) {
            subject.remove("humid");
            subject.add("humidity");
        }
        Predicate<Thing> any = thing -> true;
        return ask(Form.VALUE, finder.find(subject, any), null, subject);
    }

    /** Several that might be meant are all told: that harms nobody. */
    private static Meaning ask(Form form, Found found, @Nullable State state, List<String> said) {
        return switch (found) {
            case Found.These these ->
                new Meaning.AskState(new StateQuestion(form, these.things(), state), these.sureness());
            case Found.OneOf(List<Thing> things) -> new Meaning.AskState(new StateQuestion(form, things, state), 0.8);
            case Found.Nothing(String words) ->
                Asker.nothing(words.isEmpty() ? String.join(" ", said) : words).meaning();
            case Found.Unfit(List<Thing> things) ->
                new Meaning.Refused(
                        things.getFirst().label() + " cannot be " + (state == null ? "asked" : state.word()) + ".");
        };
    }

    private static List<String> subject(List<String> words) {
        List<String> subject = new ArrayList<>(words);
        subject.removeIf(word -> AROUND.contains(word) || ANY.contains(word) || PEOPLE.contains(word));
        return subject;
    }
}
