package io.homeiq.replay.device;

/**
 * Whether and when devices answer.
 *
 * @param answers false: nothing changes because of a call
 * @param delayMicros how long after the call; negative: within it
 */
public record Echo(boolean answers, long delayMicros) {

    private static final long AT_ONCE = -1;
    private static final double MICROS_PER_SECOND = 1e6;

    /** Within the call, as most integrations do. */
    public static final Echo WITHIN = new Echo(true, AT_ONCE);

    /** Nothing answers. */
    public static final Echo NONE = new Echo(false, AT_ONCE);

    /** Later than the call. */
    public static Echo after(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("an echo comes after its call, was: " + seconds + " s");
        }
        return new Echo(true, Math.round(seconds * MICROS_PER_SECOND));
    }

    boolean isWithin() {
        return delayMicros < 0;
    }
}
