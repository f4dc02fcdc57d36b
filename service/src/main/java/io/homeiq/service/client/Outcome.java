package io.homeiq.service.client;

import io.homeiq.service.Problem;
import io.homeiq.service.ServiceException;

/** What became of one attempt to call another service. */
enum Outcome {
    ANSWERED,
    /** With a status from 400 to 499: the caller's fault. */
    REFUSED,
    /** With a status of 500 or more. */
    FAILED,
    UNREACHABLE,
    TIMEOUT,
    BAD_ANSWER,
    /** It did not go out, since too many before it had failed. */
    CIRCUIT_OPEN;

    private static final int FIRST_OF_SERVICE = 500;

    static Outcome of(ServiceException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, PORT_IN_USE, CANNOT_LISTEN -> UNREACHABLE;
            case TIMEOUT -> TIMEOUT;
            case BAD_ANSWER -> BAD_ANSWER;
            case CIRCUIT_OPEN -> CIRCUIT_OPEN;
            case REFUSED -> {
                Problem problem = failure.problem();
                yield problem != null && problem.kind().status() >= FIRST_OF_SERVICE ? FAILED : REFUSED;
            }
        };
    }

    /** Whether the service, or the way to it, is to blame. */
    boolean isFault() {
        return this == FAILED || this == UNREACHABLE || this == TIMEOUT;
    }
}
