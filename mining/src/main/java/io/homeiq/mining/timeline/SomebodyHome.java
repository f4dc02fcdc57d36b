package io.homeiq.mining.timeline;

import io.homeiq.contracts.home.EntityId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether anybody is at home, as a timeline of its own under the id of the home's zone: "occupied" from the moment the
 * first one comes, "empty" from the moment the last one leaves.
 */
public final class SomebodyHome {

    /** Home Assistant's own zone, whose state is how many people are in it. */
    public static final EntityId ZONE = new EntityId("zone.home");

    public static final String OCCUPIED = "occupied";
    public static final String EMPTY = "empty";

    static final String HOME = "home";

    /** Whoever tells of people, the best witnesses first. */
    private static final List<String> DOMAINS = List.of("person", "device_tracker");

    private SomebodyHome() {}

    /** The zone's number of people as one of the two states; any other text as it is. */
    static String stateOf(String count) {
        boolean isNumber = !count.isEmpty() && count.chars().allMatch(Character::isDigit);
        if (!isNumber) {
            return count;
        }
        return count.chars().allMatch(c -> c == '0') ? EMPTY : OCCUPIED;
    }

    static boolean isWitness(EntityId entity) {
        return DOMAINS.contains(entity.domain());
    }

    /** Who the timeline is made of: all persons, or where there is none all trackers. */
    public static List<EntityId> witnesses(Map<EntityId, Timeline> timelines) {
        return DOMAINS.stream()
                .map(domain -> timelines.keySet().stream()
                        .filter(entity -> entity.domain().equals(domain))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Empty where fewer than two tell of it, for then the one says it already. */
    static Optional<Timeline> of(Map<EntityId, Timeline> timelines, StateNames states) {
        List<Timeline> people =
                witnesses(timelines).stream().map(timelines::get).toList();
        return people.size() < 2 ? Optional.empty() : Optional.of(merge(people, states));
    }

    private record Move(long time, int person, boolean home) {}

    private static Timeline merge(List<Timeline> people, StateNames states) {
        short home = states.codeOf(HOME);
        List<Move> moves = IntStream.range(0, people.size())
                .boxed()
                .flatMap(person -> moves(people.get(person), person, home).stream())
                .sorted((a, b) -> a.time() != b.time()
                        ? Long.compare(a.time(), b.time())
                        : Integer.compare(a.person(), b.person()))
                .toList();
        boolean[] isHome = new boolean[people.size()];
        for (int person = 0; person < isHome.length; person++) {
            isHome[person] = beganAtHome(people.get(person), home);
        }
        int count =
                (int) IntStream.range(0, isHome.length).filter(p -> isHome[p]).count();
        Timeline merged = new Timeline();
        for (Move move : moves) {
            int before = count;
            count += (move.home() ? 1 : 0) - (isHome[move.person()] ? 1 : 0);
            isHome[move.person()] = move.home();
            if (merged.size() == 0 || (before == 0) != (count == 0)) {
                merged.add(move.time(), states.codeOf(count == 0 ? EMPTY : OCCUPIED), Timeline.NO_LEVEL, false);
            }
        }
        return merged;
    }

    /** Somebody who cannot be located is taken to be where they were. */
    private static List<Move> moves(Timeline person, int number, short home) {
        return IntStream.range(0, person.size())
                .filter(i -> person.stateAt(i) != StateNames.ABSENT)
                .mapToObj(i -> new Move(person.timeAt(i), number, person.stateAt(i) == home))
                .toList();
    }

    /** Who is first seen to leave was there before. */
    private static boolean beganAtHome(Timeline person, short home) {
        return IntStream.range(0, person.size())
                .filter(i -> person.stateAt(i) != StateNames.ABSENT)
                .mapToObj(i -> person.stateAt(i) != home)
                .findFirst()
                .orElse(false);
    }
}
