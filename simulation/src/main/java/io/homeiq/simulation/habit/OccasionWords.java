package io.homeiq.simulation.habit;

import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import java.util.Locale;

/** Occasions in plain words, for whoever reads the truth. */
final class OccasionWords {

    private OccasionWords() {}

    static String of(Occasion occasion) {
        return switch (occasion) {
            case Occasion.AtClock clock ->
                String.format(
                        Locale.ROOT,
                        "around %02d:%02d on %d days a week",
                        clock.minuteOfDay() / 60 % 24,
                        clock.minuteOfDay() % 60,
                        clock.weekdays().size());
            case Occasion.AtSun sun ->
                sun.offset().toMinutes() + " minutes after "
                        + sun.event().name().toLowerCase(Locale.ROOT);
            case Occasion.AtWhim ignored -> "whenever they feel like it";
            case Occasion.OnTrigger on -> "when " + of(on.trigger());
        };
    }

    private static String of(Trigger trigger) {
        return switch (trigger) {
            case StateTrigger state ->
                state.entities().getFirst() + " becomes " + String.join(" or ", state.to())
                        + (state.holdFor().isZero()
                                ? ""
                                : " for " + state.holdFor().toMinutes() + " minutes");
            case NumericStateTrigger number ->
                number.entities().getFirst()
                        + (number.above() == null
                                ? " falls below " + number.below()
                                : " rises above " + number.above());
            default -> "something happens";
        };
    }
}
