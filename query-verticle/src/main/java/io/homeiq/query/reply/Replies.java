package io.homeiq.query.reply;

import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.file.QueryReply.Answer;
import io.homeiq.contracts.file.QueryReply.Call;
import io.homeiq.contracts.file.QueryReply.Outcome;
import io.homeiq.contracts.file.QueryReply.Question;
import io.homeiq.contracts.file.QueryReply.Reading;
import io.homeiq.contracts.file.QueryReply.Suggested;
import io.homeiq.contracts.file.QueryReply.Target;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.query.language.Choice;
import io.homeiq.query.language.Meaning;
import java.util.List;
import java.util.Map;

/** The forms of a reply, one for each outcome. */
final class Replies {

    private static final double UNDECIDED = 0.5;

    private Replies() {}

    static QueryReply refusal(String id, String reason, List<EntityId> entities) {
        return new QueryReply(
                id, Outcome.REFUSAL, "refused", reason, 0, entities, List.of(), List.of(), null, null, null, List.of());
    }

    static QueryReply question(String id, Meaning.Unclear unclear) {
        List<String> choices = unclear.choices().stream().map(Choice::text).toList();
        return new QueryReply(
                id,
                Outcome.QUESTION,
                "clarification_needed",
                unclear.question(),
                UNDECIDED,
                unclear.entities(),
                readings(unclear),
                List.of(),
                null,
                null,
                new Question(unclear.question(), choices),
                List.of());
    }

    private static List<Reading> readings(Meaning.Unclear unclear) {
        double each =
                unclear.choices().isEmpty() ? 0 : UNDECIDED / unclear.choices().size();
        return unclear.choices().stream()
                .map(choice -> new Reading(choice.sentence(), null, List.of(), each))
                .toList();
    }

    static QueryReply answer(
            String id, String text, Map<String, Object> data, List<EntityId> entities, double confidence) {
        return answer(id, text, data, entities, confidence, List.of());
    }

    static QueryReply answer(
            String id,
            String text,
            Map<String, Object> data,
            List<EntityId> entities,
            double confidence,
            List<Suggested> suggestions) {
        return new QueryReply(
                id,
                Outcome.ANSWER,
                "answered",
                text,
                confidence,
                entities,
                List.of(),
                List.of(),
                null,
                new Answer(text, new Verbatim(Map.copyOf(data))),
                null,
                suggestions);
    }

    static QueryReply command(String id, Meaning.Act act, String words, String message) {
        List<Call> calls = calls(act.calls());
        return new QueryReply(
                id,
                Outcome.COMMAND,
                "not_executed",
                message,
                act.confidence(),
                act.entities(),
                List.of(new Reading(words, null, calls, act.confidence())),
                calls,
                null,
                null,
                null,
                List.of());
    }

    static QueryReply automation(String id, Meaning.Automate draft, String title, String message, Verbatim automation) {
        return new QueryReply(
                id,
                Outcome.AUTOMATION,
                "draft",
                message,
                draft.confidence(),
                draft.entities(),
                List.of(new Reading(title, draft.rule(), List.of(), draft.confidence())),
                List.of(),
                automation,
                null,
                null,
                List.of());
    }

    private static List<Call> calls(List<CallService> calls) {
        return calls.stream()
                .map(call -> new Call(call.domain(), call.service(), new Target(call.targets()), call.data()))
                .toList();
    }
}
