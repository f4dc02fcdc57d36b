package io.homeiq.simulation.score;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.simulation.PlantedRoutine;
import java.util.List;
import java.util.Optional;

/**
 * Whether a suggestion says the same as a planted routine; what counts is what it does, not what kind it calls itself.
 */
public final class Matching {

    private Matching() {}

    /** The match of both, where everything may be switched; empty if they are about different things. */
    public static Optional<Match> of(Rule suggested, PlantedRoutine planted) {
        return of(suggested, planted, Permission.ALL);
    }

    /** The same where some things may not: what is forbidden need not be there for the whole. */
    static Optional<Match> of(Rule suggested, PlantedRoutine planted, Permission permission) {
        return switch (planted.kind()) {
            case SEQUENCE, SCENE -> several(suggested, planted, permission);
            default -> single(suggested, planted);
        };
    }

    private static Optional<Match> single(Rule suggested, PlantedRoutine planted) {
        List<Item> mine = Item.set(suggested);
        List<Item> its = Item.set(planted.rule());
        boolean same = !mine.isEmpty() && mine.stream().allMatch(item -> isIn(its, item));
        Timing timing = Timing.of(suggested, planted);
        if (!same || timing == Timing.OTHER) {
            return Optional.empty();
        }
        boolean conditions =
                planted.rule().conditions().isEmpty() || !suggested.conditions().isEmpty();
        return Optional.of(new Match(true, timing == Timing.RIGHT, isLevelRight(mine, its), conditions));
    }

    private static boolean isIn(List<Item> items, Item wanted) {
        return items.stream().anyMatch(item -> item.isSameAs(wanted));
    }

    private static boolean isLevelRight(List<Item> mine, List<Item> its) {
        return mine.stream()
                .allMatch(item -> its.stream().filter(item::isSameAs).allMatch(item::isLevelOf));
    }

    /** Some steps of it, at least two and nothing else; those of a sequence in its order. */
    private static Optional<Match> several(Rule suggested, PlantedRoutine planted, Permission permission) {
        List<Item> mine = Item.all(suggested);
        List<Item> its = Item.all(planted.rule());
        List<Integer> places = mine.stream().map(item -> placeOf(item, its)).toList();
        boolean inOrder = planted.kind() == PatternKind.SCENE
                || places.equals(places.stream().sorted().toList());
        if (mine.size() < 2 || places.contains(-1) || !inOrder) {
            return Optional.empty();
        }
        boolean whole = places.containsAll(permission.places(planted));
        List<Item> set = Item.set(suggested);
        return Optional.of(new Match(whole, true, isLevelRight(set, Item.set(planted.rule())), true));
    }

    private static int placeOf(Item item, List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isSameAs(item)) {
                return i;
            }
        }
        return -1;
    }
}
