package io.homeiq.simulation.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.traits.Dweller;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Habits by the clock: every day, on workdays, at weekends or on single days; some around midnight; on, at a level, or
 * off.
 */
final class ClockHabits {

    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final List<Set<DayOfWeek>> SINGLE = List.of(
            EnumSet.of(DayOfWeek.TUESDAY),
            EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
            EnumSet.of(DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY),
            EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY));
    private static final int MINUTES_OF_DAY = 1_440;
    private static final int MIDNIGHT_FROM = 1_425;
    private static final int LATE_BED = 1_475;
    private static final double AROUND_MIDNIGHT = 0.3;
    private static final double SWITCHES_OFF = 0.25;
    private static final double LEAST_SPREAD = 2;
    private static final double MOST_SPREAD = 7;

    /** So often, and in so many hours before it is switched off, it is switched on if it is not yet. */
    private static final double FEEDINGS = 6;

    private static final int FEEDING_HOURS = 5;

    private final Draft draft;
    private final Chance chance;

    ClockHabits(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    Optional<Habit> draw() {
        int owner = draft.anybody();
        Dweller person = draft.traits().people().get(owner);
        Set<DayOfWeek> days = days();
        Optional<Integer> minute = minute(person, days);
        return minute.flatMap(at -> draft.stock()
                .take(fixture -> fixture.role().isSet() && fixture.role() != Role.KETTLE)
                .map(thing -> habit(owner, at, days, thing)));
    }

    private Set<DayOfWeek> days() {
        double kind = chance.share();
        if (kind < 0.4) {
            return EVERY_DAY;
        }
        return kind < 0.7 ? WORKDAYS : kind < 0.85 ? WEEKEND : chance.of(SINGLE);
    }

    private Optional<Integer> minute(Dweller person, Set<DayOfWeek> days) {
        if (person.bedMinute() > LATE_BED && chance.happens(AROUND_MIDNIGHT)) {
            return Optional.of(MIDNIGHT_FROM + chance.below(MINUTES_OF_DAY - MIDNIGHT_FROM));
        }
        if (days.equals(WORKDAYS)) {
            return Waking.onWorkdays(person, chance);
        }
        return days.equals(WEEKEND) ? Waking.onFreeDays(person, chance) : Waking.inEvenings(person, chance);
    }

    private Habit habit(int owner, int minute, Set<DayOfWeek> days, Fixture thing) {
        double spread =
                chance.between(LEAST_SPREAD, MOST_SPREAD) * draft.traits().looseness();
        Occasion occasion = new Occasion.AtClock(minute, days, spread);
        if (chance.happens(SWITCHES_OFF) && thing.role() != Role.LOCK) {
            int from = Math.max(0, minute / 60 - FEEDING_HOURS - 1);
            Habit off = draft.habit(PatternKind.TIME_OF_DAY, owner, occasion, List.of(), List.of(Deeds.end(thing)));
            return Draft.fed(off, List.of(Deeds.begin(thing, FEEDINGS, from, FEEDING_HOURS)));
        }
        Habit use = draft.habit(PatternKind.TIME_OF_DAY, owner, occasion, List.of(), List.of(Deeds.use(thing, chance)));
        return Draft.fed(use, Deeds.feeders(thing));
    }
}
