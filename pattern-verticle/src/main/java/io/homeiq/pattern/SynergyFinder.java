package io.homeiq.pattern;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.mining.synergy.Question;
import io.homeiq.mining.synergy.SynergySearch;
import io.homeiq.pattern.synergy.KnownCorrelations;
import io.homeiq.store.synergy.SynergyRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the synergies in what was mined, and keeps them. What was counted before is not counted again. */
final class SynergyFinder {

    private final HistoryFollower follower;
    private final KnownCorrelations known;
    private final SynergyRepository synergies;
    private final HomeId home;
    private final InstantSource clock;

    SynergyFinder(
            HistoryFollower follower,
            KnownCorrelations known,
            SynergyRepository synergies,
            HomeId home,
            InstantSource clock) {
        this.follower = follower;
        this.known = known;
        this.synergies = synergies;
        this.home = home;
        this.clock = clock;
    }

    /**
     * The best first; none while the history is too short.
     *
     * @param patterns what the analysis of the same history found
     */
    Future<List<Synergy>> find(List<Pattern> patterns) {
        return follower.look(session -> session.synergies(patterns))
                .compose(search -> search.map(this::find).orElseGet(() -> Future.succeededFuture(List.of())));
    }

    private Future<List<Synergy>> find(SynergySearch search) {
        return follower.look(session -> search.questions())
                .compose(questions -> known.answers(questions, some -> follower.look(session -> count(search, some))))
                .compose(answers -> follower.look(session -> search.rank(answers)));
    }

    private static Map<Question, Correlation> count(SynergySearch search, List<Question> questions) {
        Map<Question, Correlation> answers = new LinkedHashMap<>();
        questions.forEach(question -> answers.put(question, search.answer(question)));
        return answers;
    }

    /** Keeps these, and forgets what is not found any more. */
    Future<Void> keep(SqlConnection connection, List<Synergy> found) {
        return synergies.replace(connection, home, found, clock.instant());
    }
}
