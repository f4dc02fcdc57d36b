package io.homeiq.automation.device;

import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The suggestion that the buttons answer.
 *
 * @param mark of the words, the rule and the safety judgement that are shown: a press carries it
 * @param since when exactly this came up
 */
record Shown(SuggestionId suggestionId, String mark, Instant since) {

    /** Nobody looks, decides and presses in less than this: such a press was meant for what stood there before. */
    static final Duration TOO_SOON = Duration.ofSeconds(2);

    private static final int MARK_LENGTH = 12;

    static Shown of(Suggestion suggestion, WireJson json, Instant now) {
        return new Shown(suggestion.id(), mark(suggestion, json), now);
    }

    /** Another one as soon as the owner would agree to something else. */
    static String mark(Suggestion suggestion, WireJson json) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(suggestion.title().getBytes(StandardCharsets.UTF_8));
            digest.update(json.toBytes(suggestion.automation()));
            digest.update(json.toBytes(suggestion.safety()));
            return HexFormat.of().formatHex(digest.digest()).substring(0, MARK_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean isSame(Shown other) {
        return suggestionId.equals(other.suggestionId) && mark.equals(other.mark);
    }

    /** Also if the clock was set back meanwhile. */
    boolean isTooSoon(Instant now) {
        return Duration.between(since, now).abs().compareTo(TOO_SOON) < 0;
    }
}
