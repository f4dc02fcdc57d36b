package io.homeiq.simulation.traits;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Resident;
import java.util.ArrayList;
import java.util.List;

/** Draws who lives in a home. */
final class PeopleBook {

    private static final List<String> NAMES = List.of(
            "Ada", "Bram", "Chloe", "Diego", "Elsa", "Finn", "Greta", "Hugo", "Ines", "Jonas", "Kaja", "Liam", "Mila",
            "Noor", "Otto", "Paula", "Rosa", "Sven", "Tara", "Viktor");

    private static final int[] HOUSEHOLDS = {1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5};
    private static final int HEX_DIGITS = 16;

    private final Chance chance;

    PeopleBook(Chance chance) {
        this.chance = chance;
    }

    List<Dweller> draw(Place place) {
        int count = HOUSEHOLDS[chance.below(HOUSEHOLDS.length)];
        Chance names = chance.fork(place.zone().getId());
        int first = names.below(NAMES.size());
        List<Dweller> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = NAMES.get((first + 7 * i) % NAMES.size());
            people.add(dweller(new Resident(name, hex() + hex())));
        }
        return people;
    }

    private Dweller dweller(Resident resident) {
        WeekShape week = week();
        int wakes = 345 + chance.below(120);
        int leaves = wakes + 50 + chance.below(80);
        return new Dweller(
                resident,
                week,
                wakes,
                leaves,
                420 + chance.below(150),
                1_335 + chance.below(190),
                chance.between(18, 34));
    }

    private WeekShape week() {
        return chance.happens(0.5) ? WeekShape.OFFICE : chance.of(List.of(WeekShape.values()));
    }

    /** Half of an account's id. */
    private String hex() {
        String digits = Long.toHexString(chance.bits());
        return "0".repeat(HEX_DIGITS - digits.length()) + digits;
    }
}
