package io.homeiq.query.language;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A part of the day as people name it. */
enum DayPart {
    MORNING(5, 12),
    AFTERNOON(12, 18),
    EVENING(17, 23),
    NIGHT(22, 6);

    private static final int NOON = 12;

    /** After midnight, "at night" is still meant up to this hour. */
    private static final int NIGHT_ENDS = 6;

    private final int from;
    private final int until;

    DayPart(int from, int until) {
        this.from = from;
        this.until = until;
    }

    static Optional<DayPart> named(String word) {
        for (DayPart part : values()) {
            if (part.word().equals(WordForms.singular(word))) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The time that is meant when an hour up to twelve is said of this part of the day. */
    LocalTime meant(LocalTime said) {
        boolean firstHalf = said.getHour() <= NOON && said.getHour() > 0;
        if (!firstHalf) {
            return said;
        }
        int hour = said.getHour() % NOON;
        boolean late = switch (this) {
            case MORNING -> false;
            case AFTERNOON, EVENING -> true;
            case NIGHT -> hour >= NIGHT_ENDS;
        };
        return said.withHour(late ? hour + NOON : hour);
    }

    /** As a condition; the night is between the sun's setting and rising. */
    Condition condition() {
        return this == NIGHT
                ? new SunCondition(SunEvent.SUNSET, SunEvent.SUNRISE, Duration.ZERO, Duration.ZERO)
                : new TimeCondition(LocalTime.of(from, 0), LocalTime.of(until, 0), Set.of());
    }

    /** Times that people may mean by it, for a question. */
    List<String> usualTimes() {
        return switch (this) {
            case MORNING -> List.of("at 7:00", "at 8:00", "at sunrise");
            case AFTERNOON -> List.of("at 14:00", "at 16:00");
            case EVENING -> List.of("at sunset", "at 19:00", "at 21:00");
            case NIGHT -> List.of("at 22:00", "at 23:30");
        };
    }
}
