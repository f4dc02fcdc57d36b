package io.homeiq.automation.wording;

import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.store.suggestion.StoredWording;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The other words that are known, at hand for whoever shows suggestions. From every thread. */
public final class Wordings {

    /** More suggestions than this are not looked at by anybody. */
    static final int MAX_KNOWN = 1_000;

    private final Map<SuggestionId, StoredWording> known = new ConcurrentHashMap<>();

    /** Beyond {@link #MAX_KNOWN} the new ones are shown in our own words. */
    void add(Collection<StoredWording> wordings) {
        for (StoredWording wording : wordings) {
            if (known.size() < MAX_KNOWN || known.containsKey(wording.suggestion())) {
                known.put(wording.suggestion(), wording);
            }
        }
    }

    /** Whether a model was asked about these very words of it. */
    boolean isKnown(Suggestion suggestion) {
        return of(suggestion) != null;
    }

    boolean hasRoom() {
        return known.size() < MAX_KNOWN;
    }

    private @Nullable StoredWording of(Suggestion suggestion) {
        StoredWording wording = known.get(suggestion.id());
        return wording != null
                        && wording.ourTitle().equals(suggestion.title())
                        && wording.ourDescription().equals(suggestion.description())
                ? wording
                : null;
    }

    /** In which words people are shown it: the other ones, or our own where there are none. */
    public Wording shown(Suggestion suggestion) {
        return others(suggestion).orElseGet(() -> new Wording(suggestion.title(), suggestion.description()));
    }

    /** What a model said and what was taken of it, though it may have said the same. */
    private Optional<Wording> others(Suggestion suggestion) {
        StoredWording wording = of(suggestion);
        return wording != null && wording.title() != null && wording.description() != null
                ? Optional.of(new Wording(wording.title(), wording.description()))
                : Optional.empty();
    }

    /** Puts the other words into what people are shown of it, and keeps our own beside them. */
    public void retell(Suggestion suggestion, Map<String, Object> view) {
        others(suggestion).ifPresent(shown -> {
            view.put("title", shown.title());
            view.put("description", shown.description());
            view.put("original_title", suggestion.title());
            view.put("original_description", suggestion.description());
        });
    }
}
