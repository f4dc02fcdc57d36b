package io.homeiq.mining.repair;

/**
 * How much later people do it by hand than the automation would; negative: earlier.
 *
 * @param millis to the middle of the span
 * @param reachMillis from there to either end of it
 * @param usual how likely it is that they do it by hand then although nothing has changed, 0 to 1
 */
record Shift(long millis, long reachMillis, double usual) {

    long from(long time) {
        return time + millis - reachMillis;
    }

    long to(long time) {
        return time + millis + reachMillis;
    }
}
