package io.homeiq.mining.habit.daily;

import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.DailyHabit;
import io.homeiq.mining.habit.DayFrame;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.MachineTiming;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.habit.WeekdayKinds;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.statistics.CircularTime;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the moments of the day, by the clock or by the sun, at which people do something on so many days that the rhythm
 * of the hours around it does not explain it. The null hypothesis: the acts of the four hours around fall anywhere within
 * them. Each p-value is corrected (Bonferroni, with weights) for every window, width and set of weekdays.
 */
final class DailyHabitSearch {

    /** Half widths of the windows, in seconds: how punctual people are. */
    private static final int[] TOLERANCES = {10 * 60, 20 * 60, 30 * 60, 45 * 60};

    private static final int MIN_ACTS = 5;
    private static final int MAX_HABITS_PER_DEED = 3;
    private static final double WORTH_KEEPING = 0.05;

    /** Of the days on which a habit was kept, those that no habit found before explains. */
    private static final double MOSTLY_ITS_OWN = 0.5;

    private static final double RHYTHM_SECONDS = 2.0 * DailyHabit.NEIGHBOURHOOD_SECONDS;

    /** Of the chance of an error, so much is spent on all sets of weekdays that are no plain kind: they are rare. */
    private static final double FOR_OTHERS = 0.1;

    /** That a habit is kept on some days of its kind only may be an error this often. */
    private static final double SURE_OF_DAYS = 0.01;

    private static final double PLAIN_TESTS = windows() * WeekdayKinds.ALL.size() / (1 - FOR_OTHERS);
    private static final double OTHER_TESTS = windows() * WeekdayKinds.OTHERS / FOR_OTHERS;

    private final Household home;
    private final DayRange learned;
    private final DayFrame frame;

    DailyHabitSearch(Household home, DayRange learned, DayFrame frame) {
        this.home = home;
        this.learned = learned;
        this.frame = frame;
    }

    private static int windows() {
        int windows = 0;
        for (int tolerance : TOLERANCES) {
            windows += CircularTime.DAY_SECONDS / (2 * tolerance);
        }
        return windows;
    }

    /** The habits of one deed, the surest first; what one explains is not searched again. */
    List<Candidate> search(Deed deed) {
        List<Candidate> found = new ArrayList<>();
        ActTimes left = ActTimes.of(home, deed, learned, frame);
        while (found.size() < MAX_HABITS_PER_DEED && left.size() >= MIN_ACTS) {
            Optional<Candidate> best = best(deed, left);
            if (best.isEmpty()) {
                break;
            }
            Candidate own = againstInheritance(best.get());
            if (own.pValue() <= WORTH_KEEPING) {
                found.add(own);
            }
            left = without(left, (DailyHabit) best.get().habit());
        }
        return found;
    }

    /** A habit with its p-value, not yet replayed in full: of many, one is. */
    private record Surest(DailyHabit habit, double pValue, double chance) {}

    private Optional<Candidate> best(Deed deed, ActTimes acts) {
        Surest best = null;
        for (Set<DayOfWeek> weekdays : WeekdayKinds.ALL) {
            ActTimes onThese = on(weekdays, acts);
            ActTimes possible = possible(onThese);
            boolean enough = possible.size() >= MIN_ACTS;
            for (int tolerance : enough ? TOLERANCES : new int[0]) {
                Surest tried = tested(densest(deed, possible, weekdays, tolerance), onThese);
                if (best == null || tried.pValue() < best.pValue()) {
                    best = tried;
                }
            }
        }
        return Optional.ofNullable(best)
                .map(plain -> onOwnDays(deed, acts, plain))
                .filter(surest -> surest.pValue() <= WORTH_KEEPING)
                .map(surest -> new Candidate(
                        surest.habit(),
                        surest.pValue(),
                        surest.chance(),
                        surest.habit().replay(home, learned)));
    }

    /**
     * The same on the weekdays on which it mostly is done, if these are no plain kind, and either explain it better all
     * the same or leave out days of the plain kind on which it is done far less.
     */
    private Surest onOwnDays(Deed deed, ActTimes acts, Surest plain) {
        DailyHabit habit = plain.habit();
        OwnWeekdays weekdays = new OwnWeekdays(home, learned);
        ActTimes around = around(possible(acts), habit);
        Set<DayOfWeek> own = weekdays.of(around);
        ActTimes onThese = on(own, acts);
        ActTimes possible = possible(onThese);
        if (WeekdayKinds.ALL.contains(own) || possible.size() < MIN_ACTS) {
            return plain;
        }
        Surest tried = tested(densest(deed, possible, own, habit.tolerance()), onThese);
        boolean better = tried.pValue() < plain.pValue()
                || tried.pValue() <= WORTH_KEEPING
                        && weekdays.part(around, own, habit.weekdays()) * WeekdayKinds.OTHERS <= SURE_OF_DAYS;
        return better ? tried : plain;
    }

    private static ActTimes around(ActTimes acts, DailyHabit habit) {
        return acts.only(
                i -> Math.abs(CircularTime.difference(acts.seconds()[i], habit.second())) <= habit.tolerance());
    }

    private static double tests(Set<DayOfWeek> weekdays) {
        return WeekdayKinds.ALL.contains(weekdays) ? PLAIN_TESTS : OTHER_TESTS;
    }

    private DailyHabit densest(Deed deed, ActTimes possible, Set<DayOfWeek> weekdays, int tolerance) {
        DenseWindow window = DenseWindow.find(possible, 2 * tolerance);
        return frame.habit(deed, window.centre(), tolerance, weekdays);
    }

    /** The habit with its p-value; 1 where most of what it explains is another's, of which these acts are the edge. */
    private Surest tested(DailyHabit habit, ActTimes acts) {
        DailyHabit.DaysKept kept = habit.kept(home, learned);
        double chance = chance(acts, habit, kept.opportunities());
        long own = Arrays.stream(around(acts, habit).days()).distinct().count();
        double p =
                own < MOSTLY_ITS_OWN * kept.hits() ? 1 : Binomial.upperTail(kept.hits(), kept.opportunities(), chance);
        return new Surest(habit, Math.min(1, p * tests(habit.weekdays())), chance);
    }

    /** The candidate tested anew where the state before, and how long it lasts, explain the time of the act better. */
    private Candidate againstInheritance(Candidate candidate) {
        DailyHabit habit = (DailyHabit) candidate.habit();
        double inherited = InheritedTime.of(home, habit, learned).chance();
        // A machine's schedule keeps to the clock however it got there; it is told apart when the habit is judged.
        if (inherited <= candidate.chance() || MachineTiming.of(candidate, home).isPresent()) {
            return candidate;
        }
        Replay replay = candidate.learned();
        double p = Binomial.upperTail(replay.hits(), replay.opportunities(), inherited);
        return new Candidate(habit, Math.min(1, p * tests(habit.weekdays())), inherited, replay);
    }

    /** That a day has an act in the window although those of the hours around fall anywhere within them. */
    private double chance(ActTimes acts, DailyHabit habit, int opportunities) {
        int around = 0;
        for (int second : acts.seconds()) {
            around += Math.abs(CircularTime.difference(second, habit.second())) <= RHYTHM_SECONDS / 2 ? 1 : 0;
        }
        double perDay = around / (double) Math.max(1, opportunities);
        return 1 - Math.exp(-perDay * 2 * habit.tolerance() / RHYTHM_SECONDS);
    }

    private ActTimes possible(ActTimes acts) {
        return acts.only(i -> frame.canHold(acts.seconds()[i]));
    }

    private ActTimes on(Set<DayOfWeek> weekdays, ActTimes acts) {
        return acts.only(i -> weekdays.contains(home.calendar().weekdayOf(acts.days()[i])));
    }

    private ActTimes without(ActTimes acts, DailyHabit habit) {
        return acts.only(i -> !habit.weekdays().contains(home.calendar().weekdayOf(acts.days()[i]))
                || Math.abs(CircularTime.difference(acts.seconds()[i], habit.second())) > habit.tolerance());
    }
}
