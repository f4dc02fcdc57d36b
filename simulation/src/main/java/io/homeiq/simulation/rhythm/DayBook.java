package io.homeiq.simulation.rhythm;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Micros;
import io.homeiq.simulation.engine.Noise;
import io.homeiq.simulation.traits.Dweller;
import io.homeiq.simulation.traits.Traits;
import io.homeiq.simulation.traits.WeekShape;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes up each day of a household: work, shifts, outings, evenings out, guests, illness, and a holiday in some homes.
 */
final class DayBook {

    private static final double ILL = 0.02;
    private static final double EVENING_OUT = 0.06;
    private static final double DAY_TRIP = 0.6;
    private static final int SHIFT_CYCLE = 8;
    private static final int[] SHIFT_STARTS = {330, 330, 780, 780, 1_260, 1_260, -1, -1};
    private static final int SHIFT_MINUTES = 560;
    private static final int NIGHT_SHIFT = 1_260;

    private final Traits traits;
    private final Noise noise;
    private final Chance chance;
    private final int holidayFrom;
    private final int holidayDays;

    DayBook(Traits traits, Chance chance) {
        this.traits = traits;
        this.noise = traits.noise();
        this.chance = chance.fork("days");
        this.holidayFrom = traits.confounders().holiday() ? 10 + this.chance.below(30) : Integer.MAX_VALUE / 2;
        this.holidayDays = 3 + this.chance.below(6);
    }

    boolean isHoliday(Day day) {
        return day.number() >= holidayFrom && day.number() < holidayFrom + holidayDays;
    }

    boolean guests(Day day) {
        boolean free = day.weekday() == DayOfWeek.FRIDAY || day.weekday() == DayOfWeek.SATURDAY;
        return chance.happens(traits.confounders().guests()) && free && !isHoliday(day);
    }

    List<PersonPlan> plan(Day day, boolean guests) {
        boolean eveningOut = chance.happens(EVENING_OUT) && !guests;
        List<PersonPlan> plans = new ArrayList<>();
        for (int i = 0; i < traits.people().size(); i++) {
            plans.add(isHoliday(day) ? away(i, day) : plan(i, day, eveningOut, guests));
        }
        return plans;
    }

    private PersonPlan away(int who, Day day) {
        boolean first = day.number() == holidayFrom;
        boolean last = day.number() == holidayFrom + holidayDays - 1;
        long from = first ? at(day, 600, 60) : day.start();
        long until = last ? at(day, 960, 90) : day.end();
        Dweller person = traits.people().get(who);
        return new PersonPlan(
                who,
                at(day, person.wakeMinute(), 30),
                at(day, person.bedMinute(), 20),
                List.of(new Absence(from, until)),
                false);
    }

    private PersonPlan plan(int who, Day day, boolean eveningOut, boolean guests) {
        Dweller person = traits.people().get(who);
        if (person.week() == WeekShape.SHIFTS) {
            return shift(who, person, day);
        }
        boolean ill = chance.happens(ILL);
        boolean work = person.week().isWorkday(day.weekday());
        List<Absence> absences = new ArrayList<>();
        if (work && !ill) {
            long leaves = at(day, person.leaveMinute(), person.looseness());
            absences.add(new Absence(leaves, leaves + minutes(person.workMinutes(), 1.6 * person.looseness())));
        } else if (!ill && chance.happens(DAY_TRIP)) {
            long leaves = day.within(9, 7, chance);
            absences.add(new Absence(leaves, leaves + chance.minutes(40, 220)));
        }
        long sleeps = at(day, person.bedMinute() + (guests ? 60 : 0), person.looseness());
        if (eveningOut && !ill) {
            long returns = at(day, 1_360, 25);
            absences.add(new Absence(at(day, 1_190, 30), returns));
            sleeps = Math.max(sleeps, returns + chance.minutes(20, 50));
        }
        int wakes = work ? person.wakeMinute() : person.wakeMinute() + 95;
        return new PersonPlan(who, at(day, wakes, person.looseness()), sleeps, absences, !ill);
    }

    private PersonPlan shift(int who, Dweller person, Day day) {
        int start = SHIFT_STARTS[Math.floorMod(day.number() + 3 * who, SHIFT_CYCLE)];
        if (start < 0) {
            return new PersonPlan(who, at(day, 540, 30), at(day, person.bedMinute(), 25), List.of(), true);
        }
        long leaves = at(day, start, 12);
        List<Absence> work = List.of(new Absence(leaves, leaves + minutes(SHIFT_MINUTES, 20)));
        if (start == NIGHT_SHIFT) {
            return new PersonPlan(who, at(day, 840, 30), at(day, 1_880, 20), work, true);
        }
        long wakes = start < 600 ? leaves - minutes(55, 8) : at(day, 520, 30);
        return new PersonPlan(who, wakes, at(day, start < 600 ? 1_300 : 1_450, 20), work, true);
    }

    /** Around a minute of the day, which may lie beyond its end. */
    private long at(Day day, int minute, double spread) {
        return day.minute(minute) + (long) (noise.draw(chance) * spread * Micros.MINUTE);
    }

    private long minutes(double usual, double spread) {
        return (long) (Math.max(usual / 3, usual + noise.draw(chance) * spread) * Micros.MINUTE);
    }
}
