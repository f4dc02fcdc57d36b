package io.homeiq.automation.suggestion;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.mining.ranking.EvidenceFeatures;
import io.homeiq.mining.ranking.RankingModel;
import io.homeiq.mining.ranking.RankingReason;
import io.homeiq.service.event.Announcer;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionRepository;
import io.homeiq.store.training.ModelRepository;
import io.homeiq.store.training.TrainedModel;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which suggestion stands before which: by the score of the model in use, or by confidence while there is none. The score is written beside
 * each suggestion, so that a page anywhere in the list is read in order. Safe to use from every thread.
 */
public final class SuggestionOrder {

    private static final Logger LOG = LoggerFactory.getLogger(SuggestionOrder.class);

    /** Suggestions held at once while all are put in order again. */
    private static final int PIECE = SuggestionFilter.MAX_LIMIT;

    /** More reasons for one place than these nobody reads. */
    private static final int MOST_REASONS = 3;

    private static final String BEFORE_ALL = "";

    private final Announcer announcer;
    private final SuggestionRepository suggestions;
    private final ModelRepository models;
    private final WireJson json;
    private final HomeId home;

    /** What the stored ranks follow; null until somebody looked. */
    private volatile @Nullable Choice choice;

    /**
     * The model in use.
     *
     * @param id null: there is none
     * @param model null: none, or none that can be read, so the confidence counts
     */
    private record Choice(@Nullable String id, @Nullable RankingModel model) {

        double rank(Suggestion suggestion) {
            return model == null ? suggestion.confidence() : model.score(EvidenceFeatures.of(suggestion));
        }
    }

    public SuggestionOrder(Announcer announcer, SuggestionRepository suggestions, WireJson json, HomeId home) {
        this.announcer = announcer;
        this.suggestions = suggestions;
        this.models = new ModelRepository(json);
        this.json = json;
        this.home = home;
    }

    /** Gives a suggestion its place, in the transaction that wrote it. */
    Future<Void> place(SqlConnection connection, Suggestion suggestion) {
        Choice now = choice;
        return now == null || now.model() == null
                ? Future.succeededFuture()
                : suggestions.saveRank(connection, home, suggestion.id(), now.rank(suggestion));
    }

    /** Where a pattern would stand; by confidence before anybody looked which model is in use. */
    double rank(Pattern pattern) {
        RankingModel model = model();
        return model == null
                ? pattern.confidence()
                : EvidenceFeatures.of(pattern).map(model::score).orElse(0.0);
    }

    private @Nullable RankingModel model() {
        Choice now = choice;
        return now == null ? null : now.model();
    }

    /** Why a suggestion stands where it stands: the strongest reasons of the model in use, in words. */
    List<String> reasons(Suggestion suggestion) {
        RankingModel model = model();
        if (model == null) {
            return List.of(String.format(
                    Locale.ROOT,
                    "by confidence alone, %.2f, for there is no trained model yet",
                    suggestion.confidence()));
        }
        return model.reasons(EvidenceFeatures.of(suggestion), MOST_REASONS).stream()
                .map(RankingReason::inWords)
                .toList();
    }

    /** Makes sure that somebody looked which model is in use. */
    Future<Void> settle(SqlConnection connection) {
        return choice == null ? reorder(connection) : Future.succeededFuture();
    }

    /**
     * Looks which model is in use; if it is another one than before, all suggestions are put in order again, in one transaction.
     *
     * @return whether they were
     */
    public Future<Boolean> refresh() {
        return announcer
                .read(connection -> models.promoted(connection, home, RankingModel.TYPE))
                .compose(promoted -> isInUse(promoted)
                        ? Future.succeededFuture(false)
                        : announcer.write(this::reorder).map(true));
    }

    private boolean isInUse(Optional<TrainedModel> promoted) {
        Choice now = choice;
        return now != null && promoted.map(TrainedModel::id).equals(Optional.ofNullable(now.id()));
    }

    /** The choice is made within the transaction, so that whatever is written after it follows it too. */
    private Future<Void> reorder(SqlConnection connection) {
        Choice before = choice;
        return models.promoted(connection, home, RankingModel.TYPE)
                .compose(promoted -> {
                    Choice next = promoted.map(this::read).orElseGet(() -> new Choice(null, null));
                    choice = next;
                    return rankFrom(connection, BEFORE_ALL, next);
                })
                .onFailure(failure -> choice = before);
    }

    private Choice read(TrainedModel stored) {
        try {
            RankingModel model = json.read(stored.document(), RankingModel.class);
            LOG.info("suggestions are ordered by the model {}", stored.id());
            return new Choice(stored.id(), model);
        } catch (WireException e) {
            LOG.warn(
                    "the model {} is ignored and suggestions are ordered by confidence: {}; train another one",
                    stored.id(),
                    e.getMessage());
            return new Choice(stored.id(), null);
        }
    }

    private Future<Void> rankFrom(SqlConnection connection, String after, Choice order) {
        return suggestions.listById(connection, home, after, PIECE).compose(piece -> {
            Future<Void> ranked = Future.succeededFuture();
            for (Suggestion suggestion : piece) {
                ranked = ranked.compose(
                        before -> suggestions.saveRank(connection, home, suggestion.id(), order.rank(suggestion)));
            }
            return piece.size() < PIECE
                    ? ranked
                    : ranked.compose(
                            before -> rankFrom(connection, piece.getLast().id().value(), order));
        });
    }
}
