package io.homeiq.service.client;

import java.time.Instant;

/** Whether a call may go out. */
sealed interface Admission {

    /**
     * It may.
     *
     * @param turn between two changes of the circuit; how a call of an earlier turn fails says nothing any more
     */
    record Admitted(int turn) implements Admission {}

    /**
     * It may not.
     *
     * @param since when the service was given up
     * @param until when it is tried again; a time that is over if that is being done
     */
    record Refused(Instant since, Instant until) implements Admission {}
}
