package io.homeiq.automation.suggestion;

import io.homeiq.service.http.Request;
import io.homeiq.store.suggestion.SuggestionStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names by which states are asked for: ours, and those of the older system. */
final class StatusNames {

    /** There, a suggestion was written step by step; ours is complete when it is proposed. */
    private static final Map<String, SuggestionStatus> OLDER = Map.of(
            "draft", SuggestionStatus.PROPOSED,
            "refining", SuggestionStatus.PROPOSED,
            "yaml_generated", SuggestionStatus.PROPOSED);

    private StatusNames() {}

    /** @throws io.homeiq.service.ProblemException for a name that nobody knows */
    static Set<SuggestionStatus> read(List<String> names) {
        EnumSet<SuggestionStatus> statuses = EnumSet.noneOf(SuggestionStatus.class);
        names.forEach(name -> statuses.add(read(name)));
        return statuses;
    }

    private static SuggestionStatus read(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        SuggestionStatus older = OLDER.get(lower);
        if (older != null) {
            return older;
        }
        for (SuggestionStatus status : SuggestionStatus.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(lower)) {
                return status;
            }
        }
        throw Request.invalid(
                "status",
                name,
                "one of proposed, trial, approved, deployed, failed, rejected, expired, rolled_back, retired");
    }
}
