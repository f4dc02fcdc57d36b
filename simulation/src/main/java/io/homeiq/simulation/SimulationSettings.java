package io.homeiq.simulation;

import io.homeiq.contracts.home.Location;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which home to make up.
 *
 * @param seed gives the same home and the same events again
 * @param days local days from the first one on, 1 to 3,660
 * @param hiddenUsers share of people's acts that carry no user id, 0 to 1; in real logs about 0.92
 * @param sensors how many measuring sensors there are, 0 to 2,000; they make most of the events
 * @param sensorSeconds how often each of them reports, on average
 * @param routines false: a null home, whose people live by the rhythm of the day but have no routine
 */
public record SimulationSettings(
        long seed,
        LocalDate firstDay,
        int days,
        ZoneId zone,
        Location location,
        double hiddenUsers,
        int sensors,
        int sensorSeconds,
        boolean routines) {

    private static final int MAX_DAYS = 3_660;
    private static final int MAX_SENSORS = 2_000;

    public SimulationSettings {
        if (days < 1 || days > MAX_DAYS || sensors < 0 || sensors > MAX_SENSORS || sensorSeconds < 1) {
            throw new IllegalArgumentException("a home needs 1 to " + MAX_DAYS + " days and at most " + MAX_SENSORS
                    + " sensors that report every second or more rarely, was: " + days + ", " + sensors + ", "
                    + sensorSeconds);
        }
        if (!(hiddenUsers >= 0 && hiddenUsers <= 1)) {
            throw new IllegalArgumentException("hiddenUsers must lie within 0 and 1, was: " + hiddenUsers);
        }
    }

    /** A home in the Netherlands with ten sensors that report every ten minutes. */
    public static SimulationSettings of(long seed, LocalDate firstDay, int days) {
        return new SimulationSettings(
                seed, firstDay, days, ZoneId.of("Europe/Amsterdam"), new Location(52.1, 5.1), 0.92, 10, 600, true);
    }

    /** The same without routines. */
    public SimulationSettings nullHome() {
        return new SimulationSettings(seed, firstDay, days, zone, location, hiddenUsers, sensors, sensorSeconds, false);
    }

    /** The same with another number of sensors, which report this often. */
    public SimulationSettings withSensors(int number, int everySeconds) {
        return new SimulationSettings(
                seed, firstDay, days, zone, location, hiddenUsers, number, everySeconds, routines);
    }
}
