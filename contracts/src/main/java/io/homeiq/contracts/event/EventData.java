package io.homeiq.contracts.event;

/** What an event says: one record a type, its components the fields on the wire, in snake_case there. */
public sealed interface EventData
        permits StateChanged,
                HistoryImported,
                AnalysisCompleted,
                PatternDetected,
                PatternChanged,
                PatternRetired,
                SuggestionCreated,
                SuggestionApproved,
                SuggestionRejected,
                SuggestionExpired,
                AutomationDeployed,
                AutomationFailed,
                AutomationRolledBack,
                AutomationOverridden,
                QueryAnswered,
                TrainingCompleted,
                ModelPromoted {

    /** The type of event that carries this. */
    default EventType type() {
        return EventType.of(getClass());
    }

    /** What the event is about, such as an entity or a suggestion; never empty. */
    String subject();
}
