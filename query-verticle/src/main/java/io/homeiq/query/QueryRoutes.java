package io.homeiq.query;

import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asking over HTTP. */
final class QueryRoutes implements Routes {

    /** In characters. */
    private static final int MAX_QUERY = 500;

    private static final int MAX_USER_ID = 100;
    private static final int MAX_ANSWERS = 20;
    private static final String PATH = "/api/v1/query";

    private final Conversation conversation;
    private final QueryBook book;

    QueryRoutes(Conversation conversation, QueryBook book) {
        this.conversation = conversation;
        this.book = book;
    }

    /** A question or request; the context is taken for later and not read yet. */
    private record Asked(
            String query, @Nullable String userId, @Nullable Verbatim context) {}

    private record Answered(List<String> answers) {}

    private record Changed(
            @Nullable String feedback,
            @Nullable List<String> selectedEntities,
            @Nullable String additionalContext) {}

    @Override
    public void addTo(Api api) {
        api.post(PATH, this::ask)
                .get(PATH + "/{id}/suggestions", this::suggestions)
                .post(PATH + "/{id}/refine", this::refine)
                .post(PATH + "/{id}/clarify", this::clarify);
    }

    private Future<Reply> ask(Request request) {
        Asked asked = request.body(Asked.class);
        String user = asked.userId();
        if (user != null && user.length() > MAX_USER_ID) {
            throw Request.invalid("user_id", user, "at most " + MAX_USER_ID + " characters");
        }
        return conversation
                .ask(words("query", asked.query()), user, request.id())
                .map(QueryRoutes::made);
    }

    private Future<Reply> suggestions(Request request) {
        return book.find(request.path("id")).map(query -> {
            QueryReply reply = book.replyOf(query);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("query_id", reply.queryId());
            answer.put("suggestions", reply.suggestions());
            answer.put("total_count", reply.suggestions().size());
            answer.put("status", reply.status());
            return Reply.ok(answer);
        });
    }

    private Future<Reply> refine(Request request) {
        Changed changed = request.body(Changed.class);
        String feedback = (orEmpty(changed.feedback()) + " " + orEmpty(changed.additionalContext())).strip();
        List<String> selected = changed.selectedEntities() == null ? List.of() : changed.selectedEntities();
        if (feedback.isEmpty() && selected.isEmpty()) {
            throw Request.invalid("feedback", "nothing", "what is to change, in words, or selected_entities given");
        }
        if (feedback.length() > MAX_QUERY || selected.size() > MAX_ANSWERS) {
            throw Request.invalid(
                    "feedback",
                    feedback,
                    "at most " + MAX_QUERY + " characters, with at most " + MAX_ANSWERS + " entities");
        }
        List<EntityId> entities = selected.stream().map(QueryRoutes::entity).toList();
        return conversation
                .refine(request.path("id"), feedback, entities, request.id())
                .map(QueryRoutes::made);
    }

    private Future<Reply> clarify(Request request) {
        List<String> answers = request.body(Answered.class).answers();
        if (answers.isEmpty() || answers.size() > MAX_ANSWERS) {
            throw Request.invalid("answers", answers.size() + " of them", "a list of 1 to " + MAX_ANSWERS + " answers");
        }
        answers.forEach(answer -> words("answers", answer));
        return conversation.clarify(request.path("id"), answers, request.id()).map(QueryRoutes::made);
    }

    private static Reply made(QueryReply reply) {
        return Reply.created(reply, PATH + "/" + reply.queryId() + "/suggestions");
    }

    private static String words(String name, String text) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > MAX_QUERY) {
            throw Request.invalid(name, words, "1 to " + MAX_QUERY + " characters");
        }
        return words;
    }

    private static EntityId entity(String text) {
        if (!EntityId.isValid(text)) {
            throw Request.invalid("selected_entities", text, "entity ids such as light.hall");
        }
        return new EntityId(text);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
