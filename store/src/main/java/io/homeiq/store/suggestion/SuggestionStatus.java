package io.homeiq.store.suggestion;

import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.suggestion.SuggestionState.Approved;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import io.homeiq.contracts.suggestion.SuggestionState.Expired;
import io.homeiq.contracts.suggestion.SuggestionState.Failed;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.contracts.suggestion.SuggestionState.Rejected;
import io.homeiq.contracts.suggestion.SuggestionState.RolledBack;
import java.util.Locale;

/** The name of a suggestion's state, to search by. */
public enum SuggestionStatus {
    PROPOSED,
    TRIAL,
    APPROVED,
    DEPLOYED,
    FAILED,
    REJECTED,
    EXPIRED,
    ROLLED_BACK,
    RETIRED;

    /** The name of that state. */
    public static SuggestionStatus of(SuggestionState state) {
        return switch (state) {
            case Proposed any -> PROPOSED;
            case SuggestionState.Trial any -> TRIAL;
            case Approved any -> APPROVED;
            case Deployed any -> DEPLOYED;
            case Failed any -> FAILED;
            case Rejected any -> REJECTED;
            case Expired any -> EXPIRED;
            case RolledBack any -> ROLLED_BACK;
            case SuggestionState.Retired any -> RETIRED;
        };
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
