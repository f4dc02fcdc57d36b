package io.homeiq.automation.validation;

import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.mining.safety.SafetyReview.Reviewed;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conflict.Conflict;
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
 * @param reviewed null if it could not even be read
 */
public record Verdict(
        List<String> errors,
        List<String> warnings,
        @Nullable Reviewed reviewed) {

    private static final int PER_WARNING = 10;

    public Verdict {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    /**
     * 0 to 100: 0 with an error or where it is forbidden, 50 at most where the owner's explicit consent is needed, less for each conflict
     * with another automation, 10 less for each warning.
     */
    public int score() {
        Integer score = reviewed == null ? null : reviewed.safety().score();
        return !isValid() || score == null ? 0 : Math.max(0, score - PER_WARNING * warnings.size());
    }

    Map<String, Object> toDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("valid", isValid());
        document.put("errors", errors);
        document.put("warnings", warnings);
        if (reviewed != null) {
            document.put("safety", safety(reviewed.safety()));
            document.put(
                    "conflicts",
                    reviewed.conflicts().stream().map(Verdict::conflict).toList());
        }
        document.put("score", score());
        return document;
    }

    private static Map<String, Object> safety(Safety safety) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tier", word(safety.tier()));
        document.put("verdict", word(safety.verdict()));
        document.put("reasons", safety.reasons());
        document.put("notes", safety.notes() == null ? List.of() : safety.notes());
        if (safety.examples() != null) {
            document.put("examples", safety.examples());
        }
        return document;
    }

    private static Map<String, Object> conflict(Conflict conflict) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", word(conflict.kind()));
        document.put("gravity", word(conflict.gravity()));
        document.put(
                "automations",
                conflict.automations().stream().map(Conduct::name).toList());
        conflict.entity().ifPresent(entity -> document.put("entity", entity.value()));
        document.put("explanation", conflict.explanation());
        document.put("trace", conflict.trace());
        return document;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
