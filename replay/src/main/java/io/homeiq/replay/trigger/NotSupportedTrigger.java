package io.homeiq.replay.trigger;

/** Never happens here; its name stands among what is not supported. */
record NotSupportedTrigger(String name) implements Trigger {

    @Override
    public Runnable attach(Attachment attachment) {
        return () -> {};
    }
}
