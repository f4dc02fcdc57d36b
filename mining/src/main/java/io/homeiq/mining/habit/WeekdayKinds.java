package io.homeiq.mining.habit;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The kinds of days on which a habit may hold, the plainest first. */
final class WeekdayKinds {

    static final Set<DayOfWeek> EVERY_DAY = Set.copyOf(EnumSet.allOf(DayOfWeek.class));
    static final Set<DayOfWeek> WORKDAYS = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    static final List<Set<DayOfWeek>> ALL = all();

    /** How many other sets of weekdays there are. */
    static final int OTHERS = (1 << DayOfWeek.values().length) - 1 - ALL.size();

    private WeekdayKinds() {}

    private static List<Set<DayOfWeek>> all() {
        List<Set<DayOfWeek>> kinds = new ArrayList<>(List.of(EVERY_DAY, WORKDAYS, WEEKEND));
        for (DayOfWeek day : DayOfWeek.values()) {
            kinds.add(Set.of(day));
        }
        return List.copyOf(kinds);
    }
}
