package io.homeiq.contracts.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * A message that a service could not read, as it puts it on {@link Topic#deadLetter}.
 *
 * @param topic where the message came in
 * @param reason one line that names what is wrong with it, and where
 * @param time when it came in
 * @param payloadBase64 the original bytes, at most the first {@link #MAX_PAYLOAD_BYTES} of them
 */
public record DeadLetter(Topic topic, String reason, Instant time, String payloadBase64) {

    /** So that the letter itself fits on the bus. */
    public static final int MAX_PAYLOAD_BYTES = 32 * 1024;

    public DeadLetter {
        RequiredText.check("reason", reason);
    }

    /** Wraps the message, cutting what is too long. */
    public static DeadLetter of(Topic topic, String reason, Instant time, byte[] payload) {
        byte[] kept = payload.length <= MAX_PAYLOAD_BYTES ? payload : Arrays.copyOf(payload, MAX_PAYLOAD_BYTES);
        return new DeadLetter(topic, reason, time, Base64.getEncoder().encodeToString(kept));
    }
}
