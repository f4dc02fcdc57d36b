package io.homeiq.mining.anomaly;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.statistics.Gumbel;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a contact stayed open far longer than ever: the logarithm of the longest while of a day, against a {@link Gumbel}
 * over that of the contact's other days.
 */
final class LongOpen {

    /** In seconds; less is no cause for a word. */
    private static final long MIN_SECONDS = 3_600;

    /** Times the longest while before; less is not far longer. */
    private static final int FAR = 3;

    private static final double LEAST_SCALE = 0.1;

    private final Collection<OpenDay> known;

    LongOpen(Map<Integer, OpenDay> known) {
        this.known = known.values();
    }

    /** Of this day, which is none of the known ones. */
    Suspicion of(EntityId entity, int day, OpenDay today, ContactRhythm.Known base) {
        Optional<OpenDay.Opening> most =
                today.openings().stream().max(Comparator.comparingLong(OpenDay.Opening::seconds));
        Gumbel usual = Gumbel.of(maxima(), LEAST_SCALE);
        long before = known.stream().mapToLong(OpenDay::longest).max().orElse(0);
        double p = most.map(one -> usual.upperTail(Math.log1p((double) one.seconds())))
                .orElse(1.0);
        Optional<Suspicion.Oddity> oddity = most.filter(
                        one -> one.seconds() >= MIN_SECONDS && one.seconds() >= FAR * Math.max(1, before))
                .map(one -> new Suspicion.LeftOpen(one.time(), base, one.seconds(), before));
        return new Suspicion(entity, day, p, oddity);
    }

    private double[] maxima() {
        return known.stream()
                .filter(day -> !day.openings().isEmpty())
                .mapToDouble(day -> Math.log1p((double) day.longest()))
                .toArray();
    }
}
