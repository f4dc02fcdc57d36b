package io.homeiq.homeassistant.deploy;

/** What came of taking an automation away. */
public sealed interface Removal {

    /** It was there and is gone; that was looked after. */
    record Removed() implements Removal {}

    /** It was not there. */
    record AlreadyGone() implements Removal {}

    /**
     * Something else stands there than what we wrote last; it was left alone.
     *
     * @param difference one line that tells what differs
     */
    record HandEdited(String difference) implements Removal {}
}
