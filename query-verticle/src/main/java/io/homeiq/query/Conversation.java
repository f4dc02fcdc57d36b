package io.homeiq.query;

import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.query.language.Interpreter;
import io.homeiq.query.language.Meaning;
import io.homeiq.query.language.Refinement;
import io.homeiq.query.reply.Answerer;
import io.homeiq.query.reply.KnownHome;
import io.homeiq.service.Problem;
import io.homeiq.store.query.Clarification;
import io.homeiq.store.query.StoredQuery;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asking, answering a question that was asked back, and changing what was asked: each time the whole sentence is understood anew. */
final class Conversation {

    /** After so many answers that do not make it clear, it is given up. */
    static final int MAX_ROUNDS = 3;

    private static final String STILL_UNCLEAR = "I still do not understand it; please say it anew in one sentence.";

    private final QueryBook book;
    private final Supplier<Future<KnownHome>> homes;
    private final Answerer answerer;
    private final QueryNumbers numbers;
    private final WireJson json;
    private final InstantSource clock;

    Conversation(
            QueryBook book,
            Supplier<Future<KnownHome>> homes,
            Answerer answerer,
            QueryNumbers numbers,
            WireJson json,
            InstantSource clock) {
        this.book = book;
        this.homes = homes;
        this.answerer = answerer;
        this.numbers = numbers;
        this.json = json;
        this.clock = clock;
    }

    /** A new query. */
    Future<QueryReply> ask(String text, @Nullable String userId, String requestId) {
        String id = "q_" + UUID.randomUUID().toString().replace("-", "");
        Turn turn = new Turn(id, userId, clock.instant(), requestId);
        return homes.get().compose(home -> understood(turn, text, 0, home));
    }

    /** An answer to what was asked back. */
    Future<QueryReply> clarify(String id, List<String> answers, String requestId) {
        Instant begun = clock.instant();
        return book.find(id)
                .compose(query -> book.clarification(id).compose(found -> {
                    Clarification open = found.filter(Clarification::open)
                            .orElseThrow(() -> Problem.of(
                                            Problem.Kind.CONFLICT,
                                            "query " + id + " waits for no answer; refine it, or ask anew")
                                    .asException());
                    String sentence = json.read(open.document(), Pending.class).answered(answers);
                    return homes.get()
                            .compose(home -> understood(
                                    new Turn(id, query.userId(), begun, requestId), sentence, open.rounds() + 1, home));
                }));
    }

    /** The same with a change. */
    Future<QueryReply> refine(String id, String feedback, List<EntityId> selected, String requestId) {
        Instant begun = clock.instant();
        return book.find(id)
                .compose(query -> homes.get().compose(home -> {
                    Refinement refinement = new Refinement(home.names());
                    String about = selected.isEmpty() ? query.query() : refinement.about(query.query(), selected);
                    String sentence = feedback.isBlank() ? about : refinement.change(about, feedback);
                    return understood(new Turn(id, query.userId(), begun, requestId), sentence, 0, home);
                }));
    }

    private Future<QueryReply> understood(Turn turn, String sentence, int rounds, KnownHome home) {
        Meaning meaning = new Interpreter(home.names()).understand(sentence);
        Meaning settled = meaning instanceof Meaning.Unclear && rounds >= MAX_ROUNDS
                ? new Meaning.Refused(STILL_UNCLEAR)
                : meaning;
        return answerer.answer(turn.queryId(), settled, home, turn.requestId()).compose(reply -> {
            Instant now = clock.instant();
            Duration duration = Duration.between(turn.begun(), now);
            StoredQuery query = new StoredQuery(
                    turn.queryId(),
                    sentence,
                    turn.userId(),
                    reply.status(),
                    json.toText(reply),
                    reply.confidence(),
                    turn.begun());
            return book.keep(query, reply, clarification(turn.queryId(), settled, rounds, now), duration)
                    .onSuccess(kept -> numbers.answered(reply, duration));
        });
    }

    private @Nullable Clarification clarification(String id, Meaning meaning, int rounds, Instant now) {
        if (meaning instanceof Meaning.Unclear unclear) {
            return new Clarification(id, rounds, true, json.toText(Pending.of(unclear)), now);
        }
        return new Clarification(id, rounds, false, "{}", now);
    }
}
