package io.homeiq.training.ranking;

import io.homeiq.simulation.SimulationSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The synthetic homes of a training. They follow from their seeds, so every training measures on the same ones, and what it measures can be
 * compared with the trainings before.
 *
 * @param learned examples to learn from
 * @param heldOut homes on which the result is measured; none of them is learned from
 */
public record TrainingHomes(List<SimulationSettings> learned, List<SimulationSettings> heldOut) {

    /** More would take hours on a small machine. */
    public static final int MAX_HOMES = 100;

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    /** A usual home has so many measuring sensors, which tell nothing of habits and cost time. */
    private static final int SENSORS = 2;

    private static final int SENSOR_SECONDS = 3_600;
    private static final int LEAST_DAYS = 45;
    private static final int MORE_DAYS = 5;
    private static final double HIDDEN_USERS = 0.92;
    private static final int LEARNED_SEED = 1_000;
    private static final int HELD_OUT_SEED = 9_000;

    /** Eight homes and four, of one to three people and 45 to 60 days; every fourth has no habit at all. */
    public static final TrainingHomes USUAL = new TrainingHomes(from(LEARNED_SEED, 8), from(HELD_OUT_SEED, 4));

    public TrainingHomes {
        learned = List.copyOf(learned);
        heldOut = List.copyOf(heldOut);
        int homes = learned.size() + heldOut.size();
        if (learned.isEmpty() || heldOut.isEmpty() || homes > MAX_HOMES) {
            throw new IllegalArgumentException(
                    "a training needs homes of both sorts, at most " + MAX_HOMES + ", were: " + homes);
        }
        if (heldOut.stream().anyMatch(learned::contains)) {
            throw new IllegalArgumentException("a home that is learned from proves nothing");
        }
    }

    private static List<SimulationSettings> from(int seed, int number) {
        List<SimulationSettings> homes = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            SimulationSettings home = SimulationSettings.of(seed + i, FIRST_DAY, LEAST_DAYS + MORE_DAYS * (i % 4))
                    .withSensors(SENSORS, SENSOR_SECONDS)
                    .withPeople(1 + i % 3, HIDDEN_USERS);
            homes.add(i % 4 == 0 ? home.nullHome() : home);
        }
        return homes;
    }
}
