package io.homeiq.service;

import org.jspecify.annotations.Nullable;

/** What a service could not do at the network, in one line that names what, where and the cure. */
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a caller may want to tell apart. */
    public enum Kind {
        /** Another process listens on the port already. */
        PORT_IN_USE,
        /** The port cannot be opened for another reason, such as an address that this machine does not have. */
        CANNOT_LISTEN,
        /** The other service cannot be reached. */
        UNREACHABLE,
        /** The other service did not answer in time. */
        TIMEOUT,
        /** The other service said no; {@link ServiceException#problem} tells why. */
        REFUSED,
        /** The other service answered something that cannot be understood. */
        BAD_ANSWER,
        /** The other service failed too often in a row; it was not asked this time, and will be again soon. */
        CIRCUIT_OPEN
    }

    private final Kind kind;
    private final @Nullable Problem problem;

    public ServiceException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.problem = null;
    }

    private ServiceException(String message, Problem problem) {
        super(message);
        this.kind = Kind.REFUSED;
        this.problem = problem;
    }

    /** The other service answered with a problem document. */
    public static ServiceException refused(String message, Problem problem) {
        return new ServiceException(message, problem);
    }

    public Kind kind() {
        return kind;
    }

    /** What the other service answered; null unless it {@link Kind#REFUSED}. */
    public @Nullable Problem problem() {
        return problem;
    }
}
