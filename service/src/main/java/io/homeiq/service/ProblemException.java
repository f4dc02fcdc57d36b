package io.homeiq.service;

/** Ends the handling of a request with this problem as the answer. Nothing is wrong with the service itself. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** It keeps no stack trace: it is an answer, and clients can cause as many as they like. */
    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
