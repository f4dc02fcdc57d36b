package io.homeiq.homeassistant.live;

/** How a batch of events came to us. */
public enum Origin {
    /** From the recorder, for the time before we were connected for the first time. Most contexts are not known. */
    BACK_FILL,
    /** From the recorder, for a time that we missed. What is known already may be among it. */
    GAP_FILL,
    /** As it happened. */
    LIVE
}
