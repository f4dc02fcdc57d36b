package io.homeiq.mining.safety.conflict;

import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Occasion.EverySoOften;
import java.util.List;
import java.util.Optional;

/** Automations that run again and again. */
final class Repeats {

    /** A run every two minutes, all day. */
    private static final int MANY_A_DAY = 720;

    private Repeats() {}

    /** By what is written; history tells of the others. */
    static Optional<Conflict> of(Conduct conduct) {
        return conduct.occasions().stream()
                .filter(EverySoOften.class::isInstance)
                .map(EverySoOften.class::cast)
                .filter(often -> often.perDay() >= MANY_A_DAY)
                .findFirst()
                .map(often -> Conflict.of(
                        ConflictKind.REPEATED,
                        Gravity.NOTE,
                        List.of(conduct),
                        Optional.empty(),
                        Words.name(conduct) + " is started " + often.perDay() + " times a day by its time pattern."));
    }
}
