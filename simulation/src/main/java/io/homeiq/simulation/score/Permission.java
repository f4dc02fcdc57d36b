package io.homeiq.simulation.score;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.simulation.PlantedRoutine;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the safety of the home lets any rule do. Of a sequence or scene a member may be forbidden and the others not: then
 * a rule over the others says all that may be said.
 *
 * @param blocks whether a rule may never be proposed
 */
record Permission(Predicate<Rule> blocks) {

    /** Nothing is forbidden. */
    static final Permission ALL = new Permission(rule -> false);

    private static final int LEAST_STEPS = 3;
    private static final int LEAST_OF_A_SCENE = 2;

    /** Stand-ins, to judge an action or a trigger by itself: nothing can be said against either. */
    private static final List<Trigger> ANY_TIME = List.of(TimeTrigger.at(LocalTime.MIDNIGHT));

    private static final List<Action> NOTHING = List.of(new Delay(Duration.ZERO));

    boolean allows(Rule rule) {
        return !blocks.test(rule);
    }

    /** Whether any rule may do it: of a sequence three steps must be left, of a scene two members. */
    boolean allows(PlantedRoutine routine) {
        return switch (routine.kind()) {
            case SEQUENCE -> places(routine).size() >= LEAST_STEPS;
            case SCENE -> places(routine).size() >= LEAST_OF_A_SCENE;
            default -> allows(routine.rule());
        };
    }

    /**
     * Which members of a sequence or scene a rule may have, by their places from 0 on. A sequence is begun by its first
     * step, which the rule does not switch; of a scene any member may be set.
     */
    Set<Integer> places(PlantedRoutine routine) {
        List<Item> members = Item.all(routine.rule());
        boolean begins = routine.kind() == PatternKind.SEQUENCE;
        return IntStream.range(0, members.size())
                .filter(place -> begins && place == 0
                        ? allows(new Rule(routine.rule().triggers(), List.of(), NOTHING))
                        : allows(new Rule(
                                ANY_TIME, List.of(), List.of(members.get(place).call()))))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }
}
