package io.homeiq.mining.trial;

import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.mining.repair.EvidenceSheet;
import io.homeiq.mining.timeline.LocalDays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The firings and the acts of a trial, and which belong together. Bounded: the oldest are forgotten. */
final class TrialRecord {

    /** Half a year of a rule that fires a dozen times a day. */
    static final int MAX_KEPT = 2_000;

    private final LocalDays calendar;
    private final Patience patience;
    private final List<Firing> firings = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();

    /** @param done whether there was nothing left to do */
    private record Firing(long time, boolean done) {}

    /** @param expected whether the rule's conditions held then */
    private record Act(long time, boolean expected) {}

    /**
     * How far an act may lie from a firing.
     *
     * @param before sooner than it, in milliseconds, and still the same doing
     * @param after later than it
     * @param missedNear an act so near to a firing was done at another time; 0: an act is missed wherever the conditions hold
     */
    record Patience(long before, long after, long missedNear) {

        private static final Duration BY_CLOCK = Duration.ofMinutes(45);
        private static final Duration NEAR = Duration.ofHours(2);
        private static final Duration BY_TRIGGER = Duration.ofMinutes(5);

        static Patience of(Rule rule, Deed deed) {
            long waits = deed.waits().toMillis();
            return Alarms.any(rule)
                    ? new Patience(BY_CLOCK.toMillis(), BY_CLOCK.toMillis(), NEAR.toMillis())
                    : new Patience(waits, Math.max(BY_TRIGGER.toMillis(), waits), 0);
        }
    }

    TrialRecord(LocalDays calendar, Patience patience) {
        this.calendar = calendar;
        this.patience = patience;
    }

    void fired(long time, boolean done) {
        boolean again = !firings.isEmpty()
                && !done
                && !firings.getLast().done()
                && time - firings.getLast().time() < patience.after();
        // What the rule did at the first of several moments in a row, it does not do again at the next.
        if (!again) {
            keep(firings, new Firing(time, done));
        }
    }

    void acted(long time, boolean expected) {
        keep(acts, new Act(time, expected));
    }

    private static <T> void keep(List<T> all, T one) {
        if (all.size() == MAX_KEPT) {
            all.subList(0, MAX_KEPT / 2).clear();
        }
        all.add(one);
    }

    /** @param now firings of which people may still do the same are left out */
    Evidence evidence(long now) {
        EvidenceSheet sheet = new EvidenceSheet(calendar);
        BitSet used = new BitSet();
        for (Firing firing : firings) {
            int act = nearest(firing, used);
            if (act >= 0) {
                used.set(act);
                sheet.agreed(firing.time(), acts.get(act).time());
            } else if (firing.done()) {
                sheet.idle();
            } else if (firing.time() + patience.after() <= now) {
                sheet.unwanted(firing.time());
            }
        }
        for (int i = 0; i < acts.size(); i++) {
            if (!used.get(i) && isMissed(acts.get(i))) {
                sheet.missed(acts.get(i).time());
            }
        }
        return sheet.evidence();
    }

    private int nearest(Firing firing, BitSet used) {
        int best = -1;
        for (int i = 0; i < acts.size(); i++) {
            long apart = acts.get(i).time() - firing.time();
            boolean near = apart >= -patience.before() && apart <= patience.after();
            boolean nearer =
                    best < 0 || Math.abs(apart) < Math.abs(acts.get(best).time() - firing.time());
            best = near && nearer && !used.get(i) ? i : best;
        }
        return best;
    }

    private boolean isMissed(Act act) {
        return patience.missedNear() == 0
                ? act.expected()
                : firings.stream().anyMatch(firing -> Math.abs(firing.time() - act.time()) <= patience.missedNear());
    }
}
