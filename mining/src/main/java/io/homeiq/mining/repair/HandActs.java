package io.homeiq.mining.repair;

import io.homeiq.mining.timeline.Timeline;
import java.util.OptionalLong;

/**
 * When people did by hand what the automation does.
 *
 * @param state the state that it brings about, as coded in the home
 */
record HandActs(Timeline timeline, short state) {

    /** The first in a span, in epoch milliseconds, both ends included. */
    OptionalLong within(long from, long to) {
        int act = timeline.firstAct(state, from, to);
        return act < 0 ? OptionalLong.empty() : OptionalLong.of(timeline.timeAt(act));
    }

    /** How many there were in a span. */
    int count(long from, long to) {
        int count = 0;
        for (int i = timeline.firstAtOrAfter(from); i < timeline.size() && timeline.timeAt(i) < to; i++) {
            count += timeline.stateAt(i) == state && timeline.isActAt(i) ? 1 : 0;
        }
        return count;
    }

    /** Of those in a span, the share that was set otherwise by hand within a while, 0 to 1; few tell little. */
    double shortLived(long from, long to, long within) {
        int all = 0;
        int brief = 0;
        for (int i = timeline.firstAtOrAfter(from); i + 1 < timeline.size() && timeline.timeAt(i) < to; i++) {
            if (timeline.stateAt(i) == state && timeline.isActAt(i)) {
                all++;
                boolean ended = timeline.isActAt(i + 1) && timeline.stateAt(i + 1) != state;
                brief += ended && timeline.timeAt(i + 1) - timeline.timeAt(i) <= within ? 1 : 0;
            }
        }
        return (brief + 0.2) / (all + 5.0);
    }
}
