package io.homeiq.mining.anomaly;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.statistics.Gumbel;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a contact was opened further from all hours at which it is ever open than its own rhythm explains. The loneliness
 * of an opening is the time between it and the nearest hour at which the contact was open on any other day, on the circle
 * of the day. The null is the contact's own days: the largest loneliness of a day, each day against all others, follows a
 * {@link Gumbel}; so a contact that is opened now and then at any hour needs a far lonelier one than a regular one.
 */
final class OddHours {

    /** In minutes; nobody would call less an hour at which it never is. */
    private static final int MIN_LONELY = 75;

    /** In minutes; below the width of a slot nothing can be told apart. */
    private static final double LEAST_SCALE = 5;

    private static final double MINUTES = DaySlots.SECONDS / 60.0;

    private final int[] open = new int[DaySlots.COUNT];
    private final Collection<OpenDay> known;
    private final IntPredicate rest;

    /** @param rest whether the home is usually at rest around a slot */
    OddHours(Map<Integer, OpenDay> known, IntPredicate rest) {
        this.rest = rest;
        this.known = known.values();
        known.values().forEach(day -> day.slots().stream().forEach(slot -> open[slot]++));
    }

    /** Of this day, which is none of the known ones; empty if there was no opening. */
    Suspicion of(EntityId entity, int day, OpenDay today, ContactRhythm.Known base) {
        double most = -1;
        OpenDay.Opening loneliest = null;
        for (OpenDay.Opening opening : today.openings()) {
            double lonely = loneliness(opening.slot(), null);
            if (lonely > most) {
                most = lonely;
                loneliest = opening;
            }
        }
        if (loneliest == null) {
            return new Suspicion(entity, day, 1, Optional.empty());
        }
        double p = Gumbel.of(maxima(), LEAST_SCALE).upperTail(most);
        boolean odd = most >= MIN_LONELY && rest.test(loneliest.slot());
        return new Suspicion(entity, day, p, odd ? Optional.of(oddity(loneliest, base)) : Optional.empty());
    }

    private Suspicion.Oddity oddity(OpenDay.Opening opening, ContactRhythm.Known base) {
        int before = opening.slot();
        int after = opening.slot();
        for (int i = 0; i < DaySlots.COUNT && open[DaySlots.moved(before, -1)] == 0; i++) {
            before = DaySlots.moved(before, -1);
        }
        for (int i = 0; i < DaySlots.COUNT && open[after] == 0; i++) {
            after = DaySlots.moved(after, 1);
        }
        return new Suspicion.OddHour(opening.time(), base, before, after);
    }

    private double[] maxima() {
        return known.stream()
                .filter(day -> !day.openings().isEmpty())
                .mapToDouble(day -> day.openings().stream()
                        .mapToDouble(opening -> loneliness(opening.slot(), day))
                        .max()
                        .orElse(0))
                .toArray();
    }

    /**
     * In minutes.
     *
     * @param own a day that does not count
     */
    private double loneliness(int slot, @Nullable OpenDay own) {
        for (int away = 0; away < DaySlots.COUNT / 2; away++) {
            if (isOpen(DaySlots.moved(slot, away), own) || isOpen(DaySlots.moved(slot, -away), own)) {
                return away * MINUTES;
            }
        }
        return DaySlots.COUNT / 2 * MINUTES;
    }

    private boolean isOpen(int slot, @Nullable OpenDay own) {
        return open[slot] > (own != null && own.isOpen(slot) ? 1 : 0);
    }
}
