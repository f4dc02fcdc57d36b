package io.homeiq.replay.action;

import io.homeiq.replay.run.Run;
import org.jspecify.annotations.Nullable;

/** Tells of each round of {@code repeat} whether there is one. All may throw a Fault or a Halt. */
interface Rounds {

    /** What is fixed before the first round. */
    Object prepare(Run run);

    /** How many rounds there are; null if nobody knows. */
    @Nullable
    Integer count(Object prepared);

    /** {@code repeat.item}; null if there is none. */
    @Nullable
    Object item(Object prepared, int round);

    /** Asked before each round, after {@code repeat} is set. */
    boolean begins(int round, Run run);

    /** Asked after each round. */
    boolean ends(int round, Run run);

    /** Whether other work may come before a round, so that a loop without end does not block all. */
    boolean givesWay(int round);
}
