package io.homeiq.replay.trigger;

/** Something that may happen. */
public interface Trigger {

    /**
     * Begins to watch for it.
     *
     * @return ends it
     * @throws io.homeiq.replay.fault.Fault if Home Assistant cannot set it up at this moment
     */
    Runnable attach(Attachment attachment);
}
