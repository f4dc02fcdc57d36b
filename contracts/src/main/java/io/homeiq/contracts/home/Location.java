package io.homeiq.contracts.home;

/**
 * Where the home stands, for the times of the sun.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 * @param elevation metres above the sea: who stands higher sees the sun longer
 */
public record Location(double latitude, double longitude, double elevation) {

    public Location {
        if (!Double.isFinite(elevation)) {
            throw new IllegalArgumentException("elevation must be a number of metres, was: " + elevation);
        }
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    "location must be within 90 and 180 degrees, was: " + latitude + ", " + longitude);
        }
    }

    /** A place at the height of the sea. */
    public Location(double latitude, double longitude) {
        this(latitude, longitude, 0);
    }
}
