package io.homeiq.mining.habit;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The kinds of days on which a habit may hold, the plainest first. */
public final class WeekdayKinds {

    public static final Set<DayOfWeek> EVERY_DAY = fixed(EnumSet.allOf(DayOfWeek.class));
    static final Set<DayOfWeek> WORKDAYS = fixed(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    static final Set<DayOfWeek> WEEKEND = fixed(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    public static final List<Set<DayOfWeek>> ALL = all();

    /** How many other sets of weekdays there are. */
    public static final int OTHERS = (1 << DayOfWeek.values().length) - 1 - ALL.size();

    private WeekdayKinds() {}

    /** Asked for every act and kind of day, so that it must answer quickly; and always in the order of the week. */
    private static Set<DayOfWeek> fixed(EnumSet<DayOfWeek> days) {
        return Collections.unmodifiableSet(days);
    }

    private static List<Set<DayOfWeek>> all() {
        List<Set<DayOfWeek>> kinds = new ArrayList<>(List.of(EVERY_DAY, WORKDAYS, WEEKEND));
        for (DayOfWeek day : DayOfWeek.values()) {
            kinds.add(fixed(EnumSet.of(day)));
        }
        return List.copyOf(kinds);
    }
}
