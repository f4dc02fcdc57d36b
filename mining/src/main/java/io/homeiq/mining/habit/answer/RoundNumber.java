package io.homeiq.mining.habit.answer;

/**
 * The plainest limit among many that do the same: people think of 25 degrees, not of 24.87. It is a round number in the
 * middle half of the span, the rounder the better, then the nearer to the middle; of a narrow span, in the whole of it.
 *
 * @param low as a reading tells it
 * @param high as a reading tells it
 * @param above a limit that numbers rise above may be the low end, but not the high one; else it is the other way round
 */
record RoundNumber(double low, double high, boolean above) {

    /** Numbers that differ by more than this factor are compared by their ratios, as light and power are. */
    private static final double WIDE = 10;

    /** A span below this share of its numbers is as good as one number. */
    private static final double NARROW = 0.02;

    private static final int FINEST_EXPONENT = -3;
    private static final int[] STEPS = {5, 1};

    RoundNumber {
        low = decimal(low);
        high = decimal(high);
    }

    /** What was read, without the digits that a reading's narrow format adds: 24.7 and not 24.700000763. */
    private static double decimal(double reading) {
        return Double.parseDouble(Float.toString((float) reading));
    }

    double get() {
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high - low <= NARROW * size) {
            return roundest(low, high, (low + high) / 2);
        }
        boolean wide = low > 0 && high / low > WIDE;
        double middle = wide ? Math.sqrt(low * high) : (low + high) / 2;
        return wide
                ? roundest(Math.sqrt(low * middle), Math.sqrt(middle * high), middle)
                : roundest((low + middle) / 2, (middle + high) / 2, middle);
    }

    private double roundest(double least, double most, double middle) {
        double size = Math.max(Math.abs(least), Math.abs(most));
        for (int exponent = (int) Math.ceil(Math.log10(size + 1)); exponent >= FINEST_EXPONENT; exponent--) {
            for (int step : STEPS) {
                double down = multiple(middle, step, exponent, false);
                double up = multiple(middle, step, exponent, true);
                boolean canDown = down >= least && isLimit(down);
                boolean canUp = up <= most && isLimit(up);
                if (canDown || canUp) {
                    return canDown && (!canUp || middle - down <= up - middle) ? down : up;
                }
            }
        }
        return middle;
    }

    private boolean isLimit(double value) {
        return above ? value >= low && value < high : value > low && value <= high;
    }

    /** Divides by whole numbers, so that 21.3 is 21.3 and not 21.299999. */
    private static double multiple(double value, int step, int exponent, boolean up) {
        double power = Math.pow(10, Math.abs(exponent));
        double count = exponent >= 0 ? value / (step * power) : value * power / step;
        double whole = up ? Math.ceil(count) : Math.floor(count);
        return exponent >= 0 ? whole * (step * power) : whole * step / power;
    }
}
