package io.homeiq.simulation.traits;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.LogFaults;
import io.homeiq.simulation.engine.Noise;
import java.time.Duration;
import java.util.List;

/** Draws the traits of a home by its seed. */
public final class TraitBook {

    private static final int LEAST_SIZE = 15;
    private static final int MOST_SIZE = 200;
    private static final int SIZE_WITH_SHORTCUTS = 40;
    private static final double OPAQUE_NAMES = 0.15;
    private static final double TRACKERS = 0.9;
    private static final double LIGHT_METER = 0.6;

    private final Chance chance;

    private TraitBook(Chance chance) {
        this.chance = chance;
    }

    /**
     * The traits that belong to this chance.
     *
     * @param hiddenUsers share of people's acts that carry no user id, 0 to 1
     */
    public static Traits draw(Chance chance, double hiddenUsers) {
        TraitBook book = new TraitBook(chance.fork("traits"));
        Place place = book.chance.of(Place.ALL);
        int size = (int) (LEAST_SIZE * StrictMath.pow((double) MOST_SIZE / LEAST_SIZE, book.chance.share()));
        return new Traits(
                place,
                new PeopleBook(chance.fork("people")).draw(place),
                book.chance.happens(OPAQUE_NAMES),
                size,
                book.chance.happens(TRACKERS),
                book.chance.happens(LIGHT_METER),
                book.chance.of(List.of(Noise.values())),
                book.chance.between(0.6, 1.4),
                book.chance.between(0.6, 1.6),
                hiddenUsers,
                book.faults(),
                book.confounders(size));
    }

    private LogFaults faults() {
        return new LogFaults(
                chance.between(0, 0.01),
                Duration.ofSeconds(55),
                chance.between(0, 0.005),
                chance.between(0, 0.002),
                chance.happens(0.6));
    }

    private Confounders confounders(int size) {
        int scale = 1 + size / 40;
        return new Confounders(
                1 + chance.below(2 + 2 * scale),
                chance.below(1 + scale),
                chance.below(2 + scale),
                chance.happens(0.5) ? 1 + chance.below(2) : 0,
                chance.happens(0.7),
                size >= SIZE_WITH_SHORTCUTS && chance.happens(0.5),
                chance.happens(0.5),
                chance.between(0, 0.25),
                8 + chance.below(30),
                chance.between(0.05, 0.25));
    }
}
