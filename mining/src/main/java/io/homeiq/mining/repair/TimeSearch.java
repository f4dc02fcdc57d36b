package io.homeiq.mining.repair;

import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.mining.timeline.LocalDays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether people want it at another time, and when. */
final class TimeSearch {

    /** A shift must rest on so many acts by hand. */
    private static final int LEAST_ACTS = 3;

    private final List<Shift> shifts;
    private final HandActs acts;
    private final long waits;
    private final long lastTime;
    private final KindsOfDay kinds;

    /**
     * @param waits what the rule waits before it acts, in milliseconds
     * @param lastTime until when the past is known
     */
    TimeSearch(List<Shift> shifts, HandActs acts, long waits, long lastTime, KindsOfDay kinds) {
        this.shifts = shifts;
        this.acts = acts;
        this.waits = waits;
        this.lastTime = lastTime;
        this.kinds = kinds;
    }

    /**
     * The likeliest shift.
     *
     * @param weight of all shifts together, as a logarithm
     * @param millis how much later than now it should act
     * @param days that tell since the change
     * @param isOnEachKindOfDay whether it is known to be the same on workdays and at weekends
     */
    record Found(Shift shift, double weight, long millis, int days, boolean isOnEachKindOfDay) {}

    private NewWays under(Shift shift) {
        return (sighting, tally) -> {
            notAtItsOldTime(shift, sighting, tally);
            tally.atItsTime(sighting, told(shift, sighting), shift);
        };
    }

    /** Adds what a run tells of its old time where it is wanted at another. */
    static void notAtItsOldTime(Shift shift, Sighting sighting, Tally tally) {
        if (shift.overlaps(Shift.JUST_BEFORE)) {
            tally.wantedNearby(sighting);
        } else {
            tally.unwanted(sighting);
        }
    }

    List<Shift> shifts() {
        return shifts;
    }

    /** What people did at its new time. */
    ByHand told(Shift shift, Sighting sighting) {
        // Where it was let be, everything was done when its new time came.
        boolean tells = !sighting.isKept() && shift.to(sighting.ranAt() + waits) <= lastTime;
        if (!tells) {
            return ByHand.UNTOLD;
        }
        return actIn(shift, sighting).isPresent() ? ByHand.DONE : ByHand.LEFT;
    }

    /** How much later than it people did it at a run, in milliseconds; empty if they did not, or let it be. */
    OptionalLong later(Shift shift, Sighting sighting) {
        OptionalLong act = sighting.isKept() ? OptionalLong.empty() : actIn(shift, sighting);
        return act.isPresent() ? OptionalLong.of(act.getAsLong() - sighting.ranAt() - waits) : act;
    }

    /** When it acts at a run, in epoch milliseconds. */
    long actsAt(Sighting sighting) {
        return sighting.ranAt() + waits;
    }

    private OptionalLong actIn(Shift shift, Sighting sighting) {
        long time = actsAt(sighting);
        return acts.within(shift.from(time), shift.to(time));
    }

    /** @param prior of any shift among all new ways */
    Optional<Found> search(Explanations explanations, double prior) {
        Weights<Shift> weights = new Weights<>();
        for (Shift shift : shifts) {
            weights.add(shift, explanations.changed(prior / shifts.size(), under(shift)));
        }
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        Shift best = weights.best();
        long[] offsets = offsets(explanations, best);
        List<Sighting> telling = telling(explanations, best);
        return offsets.length < LEAST_ACTS
                ? Optional.empty()
                : Optional.of(new Found(
                        best,
                        weights.sum(),
                        offsets[offsets.length / 2],
                        (int) telling.stream()
                                .mapToInt(Sighting::day)
                                .distinct()
                                .count(),
                        kinds.areSeen(explanations.sightings(), telling)));
    }

    private List<Sighting> telling(Explanations explanations, Shift shift) {
        return since(explanations, shift).stream()
                .filter(sighting -> told(shift, sighting) != ByHand.UNTOLD)
                .toList();
    }

    private List<Sighting> since(Explanations explanations, Shift shift) {
        List<Sighting> all = explanations.sightings();
        return all.subList(Math.min(explanations.likeliestFirst(under(shift)), all.size()), all.size());
    }

    /** From when it acts now to when people do it since the change, rising. */
    private long[] offsets(Explanations explanations, Shift shift) {
        return since(explanations, shift).stream()
                .flatMapToLong(sighting -> later(shift, sighting).stream())
                .sorted()
                .toArray();
    }

    /** Each day since the change judged by the time that the other days tell. */
    Evidence evidence(Explanations all, Found found, LocalDays calendar) {
        EvidenceSheet sheet = new EvidenceSheet(calendar);
        for (Sighting sighting : since(all, found.shift())) {
            OptionalLong act = actIn(found.shift(), sighting);
            long[] others = offsets(
                    new Explanations(
                            all.sightings().stream()
                                    .filter(each -> each.day() != sighting.day())
                                    .toList(),
                            all.odds()),
                    found.shift());
            long shift = others.length == 0 ? found.millis() : others[others.length / 2];
            long fires = sighting.ranAt() + waits + shift;
            boolean agreed = act.isPresent()
                    && Math.abs(act.getAsLong() - fires) <= found.shift().reachMillis();
            if (agreed) {
                sheet.agreed(fires, act.getAsLong());
            } else if (sighting.isKept()) {
                sheet.idle();
            } else {
                sheet.unwanted(fires);
            }
        }
        return sheet.evidence();
    }
}
