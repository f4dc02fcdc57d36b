package io.homeiq.simulation;

import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.Location;
import io.homeiq.simulation.engine.LogFaults;
import io.homeiq.simulation.house.House;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.machine.ExistingAutomations;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Which home to make up.
 *
 * @param seed gives the same home and the same events again, on any machine
 * @param days local days from the first one on, 1 to {@value #MAX_DAYS}
 * @param people who live there, 1 to 4
 * @param hiddenUsers share of people's acts that carry no user id, 0 to 1; in real logs about 0.92
 * @param sensors how many measuring sensors there are beside the usual things, 0 to {@value #MAX_SENSORS}; they make most
 *     of the events
 * @param sensorInterval how often each of them reports, on average; a tenth of a second or more
 * @param routines false: a null home, whose people live by the rhythm of the day but have no routine
 * @param faults what goes wrong between the home and its log
 */
public record SimulationSettings(
        long seed,
        LocalDate firstDay,
        int days,
        ZoneId zone,
        Location location,
        int people,
        double hiddenUsers,
        int sensors,
        Duration sensorInterval,
        boolean routines,
        LogFaults faults) {

    private static final int MAX_DAYS = 3_660;
    private static final int MAX_SENSORS = 20_000;
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final double USUAL_HIDDEN_USERS = 0.92;

    /** What two people and their things cause, without additional sensors. */
    private static final long USUAL_EVENTS_A_DAY = 1_650;

    public SimulationSettings {
        if (days < 1 || days > MAX_DAYS || people < 1 || people > Resident.ALL.size()) {
            throw new IllegalArgumentException("a home needs 1 to " + MAX_DAYS + " days and 1 to " + Resident.ALL.size()
                    + " people, was: " + days + " and " + people);
        }
        if (sensors < 0 || sensors > MAX_SENSORS || sensorInterval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new IllegalArgumentException("a home has 0 to " + MAX_SENSORS + " sensors that report every "
                    + SHORTEST_INTERVAL + " or more rarely, was: " + sensors + " every " + sensorInterval);
        }
        if (!(hiddenUsers >= 0 && hiddenUsers <= 1)) {
            throw new IllegalArgumentException("hiddenUsers must lie within 0 and 1, was: " + hiddenUsers);
        }
    }

    /** Two people in the Netherlands, with ten sensors that report every ten minutes. */
    public static SimulationSettings of(long seed, LocalDate firstDay, int days) {
        return new SimulationSettings(
                seed,
                firstDay,
                days,
                ZoneId.of("Europe/Amsterdam"),
                new Location(52.1, 5.1),
                2,
                USUAL_HIDDEN_USERS,
                10,
                Duration.ofMinutes(10),
                true,
                LogFaults.USUAL);
    }

    /** The same without routines. */
    public SimulationSettings nullHome() {
        return new SimulationSettings(
                seed, firstDay, days, zone, location, people, hiddenUsers, sensors, sensorInterval, false, faults);
    }

    /** The same with another number of sensors, which report this often. */
    public SimulationSettings withSensors(int number, int everySeconds) {
        return withSensors(number, Duration.ofSeconds(everySeconds));
    }

    private SimulationSettings withSensors(int number, Duration interval) {
        return new SimulationSettings(
                seed, firstDay, days, zone, location, people, hiddenUsers, number, interval, routines, faults);
    }

    /**
     * The same in about this size, for benchmarks. It has at least the usual things and what they do of themselves, and
     * sensors report no faster than allowed.
     */
    public SimulationSettings withVolume(int entities, long events) {
        int number = Math.clamp(
                entities - (long) withSensors(0, sensorInterval).house().size(), 0, MAX_SENSORS);
        long others = USUAL_EVENTS_A_DAY * days;
        long micros = Duration.ofDays(days).toNanos() / 1_000 * number / Math.max(1, events - others);
        Duration interval = Duration.of(micros, ChronoUnit.MICROS);
        return withSensors(number, interval.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : interval);
    }

    /** The things of the home, people's and those of its automations included. */
    House house() {
        return new House(
                new HomeConfig("Sample home", zone, location),
                Resident.ALL.subList(0, people),
                ExistingAutomations.all(),
                sensors);
    }

    /** The same elsewhere on earth. */
    public SimulationSettings at(ZoneId otherZone, Location otherLocation) {
        return new SimulationSettings(
                seed,
                firstDay,
                days,
                otherZone,
                otherLocation,
                people,
                hiddenUsers,
                sensors,
                sensorInterval,
                routines,
                faults);
    }

    /** The same with as many people, of whose acts this share carries no user id. */
    public SimulationSettings withPeople(int number, double hidden) {
        return new SimulationSettings(
                seed, firstDay, days, zone, location, number, hidden, sensors, sensorInterval, routines, faults);
    }

    /** The same with a better or worse log. */
    public SimulationSettings withFaults(LogFaults others) {
        return new SimulationSettings(
                seed, firstDay, days, zone, location, people, hiddenUsers, sensors, sensorInterval, routines, others);
    }
}
