package io.homeiq.automation.suggestion;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.store.pattern.PatternFilter;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.pattern.StoredPattern;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The proven patterns that have no suggestion yet, and their turn: the best first, as long as the week has room. The
 * store of patterns is the queue, so nothing that waits is lost or doubled by a restart.
 */
public final class WaitingPatterns {

    private static final PatternFilter PROVEN =
            new PatternFilter(null, null, 0, true, false, PatternFilter.MAX_LIMIT, 0);

    private final PatternRepository patterns;
    private final SuggestionBook book;
    private final SuggestionOrder order;
    private final WeeklyBudget budget;

    public WaitingPatterns(
            PatternRepository patterns, SuggestionBook book, SuggestionOrder order, WeeklyBudget budget) {
        this.patterns = patterns;
        this.book = book;
        this.order = order;
        this.budget = budget;
    }

    /** Whether anything waits and the week has room for it. */
    Future<Boolean> isAnybodysTurn(SqlConnection connection) {
        return budget.left(connection)
                .compose(left -> left == 0
                        ? Future.succeededFuture(false)
                        : waiting(connection).map(waiting -> !waiting.isEmpty()));
    }

    /**
     * Gives the best ones their turn.
     *
     * @param heard one that was just announced; it waits with the others
     * @param propose tells whether a suggestion was made of a pattern; one of which none is made takes no room
     */
    Future<Void> next(
            SqlConnection connection,
            Optional<Pattern> heard,
            BiFunction<SqlConnection, Pattern, Future<Boolean>> propose) {
        return budget.left(connection)
                .compose(left -> left == 0
                        ? Future.succeededFuture()
                        : order.settle(connection)
                                .compose(settled -> waiting(connection))
                                .map(waiting -> inOrder(waiting, heard))
                                .compose(waiting -> take(connection, waiting, left, propose)));
    }

    private Future<List<Pattern>> waiting(SqlConnection connection) {
        return patterns.list(connection, book.home(), PROVEN).compose(proven -> {
            List<Pattern> all = proven.stream().map(StoredPattern::pattern).toList();
            return book.patternsWithSuggestion(connection).map(known -> without(all, known));
        });
    }

    private static List<Pattern> without(List<Pattern> all, Set<PatternId> known) {
        return all.stream().filter(pattern -> !known.contains(pattern.id())).toList();
    }

    private List<Pattern> inOrder(List<Pattern> waiting, Optional<Pattern> heard) {
        Map<PatternId, Pattern> all = new LinkedHashMap<>();
        waiting.forEach(pattern -> all.put(pattern.id(), pattern));
        heard.ifPresent(pattern -> all.put(pattern.id(), pattern));
        List<Pattern> inOrder = new ArrayList<>(all.values());
        inOrder.sort(Comparator.comparingDouble((Pattern pattern) -> -order.rank(pattern))
                .thenComparing(pattern -> pattern.id().value()));
        return inOrder;
    }

    private static Future<Void> take(
            SqlConnection connection,
            List<Pattern> waiting,
            int left,
            BiFunction<SqlConnection, Pattern, Future<Boolean>> propose) {
        Future<Integer> room = Future.succeededFuture(left);
        for (Pattern pattern : waiting) {
            room = room.compose(free -> free == 0
                    ? Future.succeededFuture(0)
                    : propose.apply(connection, pattern).map(made -> made ? free - 1 : free));
        }
        return room.mapEmpty();
    }
}
