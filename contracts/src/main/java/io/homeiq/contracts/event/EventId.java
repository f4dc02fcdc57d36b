package io.homeiq.contracts.event;

/**
 * Tells one event from every other; a repeated delivery carries the same.
 *
 * @param value 1 to 64 visible characters of ASCII
 */
public record EventId(String value) {

    /** In characters. */
    public static final int MAX_LENGTH = 64;

    public EventId {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(EventId::isVisible)) {
            throw new IllegalArgumentException(
                    "eventId must have 1 to " + MAX_LENGTH + " visible characters of ASCII, was: " + value);
        }
    }

    private static boolean isVisible(int character) {
        return character > ' ' && character < 0x7f;
    }

    @Override
    public String toString() {
        return value;
    }
}
