package io.homeiq.service.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be taken in, as it is put aside.
 *
 * @param reason one line: what is wrong with it and where
 * @param topic where it came from
 * @param bytes how long it was
 * @param encoding {@code utf-8} if the payload is the message itself as text, {@code base64} if it had to be wrapped
 * @param payload the original message, or its beginning
 * @param truncated whether there is only the beginning
 */
public record DeadLetter(
        String reason,
        String topic,
        Instant receivedAt,
        int bytes,
        String encoding,
        String payload,
        boolean truncated) {

    /** So much of the original is kept: with all quotes escaped, or in Base64, it still fits into a message. In bytes. */
    public static final int MAX_ORIGINAL_BYTES = 24 * 1024;

    static DeadLetter of(String reason, String topic, Instant receivedAt, byte[] original) {
        boolean truncated = original.length > MAX_ORIGINAL_BYTES;
        byte[] kept = truncated ? Arrays.copyOf(original, MAX_ORIGINAL_BYTES) : original;
        String text = textOf(kept);
        return text != null
                ? new DeadLetter(reason, topic, receivedAt, original.length, "utf-8", text, truncated)
                : new DeadLetter(
                        reason,
                        topic,
                        receivedAt,
                        original.length,
                        "base64",
                        Base64.getEncoder().encodeToString(kept),
                        truncated);
    }

    /** Null if it is no plain text. */
    private static @Nullable String textOf(byte[] bytes) {
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
        return character >= ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
