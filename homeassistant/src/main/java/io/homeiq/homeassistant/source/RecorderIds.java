package io.homeiq.homeassistant.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ids of contexts and users as the recorder keeps them, 16 bytes each. A context's id is a ULID: 26 characters of
 * Crockford's base 32, of which the first three bits are zero. A user's id is a UUID as 32 hexadecimal digits.
 */
public final class RecorderIds {

    private static final int BYTES = 16;
    private static final int ULID_LENGTH = 26;
    private static final int HEX_LENGTH = 32;
    private static final int BITS_PER_CHARACTER = 5;
    private static final byte[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUES = values();
    private static final HexFormat HEX = HexFormat.of();

    private RecorderIds() {}

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (byte value = 0; value < ALPHABET.length; value++) {
            values[ALPHABET[value]] = value;
            values[Character.toLowerCase(ALPHABET[value])] = value;
        }
        return values;
    }

    /** The ULID of these bytes; null if there are not 16 of them. */
    public static @Nullable String contextText(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length != BYTES) {
            return null;
        }
        ByteBuffer number = ByteBuffer.wrap(bytes);
        long high = number.getLong();
        long low = number.getLong();
        byte[] text = new byte[ULID_LENGTH];
        for (int i = ULID_LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET[(int) (low & 31)];
            low = low >>> BITS_PER_CHARACTER | high << Long.SIZE - BITS_PER_CHARACTER;
            high >>>= BITS_PER_CHARACTER;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /**
     * The bytes of a context's id; null of null. An id that is neither ULID nor UUID gets bytes of its own, always the
     * same, so that events of one cause stay together.
     */
    public static byte @Nullable [] contextBytes(@Nullable String id) {
        if (id == null) {
            return null;
        }
        byte[] ulid = ulidBytes(id);
        return ulid == null ? uuidBytes(id) : ulid;
    }

    private static byte @Nullable [] ulidBytes(String id) {
        if (id.length() != ULID_LENGTH || id.charAt(0) > '7') {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < ULID_LENGTH; i++) {
            char character = id.charAt(i);
            int value = character < VALUES.length ? VALUES[character] : -1;
            if (value < 0) {
                return null;
            }
            high = high << BITS_PER_CHARACTER | low >>> Long.SIZE - BITS_PER_CHARACTER;
            low = low << BITS_PER_CHARACTER | value;
        }
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /** The user's id of these bytes; null if there are not 16 of them. */
    public static @Nullable String userText(byte @Nullable [] bytes) {
        return bytes == null || bytes.length != BYTES ? null : HEX.formatHex(bytes);
    }

    /** The bytes of a user's id; null of null. What is no UUID gets bytes of its own, always the same. */
    public static byte @Nullable [] userBytes(@Nullable String id) {
        return id == null ? null : uuidBytes(id);
    }

    private static byte[] uuidBytes(String id) {
        String digits = id.replace("-", "");
        if (digits.length() == HEX_LENGTH && digits.chars().allMatch(HexFormat::isHexDigit)) {
            return HEX.parseHex(digits);
        }
        UUID derived = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(BYTES)
                .putLong(derived.getMostSignificantBits())
                .putLong(derived.getLeastSignificantBits())
                .array();
    }
}
