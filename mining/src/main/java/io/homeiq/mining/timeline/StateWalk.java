package io.homeiq.mining.timeline;

/**
 * Tells the states of a timeline just before moments that rise: each is looked for near the last one. A moment that
 * falls is found as well, only not as soon. For as long as nothing is added to the timeline.
 */
public final class StateWalk {

    private final Timeline timeline;
    private int next;
    private long last = Long.MIN_VALUE;

    public StateWalk(Timeline timeline) {
        this.timeline = timeline;
    }

    /** As {@link Timeline#stateBefore}. */
    public short stateBefore(long time) {
        next = timeline.firstAtOrAfter(time < last ? 0 : next, time);
        last = time;
        return next == 0 ? StateNames.ABSENT : timeline.stateAt(next - 1);
    }
}
