package io.homeiq.simulation.traits;

import java.time.DayOfWeek;

/** When in the week somebody is expected elsewhere. */
public enum WeekShape {
    OFFICE,
    PART_TIME,
    FOUR_DAYS,
    /** Saturdays are worked, Sunday and Monday are free. */
    SHOP,
    /** Early, late and night shifts in turn, whatever the weekday. */
    SHIFTS,
    /** Works at home; goes out for an hour or two at any time. */
    AT_HOME;

    public boolean isWorkday(DayOfWeek day) {
        return switch (this) {
            case OFFICE -> day.compareTo(DayOfWeek.FRIDAY) <= 0;
            case PART_TIME -> day.compareTo(DayOfWeek.THURSDAY) <= 0 && day != DayOfWeek.WEDNESDAY;
            case FOUR_DAYS -> day != DayOfWeek.MONDAY && day.compareTo(DayOfWeek.FRIDAY) <= 0;
            case SHOP -> day != DayOfWeek.MONDAY && day != DayOfWeek.SUNDAY;
            case SHIFTS -> true;
            case AT_HOME -> false;
        };
    }
}
