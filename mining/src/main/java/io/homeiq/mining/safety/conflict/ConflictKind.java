package io.homeiq.mining.safety.conflict;

/** The ways in which automations get in each other's way, the gravest first. */
public enum ConflictKind {
    /** One sets off the other, which sets off the first again, for ever or until something happens to stop it. */
    LOOP,
    /** Upon the same trigger one undoes what the other does. */
    OPPOSITE_ON_TRIGGER,
    /** At about the same time, or while both are meant to hold, one undoes what the other does. */
    OPPOSITE_IN_TIME,
    /** Upon the same trigger, and what comes of it depends on which runs first. */
    RACE,
    /** A condition never holds, or another automation takes care that it does not. */
    DEFEATED,
    /** The same twice. */
    DUPLICATE,
    /** Whatever one does, another does already. */
    SUBSUMED,
    /** What one does starts the other. */
    CHAIN,
    /** It runs very often. */
    REPEATED
}
