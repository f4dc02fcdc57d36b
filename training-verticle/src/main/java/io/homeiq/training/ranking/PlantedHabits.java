package io.homeiq.training.ranking;

import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.simulation.PlantedRoutine;
import java.time.LocalTime;
import java.util.List;

/** The habits that people of a synthetic home really have. */
final class PlantedHabits {

    /** A habit is recognized if its time is met within this, in seconds. */
    private static final double SAME_TIME_SECONDS = 600;

    private final List<Rule> rules;

    PlantedHabits(List<PlantedRoutine> planted) {
        this.rules = planted.stream().map(PlantedRoutine::rule).toList();
    }

    /** Whether the rule says what one of them says: the same done to the same things, upon the same or at about the same time. */
    boolean contain(Rule found) {
        return rules.stream().anyMatch(rule -> doTheSame(found, rule) && uponTheSame(found, rule));
    }

    private static boolean doTheSame(Rule one, Rule other) {
        Action does = one.actions().getLast();
        Action should = other.actions().getLast();
        return does instanceof CallService call
                && should instanceof CallService wanted
                && call.targets().equals(wanted.targets())
                && call.service().equals(wanted.service());
    }

    private static boolean uponTheSame(Rule one, Rule other) {
        Trigger found = one.triggers().getFirst();
        return switch (other.triggers().getFirst()) {
            case TimeTrigger planted ->
                found instanceof TimeTrigger at
                        && isAbout(at.at().getFirst(), planted.at().getFirst());
            case StateTrigger planted ->
                found instanceof StateTrigger on
                        && on.entities().equals(planted.entities())
                        && on.to().equals(planted.to());
            default -> false;
        };
    }

    private static boolean isAbout(LocalTime one, LocalTime other) {
        return Math.abs(CircularTime.difference(one.toSecondOfDay(), other.toSecondOfDay())) <= SAME_TIME_SECONDS;
    }
}
