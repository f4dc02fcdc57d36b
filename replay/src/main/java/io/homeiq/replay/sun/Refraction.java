package io.homeiq.replay.sun;

/** By how much the air lifts the sun, as NOAA's solar calculator has it. */
final class Refraction {

    private static final double HIGH_DEGREES = 85.0;
    private static final double LOW_DEGREES = 5.0;
    private static final double HORIZON_DEGREES = -0.575;

    private Refraction() {}

    /**
     * The degrees by which the air lifts it.
     *
     * @return degrees, for a sun so many degrees from straight above
     */
    static double atZenith(double zenith) {
        double height = 90 - zenith;
        if (height >= HIGH_DEGREES) {
            return 0;
        }
        double tangent = Math.tan(Math.toRadians(height));
        return seconds(height, tangent) / 3_600.0;
    }

    private static double seconds(double height, double tangent) {
        if (height > LOW_DEGREES) {
            double cube = tangent * tangent * tangent;
            return 58.1 / tangent - 0.07 / cube + 0.000086 / (cube * tangent * tangent);
        }
        if (height > HORIZON_DEGREES) {
            return 1_735.0 + height * (-518.2 + height * (103.4 + height * (-12.79 + height * 0.711)));
        }
        return -20.774 / tangent;
    }
}
