package io.homeiq.simulation.habit;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.traits.Dweller;
import io.homeiq.simulation.traits.WeekShape;
import java.util.Optional;

/** When people are reliably up and at home, so that they can have a habit then; in minutes of the day. */
final class Waking {

    private static final int AFTER_WAKING = 50;
    private static final int BEFORE_LEAVING = 30;
    private static final int AFTER_RETURN = 75;
    private static final int BEFORE_BED = 30;
    private static final int LATER_ON_FREE_DAYS = 95;
    private static final int NOON = 720;

    private Waking() {}

    /** A minute at which the person is there on workdays, in the morning or in the evening. */
    static Optional<Integer> onWorkdays(Dweller person, Chance chance) {
        if (person.week() == WeekShape.SHIFTS) {
            return Optional.empty();
        }
        int from = person.wakeMinute() + AFTER_WAKING;
        int until = person.leaveMinute() - BEFORE_LEAVING;
        return until > from && chance.happens(0.4)
                ? Optional.of(between(from, until, chance))
                : inEvenings(person, chance);
    }

    /** A minute at which the person is there on free days. */
    static Optional<Integer> onFreeDays(Dweller person, Chance chance) {
        if (person.week() == WeekShape.SHIFTS) {
            return Optional.empty();
        }
        int from = person.wakeMinute() + LATER_ON_FREE_DAYS + AFTER_WAKING;
        return chance.happens(0.5)
                ? Optional.of(between(from, Math.max(from + 5, NOON), chance))
                : inEvenings(person, chance);
    }

    /** A minute of the evening, on any day. */
    static Optional<Integer> inEvenings(Dweller person, Chance chance) {
        int from = evening(person);
        int until = person.bedMinute() - BEFORE_BED;
        return person.week() == WeekShape.SHIFTS || until <= from
                ? Optional.empty()
                : Optional.of(between(from, until, chance));
    }

    /** Whether the person is mostly there and up at a minute, on workdays. */
    static boolean isThere(Dweller person, int minute) {
        boolean morning =
                minute >= person.wakeMinute() + AFTER_WAKING && minute <= person.leaveMinute() - BEFORE_LEAVING;
        boolean evening = minute >= evening(person) && minute <= person.bedMinute() - BEFORE_BED;
        boolean allDay = person.week() == WeekShape.AT_HOME
                && minute >= person.wakeMinute() + LATER_ON_FREE_DAYS + AFTER_WAKING
                && minute <= person.bedMinute() - BEFORE_BED;
        return person.week() != WeekShape.SHIFTS && (morning || evening || allDay);
    }

    private static int evening(Dweller person) {
        int home = person.week() == WeekShape.AT_HOME ? 1_020 : person.leaveMinute() + person.workMinutes();
        return home + AFTER_RETURN;
    }

    private static int between(int from, int until, Chance chance) {
        return from + chance.below(Math.max(1, until - from));
    }
}
