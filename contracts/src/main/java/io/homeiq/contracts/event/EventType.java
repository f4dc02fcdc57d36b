package io.homeiq.contracts.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every type of event on the bus, with its name there and the record that it carries. */
public enum EventType {
    STATE_CHANGED("state.changed", StateChanged.class),
    HISTORY_IMPORTED("history.imported", HistoryImported.class),
    ANALYSIS_COMPLETED("analysis.completed", AnalysisCompleted.class),
    PATTERN_DETECTED("pattern.detected", PatternDetected.class),
    PATTERN_CHANGED("pattern.changed", PatternChanged.class),
    PATTERN_RETIRED("pattern.retired", PatternRetired.class),
    SUGGESTION_CREATED("suggestion.created", SuggestionCreated.class),
    SUGGESTION_APPROVED("suggestion.approved", SuggestionApproved.class),
    SUGGESTION_REJECTED("suggestion.rejected", SuggestionRejected.class),
    SUGGESTION_EXPIRED("suggestion.expired", SuggestionExpired.class),
    AUTOMATION_DEPLOYED("automation.deployed", AutomationDeployed.class),
    AUTOMATION_FAILED("automation.failed", AutomationFailed.class),
    AUTOMATION_ROLLED_BACK("automation.rolled_back", AutomationRolledBack.class),
    AUTOMATION_OVERRIDDEN("automation.overridden", AutomationOverridden.class),
    QUERY_ANSWERED("query.answered", QueryAnswered.class),
    TRAINING_COMPLETED("training.completed", TrainingCompleted.class),
    MODEL_PROMOTED("model.promoted", ModelPromoted.class);

    private static final Map<Class<?>, EventType> BY_DATA =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::data, Function.identity()));
    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

    private final String wireName;
    private final Class<? extends EventData> data;

    EventType(String wireName, Class<? extends EventData> data) {
        this.wireName = wireName;
        this.data = data;
    }

    static EventType of(Class<? extends EventData> data) {
        EventType type = BY_DATA.get(data);
        if (type == null) {
            throw new IllegalArgumentException("no event type carries " + data.getName());
        }
        return type;
    }

    /** The type of this name on the wire, if there is one. */
    public static Optional<EventType> named(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** As in the topic and in the envelope, for example {@code pattern.detected}. */
    public String wireName() {
        return wireName;
    }

    /** The record that its data is read into. */
    public Class<? extends EventData> data() {
        return data;
    }
}
