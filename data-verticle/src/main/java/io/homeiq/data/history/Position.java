package io.homeiq.data.history;

import io.homeiq.contracts.home.Sequenced;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A place between two events in the order of time: just after the one with this time and number. It stays right while events are added.
 *
 * @param seq tells events of one time apart
 */
public record Position(Instant time, long seq) {

    /** Farther from 1970 the log has no events, and times cannot be reckoned with. */
    private static final long MAX_SECONDS = 9_000_000_000_000L;

    static Position of(Sequenced event) {
        return new Position(event.event().time(), event.seq());
    }

    /** Whether the event comes later in the order of time. */
    boolean isBefore(Sequenced event) {
        int times = time.compareTo(event.event().time());
        return times < 0 || times == 0 && seq < event.seq();
    }

    /** Whether the event comes earlier in the order of time. */
    boolean isAfter(Sequenced event) {
        int times = time.compareTo(event.event().time());
        return times > 0 || times == 0 && seq > event.seq();
    }

    /** As a word that can stand in an address. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + "/" + seq).getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty if the word was not made by {@link #encode}. */
    public static Optional<Position> decode(String word) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII);
            int slash = text.indexOf('/');
            return slash < 0
                    ? Optional.empty()
                    : Optional.of(new Position(
                                    Instant.parse(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1))))
                            .filter(position -> Math.abs(position.time.getEpochSecond()) <= MAX_SECONDS);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
