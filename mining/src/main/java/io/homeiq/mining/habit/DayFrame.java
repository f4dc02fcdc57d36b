package io.homeiq.mining.habit;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.mining.timeline.Household;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** From where the time of a daily act is counted. */
public sealed interface DayFrame {

    /** A moment's place: the local day it belongs to, and 0 to 86,399 seconds from that day's beginning in the frame. */
    record Place(int day, int second) {}

    /** Where a moment lies; empty where the event of the sun does not come near it. */
    Optional<Place> placeOf(Household home, long time);

    /** When a day comes to a second of the frame; empty on a day without the event of the sun. */
    OptionalLong at(Household home, int day, int second);

    /**
     * The habit of doing it around a second of the frame, put on a round time.
     *
     * @param second 0 to 86,400
     */
    DailyHabit habit(Deed deed, double second, int tolerance, Set<DayOfWeek> weekdays);

    /** Whether an act this many seconds into the frame may be counted by it. */
    boolean canHold(int second);

    /** What the clock on the wall shows. */
    record ByClock() implements DayFrame {

        private static final int STEP_SECONDS = 60;

        @Override
        public Optional<Place> placeOf(Household home, long time) {
            return Optional.of(
                    new Place(home.calendar().dayOf(time), home.calendar().secondOfDay(time)));
        }

        @Override
        public OptionalLong at(Household home, int day, int second) {
            return OptionalLong.of(home.calendar().at(day, second));
        }

        @Override
        public DailyHabit habit(Deed deed, double second, int tolerance, Set<DayOfWeek> weekdays) {
            int step = (int) Math.round(second / STEP_SECONDS);
            return new ClockHabit(deed, step * STEP_SECONDS % CircularTime.DAY_SECONDS, tolerance, weekdays);
        }

        @Override
        public boolean canHold(int second) {
            return true;
        }
    }

    /** Sunrise or sunset; what came before it lies at the end of the circle. */
    record BySun(SunEvent event) implements DayFrame {

        /** People do not tell the sun to the minute, and nobody wants to read of 23 minutes after sunset. */
        private static final int STEP_SECONDS = 300;

        /** With room for what a day of the sun lasts longer than one of the clock. */
        private static final long HALF_DAY_MILLIS = 43_500_000;

        @Override
        public Optional<Place> placeOf(Household home, long time) {
            int today = home.calendar().dayOf(time);
            for (int day = today - 1; day <= today + 1; day++) {
                OptionalLong event = at(home, day, 0);
                if (event.isPresent() && Math.abs(time - event.getAsLong()) <= HALF_DAY_MILLIS) {
                    long second = Math.floorDiv(time - event.getAsLong(), 1000L);
                    return Optional.of(new Place(day, (int) Math.floorMod(second, (long) CircularTime.DAY_SECONDS)));
                }
            }
            return Optional.empty();
        }

        @Override
        public OptionalLong at(Household home, int day, int second) {
            OptionalLong event = home.sun().orElseThrow().at(event(), day);
            return event.isPresent()
                    ? OptionalLong.of(event.getAsLong() + 1000L * (long) CircularTime.difference(second, 0))
                    : event;
        }

        @Override
        public DailyHabit habit(Deed deed, double second, int tolerance, Set<DayOfWeek> weekdays) {
            int step = (int) Math.round(CircularTime.difference(second, 0) / STEP_SECONDS);
            return new SunHabit(deed, event, step * STEP_SECONDS, tolerance, weekdays);
        }

        @Override
        public boolean canHold(int second) {
            double offset = CircularTime.difference(second, 0);
            return offset >= SunHabit.EARLIEST_SECONDS && offset <= SunHabit.LATEST_SECONDS;
        }
    }
}
