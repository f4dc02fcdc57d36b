package io.homeiq.simulation.engine;

/** How what people mean to do at one moment spreads around it. Each shape has a spread (standard deviation) of one. */
public enum Noise {
    /** The bell curve: a sum of many small causes. */
    NORMAL,
    /** Anything within bounds is as likely, and nothing beyond. */
    UNIFORM,
    /** Mostly punctual, at times far off: a Laplace distribution, cut off at {@value #FARTHEST}. */
    HEAVY_TAILED;

    private static final double FARTHEST = 5;
    private static final double SQUARE_ROOT_OF_3 = 1.7320508075688772;
    private static final double SQUARE_ROOT_OF_2 = 1.4142135623730951;
    private static final double LEAST_SHARE = 1e-12;

    /** How far off this time, in spreads. */
    public double draw(Chance chance) {
        double first = chance.share();
        double second = chance.share();
        double size = StrictMath.log(Math.max(LEAST_SHARE, 1 - first));
        return switch (this) {
            case NORMAL -> StrictMath.sqrt(-2 * size) * StrictMath.cos(2 * Math.PI * second);
            case UNIFORM -> (2 * first - 1) * SQUARE_ROOT_OF_3;
            case HEAVY_TAILED -> Math.min(FARTHEST, -size / SQUARE_ROOT_OF_2) * (second < 0.5 ? -1 : 1);
        };
    }
}
