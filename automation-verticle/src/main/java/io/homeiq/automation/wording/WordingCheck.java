package io.homeiq.automation.wording;

import io.homeiq.automation.wording.Objection.Reason;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether other words still tell the same rule. It is strict on purpose: what is refused costs a nicer sentence, what is
 * wrongly taken costs trust. Numbers, times, days, directions and things must all have been in the words of our own.
 */
public final class WordingCheck {

    static final int MAX_TITLE_CHARS = 120;
    static final int MAX_DESCRIPTION_CHARS = 700;

    /** Marks of pages, addresses and programs: a sentence needs none of them. */
    private static final Pattern MARKS = Pattern.compile("[<>{}\\[\\]|`*_#\\\\^~]|://|\\p{Cntrl}");

    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> names;

    /** @param names of everything in the home: things, rooms, people */
    public WordingCheck(Collection<String> names) {
        Set<String> spaced = new HashSet<>();
        names.stream().map(WordingCheck::spaced).filter(name -> !name.isBlank()).forEach(spaced::add);
        this.names = spaced;
    }

    /** What speaks against the other words; empty: they may be shown. */
    public Optional<Objection> objection(Wording ours, Wording other) {
        return form(other)
                .or(() -> numbers(ours, other))
                .or(() -> foreignName(ours, other))
                .or(() -> direction(ours, other))
                .or(() -> meaning(ours, other));
    }

    private static Optional<Objection> form(Wording other) {
        if (other.title().length() > MAX_TITLE_CHARS || other.description().length() > MAX_DESCRIPTION_CHARS) {
            return refuse(Reason.FORM, "longer than a title and a few sentences");
        }
        if (other.description().isBlank()) {
            return refuse(Reason.FORM, "without a description");
        }
        return MARKS.matcher(other.title() + other.description()).find()
                ? refuse(Reason.FORM, "with marks that a sentence does not need")
                : Optional.empty();
    }

    private static Optional<Objection> numbers(Wording ours, Wording other) {
        Set<String> told = Figures.of(ours.text());
        for (String figure : Figures.of(other.text())) {
            if (!told.contains(figure)) {
                return refuse(Reason.NUMBER, "names " + figure + ", which was not told");
            }
        }
        Set<String> kept = Figures.of(other.title());
        for (String figure : Figures.of(ours.title())) {
            if (!kept.contains(figure)) {
                return refuse(Reason.NUMBER, "leaves " + figure + " out of the title");
            }
        }
        return Optional.empty();
    }

    private Optional<Objection> foreignName(Wording ours, Wording other) {
        String told = spaced(ours.text());
        String reply = spaced(other.text());
        return names.stream()
                .filter(name -> reply.contains(name) && !told.contains(name))
                .sorted()
                .findFirst()
                .flatMap(name -> refuse(Reason.NAME, "names \"" + name.strip() + "\", which the rule does not"));
    }

    private static Optional<Objection> direction(Wording ours, Wording other) {
        Set<String> meant = Switching.of(words(ours.title()));
        Set<String> kept = Switching.of(words(other.title()));
        for (String way : Switching.of(words(other.text()))) {
            if (!meant.contains(way)) {
                return refuse(Reason.MEANING, "switches " + way + ", which was not told");
            }
        }
        return meant.stream()
                .filter(way -> !kept.contains(way))
                .findFirst()
                .flatMap(way -> refuse(Reason.MEANING, "leaves \"" + way + "\" out of the title"));
    }

    private static Optional<Objection> meaning(Wording ours, Wording other) {
        Set<String> told = DecisiveWords.of(words(ours.text()));
        Set<String> titled = DecisiveWords.of(words(other.title()));
        for (String word : DecisiveWords.of(words(other.text()))) {
            if (!told.contains(word)) {
                return refuse(Reason.MEANING, "says \"" + word + "\", which was not told");
            }
        }
        for (String word : DecisiveWords.directions(words(ours.title()))) {
            if (!titled.contains(word)) {
                return refuse(Reason.MEANING, "leaves \"" + word + "\" out of the title");
            }
        }
        return Optional.empty();
    }

    private static List<String> words(String text) {
        return List.of(spaced(text).strip().split(" ", -1));
    }

    /** In small letters, each word between two blanks, so that a name is only found whole. */
    private static String spaced(String text) {
        return " "
                + BREAK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    }

    private static Optional<Objection> refuse(Reason reason, String detail) {
        return Optional.of(new Objection(reason, detail));
    }
}
