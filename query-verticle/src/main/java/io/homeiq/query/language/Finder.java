package io.homeiq.query.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds what words name. Every word must belong to the thing: as part of one of its names, its area's or its kind's. So a word that nothing
 * is called by ends in nothing found, never in everything.
 */
final class Finder {

    /** More things are not taken at once. */
    static final int MAX_THINGS = 200;

    private static final Set<String> ALL = Set.of("all", "every", "each", "both", "any");
    private static final Set<String> EVERYTHING = Set.of("everything", "anything");
    private static final Set<String> LINKS = Set.of("and", "or", ",");
    private static final Set<String> JOINTS = Set.of(
            "in", "of", "inside", "on", "at", "to", "for", "from", "thing", "device", "there", "that", "also", "too");

    private static final double EXACT = 0.97;
    private static final double BY_WORDS = 0.92;
    private static final double SEVERAL = 0.9;
    private static final double BY_AREA = 0.8;

    private final HomeNames names;

    Finder(HomeNames names) {
        this.names = names;
    }

    /**
     * What these words name.
     *
     * @param fit which things can be meant at all
     */
    Found find(List<String> words, Predicate<Thing> fit) {
        List<List<String>> parts = parts(words);
        if (parts.size() <= 1) {
            return findOne(words, fit);
        }
        Found whole = findOne(words.stream().filter(word -> !word.equals(",")).toList(), fit);
        return whole instanceof Found.These ? whole : findEach(parts, fit);
    }

    private Found findEach(List<List<String>> parts, Predicate<Thing> fit) {
        Set<Thing> things = new LinkedHashSet<>();
        double sureness = 1;
        for (List<String> part : parts) {
            switch (findOne(completed(part, parts), fit)) {
                case Found.These these -> {
                    things.addAll(these.things());
                    sureness = Math.min(sureness, these.sureness());
                }
                case Found other -> {
                    return other;
                }
            }
        }
        return these(List.copyOf(things), sureness);
    }

    /** "kitchen and hall lights" are the lights of both, and so are "the lights in the kitchen and the hall". */
    private List<String> completed(List<String> part, List<List<String>> parts) {
        if (!names.isArea(part)) {
            return part;
        }
        List<String> whole = new ArrayList<>(part);
        parts.stream()
                .flatMap(List::stream)
                .filter(word -> Kind.named(WordForms.singular(word)).isPresent())
                .findFirst()
                .ifPresent(whole::add);
        return whole;
    }

    private static List<List<String>> parts(List<String> words) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String word : words) {
            if (!LINKS.contains(word)) {
                part.add(word);
            } else if (!part.isEmpty()) {
                parts.add(List.copyOf(part));
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return parts;
    }

    private Found findOne(List<String> words, Predicate<Thing> fit) {
        if (words.size() == 1 && Spelling.isEntityId(words.getFirst())) {
            return byId(words.getFirst(), fit);
        }
        List<String> said = words.stream()
                .filter(word -> !ALL.contains(word) && !EVERYTHING.contains(word))
                .toList();
        boolean everything = words.stream().anyMatch(EVERYTHING::contains);
        boolean all = everything || words.stream().anyMatch(ALL::contains);
        Optional<Found> exact = all ? Optional.empty() : exactly(said, fit);
        return exact.orElseGet(() -> byWords(said, all, everything, fit));
    }

    private Found byId(String id, Predicate<Thing> fit) {
        return names.things().stream()
                .filter(thing -> thing.id().value().equals(id))
                .findFirst()
                .<Found>map(
                        thing -> fit.test(thing) ? new Found.These(List.of(thing), 1) : new Found.Unfit(List.of(thing)))
                .orElseGet(() -> new Found.Nothing(id));
    }

    private Optional<Found> exactly(List<String> said, Predicate<Thing> fit) {
        List<Thing> called = fitting(fit, thing -> thing.isCalled(said));
        if (called.isEmpty() && !said.isEmpty() && !WordForms.isPlural(said.getLast())) {
            List<String> singular = WordForms.singular(said);
            called = fitting(fit, thing -> thing.isCalledInTheSingular(singular));
        }
        if (called.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(called.size() == 1 ? new Found.These(called, EXACT) : new Found.OneOf(called));
    }

    private List<Thing> fitting(Predicate<Thing> fit, Predicate<Thing> named) {
        return names.things().stream().filter(named.and(fit)).toList();
    }

    private Found byWords(List<String> said, boolean all, boolean everything, Predicate<Thing> fit) {
        List<String> content =
                said.stream().filter(word -> !JOINTS.contains(word)).toList();
        Set<String> needed = Set.copyOf(WordForms.singular(content));
        if (needed.isEmpty() && !everything) {
            return new Found.Nothing(String.join(" ", said));
        }
        List<Thing> named = names.things().stream()
                .filter(thing -> thing.words().containsAll(needed))
                .toList();
        if (named.isEmpty()) {
            return new Found.Nothing(unknown(content));
        }
        List<Thing> fitting = ofTheKind(named.stream().filter(fit).toList(), needed);
        if (fitting.isEmpty()) {
            return new Found.Unfit(named);
        }
        if (fitting.size() == 1) {
            return these(fitting, BY_WORDS);
        }
        if (names.isArea(content) && !everything) {
            List<Thing> lights = fitting.stream()
                    .filter(thing -> thing.kinds().contains(Kind.LIGHT))
                    .toList();
            return these(lights.isEmpty() ? fitting : lights, BY_AREA);
        }
        boolean many =
                all || WordForms.isPlural(content.getLast()) || content.stream().anyMatch(Finder::isManyOfAKind);
        return many ? these(fitting, SEVERAL) : new Found.OneOf(fitting);
    }

    private static boolean isManyOfAKind(String word) {
        return WordForms.isPlural(word) && Kind.named(WordForms.singular(word)).isPresent();
    }

    private static Found these(List<Thing> things, double sureness) {
        return new Found.These(things.size() > MAX_THINGS ? things.subList(0, MAX_THINGS) : things, sureness);
    }

    /** A thing that is a light comes before one that only has the word in its name. */
    private static List<Thing> ofTheKind(List<Thing> things, Set<String> needed) {
        List<Kind> kinds =
                needed.stream().flatMap(word -> Kind.named(word).stream()).toList();
        List<Thing> such = things.stream()
                .filter(thing -> kinds.stream().anyMatch(thing.kinds()::contains))
                .toList();
        return such.isEmpty() ? things : such;
    }

    private String unknown(List<String> content) {
        List<String> strange = content.stream()
                .filter(word -> !names.knows(WordForms.singular(word)))
                .toList();
        return String.join(" ", strange.isEmpty() ? content : strange);
    }
}
