package io.homeiq.query.reply;

import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.query.language.Meaning;
import io.homeiq.service.client.ServiceClient;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.suggestion.SuggestionRepository;
import io.vertx.core.Future;
import java.util.List;

/** Answers what a sentence means. It changes nothing. */
public final class Answerer {

    private final SharedDatabase database;
    private final HabitReplies habits;
    private final StateReplies states;

    /** @param dataApi where the last known states are read */
    public Answerer(
            SharedDatabase database,
            PatternRepository patterns,
            SuggestionRepository suggestions,
            ServiceClient dataApi,
            HomeId home) {
        this.database = database;
        this.habits = new HabitReplies(patterns, suggestions, home);
        this.states = new StateReplies(dataApi);
    }

    /**
     * The reply under this id.
     *
     * @param requestId goes to the Data API, if that is asked
     */
    public Future<QueryReply> answer(String queryId, Meaning meaning, KnownHome home, String requestId) {
        return switch (meaning) {
            case Meaning.Automate draft -> Future.succeededFuture(Drafts.automation(queryId, draft, home));
            case Meaning.Act act -> Future.succeededFuture(Drafts.command(queryId, act, home));
            case Meaning.AskState asked -> states.reply(queryId, asked, home, requestId);
            case Meaning.AskHabits asked ->
                database.read(connection -> habits.reply(connection, queryId, asked.question(), home));
            case Meaning.Unclear unclear -> Future.succeededFuture(Replies.question(queryId, unclear));
            case Meaning.Refused refused ->
                Future.succeededFuture(Replies.refusal(queryId, refused.reason(), List.of()));
        };
    }
}
