package io.homeiq.data.history;

import io.homeiq.contracts.home.Sequenced;
import io.homeiq.store.history.HistoryReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A place between two events in the order of the log: just beyond the one with this time and number. It stays right while events are added.
 *
 * @param seq tells events of one time apart; a number that no event has for the edge of that time
 */
public record Position(Instant time, long seq) {

    /** Farther from 1970 the log has no events, and times cannot be reckoned with. */
    private static final long MAX_SECONDS = 9_000_000_000_000L;

    static Position of(Sequenced event) {
        return new Position(event.event().time(), event.seq());
    }

    /**
     * What comes after it, in one of the two directions. Where the log has no event of this number at this time, nothing of that
     * time comes after it.
     */
    Predicate<Sequenced> beyond(HistoryReader reader, boolean newestFirst) {
        Sequenced[] last = new Sequenced[1];
        if (seq > 0 && seq < Long.MAX_VALUE) {
            reader.bySeq(seq - 1, 1, event -> last[0] = event);
        }
        Sequenced known = last[0];
        if (known != null && known.seq() == seq && known.event().time().equals(time)) {
            return event -> (HistoryReader.OLDEST_FIRST.compare(event, known) < 0) == newestFirst && event.seq() != seq;
        }
        return newestFirst
                ? event -> event.event().time().isBefore(time)
                : event -> event.event().time().isAfter(time);
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
