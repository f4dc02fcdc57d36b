package io.homeiq.service.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people and clients write them in an address. */
final class Times {

    /** In a query a plus stands for a blank, and clients often forget to encode the one of the offset. */
    private static final Pattern LOST_PLUS = Pattern.compile(" (\\d{2}:\\d{2})$");

    private Times() {}

    /** Null if it is no time. */
    static @Nullable Instant parse(String text) {
        String repaired = LOST_PLUS.matcher(text).replaceFirst("+$1");
        try {
            return OffsetDateTime.parse(repaired).toInstant();
        } catch (DateTimeException noOffset) {
            return parseWithoutOffset(repaired);
        }
    }

    private static @Nullable Instant parseWithoutOffset(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
