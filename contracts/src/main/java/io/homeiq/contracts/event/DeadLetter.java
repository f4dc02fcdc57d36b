package io.homeiq.contracts.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A message that a service could not take in, as it puts it on {@link Topic#deadLetter}.
 *
 * @param reason one line that names what is wrong with it, and where
 * @param topic where the message came in
 * @param receivedAt when it came in
 * @param bytes how long it was
 * @param encoding {@code utf-8} if the payload is the message itself as text, {@code base64} if it had to be wrapped
 * @param payload the original message, or its beginning
 * @param truncated whether there is only the beginning
 */
public record DeadLetter(
        String reason, Topic topic, Instant receivedAt, int bytes, String encoding, String payload, boolean truncated) {

    /** So much of the original is kept that the letter fits on the bus even with every character escaped. In bytes. */
    public static final int MAX_ORIGINAL_BYTES = 24 * 1024;

    private static final String TEXT = "utf-8";
    private static final String WRAPPED = "base64";

    public DeadLetter {
        RequiredText.check("reason", reason);
        if (!encoding.equals(TEXT) && !encoding.equals(WRAPPED)) {
            throw new IllegalArgumentException("encoding must be utf-8 or base64, was: " + encoding);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("a message has 0 bytes or more, was: " + bytes);
        }
    }

    /** Puts the message into a letter, as text where that is possible; what is too long is cut. */
    public static DeadLetter of(String reason, Topic topic, Instant receivedAt, byte[] original) {
        boolean truncated = original.length > MAX_ORIGINAL_BYTES;
        byte[] kept = truncated ? Arrays.copyOf(original, MAX_ORIGINAL_BYTES) : original;
        String text = plainText(kept);
        return text != null
                ? new DeadLetter(reason, topic, receivedAt, original.length, TEXT, text, truncated)
                : new DeadLetter(
                        reason,
                        topic,
                        receivedAt,
                        original.length,
                        WRAPPED,
                        Base64.getEncoder().encodeToString(kept),
                        truncated);
    }

    /** Null if the bytes are no text that a person can read. */
    private static @Nullable String plainText(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars().allMatch(DeadLetter::isPlain) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isPlain(int character) {
        return character >= ' ' && character != 0x7f || character == '\n' || character == '\r' || character == '\t';
    }
}
