package io.homeiq.pattern.synergy;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.mining.synergy.Question;
import io.homeiq.store.cache.CorrelationCache;
import io.homeiq.store.cache.CorrelationKey;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers of one home's questions: those that are known from the cache, all others counted and remembered. */
public final class KnownCorrelations {

    /** Pairs counted at once; live events are taken in between. */
    private static final int BATCH = 64;

    private final CorrelationCache cache;
    private final HomeId home;

    public KnownCorrelations(CorrelationCache cache, HomeId home) {
        this.cache = cache;
        this.home = home;
    }

    /**
     * The answers to all of these.
     *
     * @param count answers some of them, of which nothing is known
     */
    public Future<Map<Question, Correlation>> answers(
            List<Question> questions, Function<List<Question>, Future<Map<Question, Correlation>>> count) {
        return cache.find(questions.stream().map(this::key).toList()).compose(known -> {
            Map<Question, Correlation> answers = new LinkedHashMap<>();
            List<Question> open = new ArrayList<>();
            for (Question question : questions) {
                Correlation answer = known.get(key(question));
                if (answer == null) {
                    open.add(question);
                } else {
                    answers.put(question, answer);
                }
            }
            return countAll(open, answers, count).map(answers);
        });
    }

    private Future<Void> countAll(
            List<Question> open,
            Map<Question, Correlation> answers,
            Function<List<Question>, Future<Map<Question, Correlation>>> count) {
        Future<Void> done = Future.succeededFuture();
        for (int from = 0; from < open.size(); from += BATCH) {
            List<Question> batch = open.subList(from, Math.min(open.size(), from + BATCH));
            done = done.compose(before -> count.apply(batch)).compose(counted -> {
                answers.putAll(counted);
                return remember(counted);
            });
        }
        return done;
    }

    private Future<Void> remember(Map<Question, Correlation> counted) {
        Map<CorrelationKey, Correlation> entries = new LinkedHashMap<>();
        counted.forEach((question, correlation) -> entries.put(key(question), correlation));
        return cache.put(entries);
    }

    private CorrelationKey key(Question question) {
        return new CorrelationKey(home, question.pair().toString(), question.lastDay(), question.extent());
    }
}
