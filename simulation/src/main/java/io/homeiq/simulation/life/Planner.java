package io.homeiq.simulation.life;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Micros;
import io.homeiq.simulation.house.Resident;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Makes up the days of a household: work, weekends, evenings out, guests, illness, and a holiday every two months. */
final class Planner {

    private static final int HOLIDAY_CYCLE_DAYS = 60;
    private static final double ILL = 0.02;
    private static final double EVENING_OUT = 0.04;
    private static final double WEEKEND_TRIP = 0.7;
    private static final double GUESTS = 0.15;
    private static final long LATER_WITH_GUESTS = 70 * Micros.MINUTE;

    private final List<Resident> residents;
    private final Chance chance;
    private final int holidayFrom;
    private final int holidayDays;

    Planner(List<Resident> residents, Chance chance) {
        this.residents = residents;
        this.chance = chance.fork("planner");
        this.holidayFrom = 12 + this.chance.below(20);
        this.holidayDays = 3 + this.chance.below(4);
    }

    DayPlan plan(Day day) {
        boolean goingOut = day.weekday().compareTo(DayOfWeek.FRIDAY) >= 0;
        int ofHoliday = Math.floorMod(day.number() - holidayFrom, HOLIDAY_CYCLE_DAYS);
        boolean holiday = ofHoliday < holidayDays && day.number() >= holidayFrom;
        boolean guests = goingOut && chance.happens(GUESTS) && !holiday;
        boolean out = chance.happens(EVENING_OUT) && !guests;
        List<PersonDay> people = new ArrayList<>();
        for (int i = 0; i < residents.size(); i++) {
            Resident who = residents.get(i);
            Timetable timetable = Timetable.ALL.get(i);
            people.add(holiday ? onHoliday(who, timetable, day, ofHoliday) : usual(who, timetable, day, out, guests));
        }
        return new DayPlan(day, guests, people);
    }

    private PersonDay usual(Resident who, Timetable timetable, Day day, boolean eveningOut, boolean guests) {
        boolean ill = chance.happens(ILL);
        List<Outing> outings = new ArrayList<>();
        if (day.isWeekend()) {
            if (chance.happens(WEEKEND_TRIP)) {
                long leaves = day.within(10, 4, chance);
                outings.add(Outing.of(leaves, leaves + chance.minutes(60, 240)));
            }
        } else if (timetable.isWorkday(day) && !ill) {
            outings.add(timetable.workOn(day, chance));
        }
        long sleeps = timetable.sleepsAfter(day, chance) + (guests ? LATER_WITH_GUESTS : 0);
        if (eveningOut && !ill) {
            long returns = day.around(LocalTime.of(22, 50), 25, chance);
            outings.add(Outing.of(day.around(LocalTime.of(20, 0), 40, chance), returns));
            sleeps = Math.max(sleeps, returns + chance.minutes(25, 50));
        }
        return new PersonDay(who, timetable.wakesOn(day, chance), sleeps, outings, !ill);
    }

    private PersonDay onHoliday(Resident who, Timetable timetable, Day day, int number) {
        Outing outing;
        if (number == 0) {
            outing = Outing.setOut(day.around(LocalTime.of(9, 30), 30, chance), day);
        } else if (number == holidayDays - 1) {
            outing = Outing.comeBack(day, day.around(LocalTime.of(16, 0), 90, chance));
        } else {
            outing = Outing.allDay(day);
        }
        long wakes = timetable.wakesOn(day, chance);
        return new PersonDay(who, wakes, timetable.sleepsAfter(day, chance), List.of(outing), false);
    }
}
