package io.homeiq.mining.repair;

/** Whether people did by hand at some time what an automation does at another. */
enum ByHand {
    DONE,
    LEFT,
    /** It was as they would have had it already, or that time is not over. */
    UNTOLD
}
