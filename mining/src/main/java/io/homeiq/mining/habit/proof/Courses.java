package io.homeiq.mining.habit.proof;

import io.homeiq.contracts.pattern.Drift;
import io.homeiq.mining.drift.Expectation;
import io.homeiq.mining.drift.Keeping;
import io.homeiq.mining.drift.Keepings;
import io.homeiq.mining.drift.KeptDay;
import io.homeiq.mining.drift.TimeShift;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.DailyHabit;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.timeline.Household;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of each habit whether people still have it, have moved it or have left it, and how sure that makes it. */
final class Courses {

    /** A habit that people had for so long is rather paused than ended when they leave it: a season of it. */
    private static final int SEASON_DAYS = 42;

    /** Before so many misses nothing is called left, however well it was kept. */
    private static final int LEAST_MISSES = 4;

    /** So often a habit must have been kept to have an old record. */
    private static final int KNOWN_TIMES = 10;

    /** Days on which it must have been left before it can be back. */
    private static final int LEAST_PAUSE = 21;

    /** So often it must have been due within these, and it may have been kept in so small a share. */
    private static final int PAUSED_TIMES = 3;

    private static final double STILL_PAUSED = 0.2;

    /** So often it must be kept again to be believed: with an old record, five times do. */
    static final int BACK_TIMES = 5;

    private static final double CLEARLY_KEPT = 0.1;

    private final Household home;
    private final Keepings keepings;
    private CountedDays counted;

    /** @param halfLife after which half of all habits are no more what they were */
    Courses(Household home, Duration halfLife) {
        this.home = home;
        this.keepings = new Keepings(halfLife);
        this.counted = CountedDays.allLived(home);
    }

    /** From now on these days count. */
    void count(CountedDays days) {
        this.counted = days;
    }

    /**
     * The course of a habit until a day.
     *
     * @param heldOut its replay on the days after those it was learned from
     * @param last the last day of these
     */
    Course of(Candidate candidate, Replay heldOut, int last) {
        DayLedger ledger = new DayLedger(home, counted, candidate.learned(), heldOut);
        List<KeptDay> due = ledger.whenDue();
        if (due.isEmpty()) {
            return new Course(0, null);
        }
        Keeping keeping = keepings.of(due, Expectation.WHEN_DUE);
        Optional<TimeShift> shift = Punctuality.shift(home, counted, candidate, last);
        if (shift.isPresent()) {
            return new Course(keeping.confidence(), moved((DailyHabit) candidate.habit(), shift.get()));
        }
        List<KeptDay> daily = candidate.habit() instanceof DailyHabit ? List.of() : ledger.everyDay(last);
        Keeping coming = daily.isEmpty() ? null : keepings.of(daily, Expectation.ON_A_DAY);
        double confidence = keeping.confidence() * (coming == null ? 1 : 1 - coming.left());
        return new Course(confidence, drift(ledger, keeping, coming, last));
    }

    private @Nullable Drift drift(DayLedger ledger, Keeping keeping, @Nullable Keeping coming, int last) {
        int misses = ledger.due(keeping.since(), last + 1) - ledger.kept(keeping.since(), last + 1);
        if (keeping.isLeft() && misses >= LEAST_MISSES) {
            int since = keeping.since();
            String reason = String.format(
                    "since %s you did it only %d of %d times",
                    DriftWords.date(date(since)), ledger.kept(since, last + 1), ledger.due(since, last + 1));
            return left(ledger, since, reason);
        }
        if (coming != null && coming.isLeft()) {
            int since = coming.since();
            String reason = "since " + DriftWords.date(date(since)) + " it has "
                    + (ledger.kept(since, last + 1) == 0 ? "not" : "hardly") + " come up any more";
            return left(ledger, since, reason);
        }
        return keeping.left() <= CLEARLY_KEPT ? resumed(ledger, keeping.since(), last) : null;
    }

    /** A habit that was known, then left for weeks, and is kept again: its old record counts. */
    private @Nullable Drift resumed(DayLedger ledger, int back, int last) {
        boolean known = ledger.kept(ledger.firstKept(), back) >= KNOWN_TIMES;
        boolean paused = ledger.due(back - LEAST_PAUSE, back) >= PAUSED_TIMES
                && ledger.kept(back - LEAST_PAUSE, back) <= STILL_PAUSED * ledger.due(back - LEAST_PAUSE, back);
        boolean kept = ledger.kept(back, last + 1) >= BACK_TIMES;
        return known && paused && kept
                ? new Drift(
                        Drift.Kind.RESUMED,
                        date(back),
                        "back since " + DriftWords.date(date(back)) + ", after a pause of weeks",
                        null)
                : null;
    }

    private Drift left(DayLedger ledger, int since, String reason) {
        return since - ledger.firstKept() >= SEASON_DAYS
                ? new Drift(Drift.Kind.PAUSED, date(since), "paused: " + reason, null)
                : new Drift(Drift.Kind.ENDED, date(since), reason, null);
    }

    private Drift moved(DailyHabit habit, TimeShift shift) {
        return new Drift(
                Drift.Kind.MOVED, date(shift.since()), DriftWords.moved(habit, shift, date(shift.since())), null);
    }

    private LocalDate date(int day) {
        return home.calendar().dateOf(day);
    }
}
