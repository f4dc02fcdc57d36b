package io.homeiq.mining.behaviour;

import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;

/** How finely a log tells times: some keep whole seconds, some whole minutes, and everything in them looks punctual. */
final class Grain {

    private static final long MINUTE = 60_000;
    private static final long SECOND = 1_000;

    /** Devices do begin at whole minutes, but not so many of all acts. */
    private static final double NEARLY_ALL = 0.8;

    private Grain() {}

    /** In seconds; 0 if it is finer than a second. */
    static double of(Household home) {
        long acts = 0;
        long minutes = 0;
        long seconds = 0;
        for (Timeline timeline : home.timelines().values()) {
            for (int i = 0; i < timeline.size(); i++) {
                if (timeline.doerAt(i).isOpen()) {
                    acts++;
                    minutes += timeline.timeAt(i) % MINUTE == 0 ? 1 : 0;
                    seconds += timeline.timeAt(i) % SECOND == 0 ? 1 : 0;
                }
            }
        }
        if (minutes >= NEARLY_ALL * acts) {
            return MINUTE / 1000.0;
        }
        return seconds >= NEARLY_ALL * acts ? SECOND / 1000.0 : 0;
    }
}
