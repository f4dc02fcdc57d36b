package io.homeiq.homeassistant.deploy;

import io.homeiq.contracts.rule.Verbatim;
import org.jspecify.annotations.Nullable;

/** What came of putting an automation in place. */
public sealed interface Deployment {

    /**
     * It is in place, read back and equal.
     *
     * @param location its entity id in Home Assistant, or the path of the file relative to the data folder
     * @param contentHash to be expected by the next write or removal
     * @param previous what stood there before, for a rollback; null if nothing did
     */
    record Deployed(
            String location, String contentHash, @Nullable Verbatim previous) implements Deployment {}

    /** It was in place already; nothing was written. */
    record Unchanged(String location, String contentHash) implements Deployment {}

    /**
     * Something else stands there than what we wrote last; nothing was written.
     *
     * @param difference one line that tells what differs
     */
    record HandEdited(String difference) implements Deployment {}

    /**
     * It cannot work there; what stood there before stands there still.
     *
     * @param reason one line that names the cause and the cure, in Home Assistant's words where it is Home Assistant that refuses
     */
    record Refused(String reason) implements Deployment {}
}
