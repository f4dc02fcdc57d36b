package io.homeiq.automation.validation;

import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of one automation.
 *
 * @param errors why it could not work; empty if it could
 * @param warnings what could not be checked, or may not be meant so
 * @param safety null if it could not even be read
 */
public record Verdict(
        List<String> errors,
        List<String> warnings,
        @Nullable Safety safety) {

    private static final int BEST = 100;
    private static final int WITH_CONSENT = 50;
    private static final int PER_WARNING = 10;

    public Verdict {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    /**
     * 0 to 100: 0 with an error or where a person must do it, 50 at most where the owner's explicit consent is needed, 10 less for
     * each warning.
     */
    public int score() {
        if (!isValid() || safety == null || safety.verdict() == SafetyVerdict.BLOCK) {
            return 0;
        }
        int most = safety.verdict() == SafetyVerdict.PASS ? BEST : WITH_CONSENT;
        return Math.max(0, most - PER_WARNING * warnings.size());
    }

    Map<String, Object> toDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("valid", isValid());
        document.put("errors", errors);
        document.put("warnings", warnings);
        if (safety != null) {
            document.put(
                    "safety",
                    Map.of(
                            "tier", safety.tier().name().toLowerCase(Locale.ROOT),
                            "verdict", safety.verdict().name().toLowerCase(Locale.ROOT),
                            "reasons", safety.reasons()));
        }
        document.put("score", score());
        return document;
    }
}
