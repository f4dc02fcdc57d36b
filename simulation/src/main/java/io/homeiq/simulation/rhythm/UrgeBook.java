package io.homeiq.simulation.rhythm;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Calls;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.house.Stock;
import io.homeiq.simulation.traits.Traits;
import java.util.ArrayList;
import java.util.List;

/** Draws how often people use each thing of a home without a habit; a few things are popular. */
public final class UrgeBook {

    private static final int EARLIEST_HOUR = 7;
    private static final int HOURS_OF_START = 6;
    private static final int LATEST_HOUR = 24;
    private static final double LEAST_HOURS = 5;
    private static final double MOST_HOURS = 12;
    private static final double ALL_DAY = 0.5;
    private static final double UNTOUCHED = 0.3;
    private static final double MOST_BESIDE_HABITS = 0.25;

    private final Traits traits;
    private final Chance chance;

    private UrgeBook(Traits traits, Chance chance) {
        this.traits = traits;
        this.chance = chance;
    }

    /** The urges of a home: light ones for things that something regular happens to already. */
    public static List<Urge> draw(Traits traits, Furniture furniture, Stock stock, Chance home) {
        List<Urge> urges = new ArrayList<>();
        for (Fixture thing : furniture.fixtures()) {
            if (thing.role().isSet()) {
                // Each thing draws from its own stream, so that a habit more does not change all others.
                UrgeBook book = new UrgeBook(traits, home.fork("urge for " + thing.id()));
                boolean popular = book.chance.happens(traits.confounders().popular());
                double perDay = stock.isTaken(thing) ? book.beside() : book.alone(popular);
                if (perDay > 0) {
                    urges.add(book.urge(thing, perDay, popular));
                }
            }
        }
        return urges;
    }

    private double beside() {
        return chance.happens(UNTOUCHED) ? 0 : chance.between(0, MOST_BESIDE_HABITS);
    }

    private double alone(boolean popular) {
        return (popular ? chance.between(3, 6) : chance.between(0.1, 1.3)) * traits.liveliness();
    }

    /** What is popular is used all day long; other things may have their part of the day, but no hour of their own. */
    private Urge urge(Fixture thing, double perDay, boolean popular) {
        String id = thing.id().value();
        boolean wide = popular || chance.happens(ALL_DAY);
        double hours = wide ? MOST_HOURS : chance.between(LEAST_HOURS, MOST_HOURS);
        int from = EARLIEST_HOUR + chance.below(wide ? HOURS_OF_START : (int) (LATEST_HOUR - EARLIEST_HOUR - hours));
        double minutes = chance.between(12, 90);
        return switch (thing.role()) {
            case SHUTTER ->
                new Urge(
                        Calls.call("close_cover", id),
                        Calls.call("open_cover", id),
                        perDay,
                        from,
                        hours,
                        3 * minutes,
                        null);
            case LOCK -> new Urge(Calls.call("unlock", id), Calls.call("lock", id), perDay, from, hours, minutes, null);
            default -> new Urge(Calls.on(id), Calls.off(id), perDay, from, hours, minutes, null);
        };
    }
}
