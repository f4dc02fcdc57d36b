package io.homeiq.simulation.machine;

import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.house.Fixture;

/**
 * How a measured number usually goes through the day.
 *
 * @param mean of all days
 * @param swing from the mean to the highest of a usual day
 * @param peakHour when it is highest, 0 to 24
 */
public record SensorCurve(double mean, double swing, double peakHour) {

    private static final double HOURS = 24;

    /** The curve of a sensor, the same whenever it is asked for. */
    public static SensorCurve of(Fixture sensor, Chance home) {
        Chance chance = home.fork("curve of " + sensor.id());
        return switch (sensor.role()) {
            case HUMIDITY -> new SensorCurve(chance.between(46, 56), chance.between(1, 3), 7);
            case POWER -> new SensorCurve(chance.between(2, 6), 1, 12);
            case BRIGHTNESS -> new SensorCurve(0, 0, 12);
            default -> new SensorCurve(chance.between(19.5, 23), chance.between(1.2, 2.6), chance.between(12, 21));
        };
    }

    /** The number at an hour of the day, on a day that lies this far above the others. */
    double at(double hour, double dayOffset) {
        return mean + dayOffset + swing * StrictMath.cos(2 * Math.PI * (hour - peakHour) / HOURS);
    }
}
