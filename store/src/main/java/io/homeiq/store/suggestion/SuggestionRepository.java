package io.homeiq.store.suggestion;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The suggestions of all homes. */
public final class SuggestionRepository {

    private static final String INSERT = """
            INSERT INTO suggestions (title, description, status, state, document, confidence, rank, safety_score,
                updated_at, home, id, pattern_id, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT DO NOTHING""";
    private static final String UPDATE = """
            UPDATE suggestions SET title = ?1, description = ?2, status = ?3, state = ?4, document = ?5, confidence = ?6,
                rank = ?6, safety_score = ?7, updated_at = ?8, automation_id = ifnull(?9, automation_id),
                deployed_at = ifnull(?10, deployed_at), created_at = ?14
            WHERE home = ?11 AND id = ?12 AND state = ?13""";
    private static final String SAVE_YAML = "UPDATE suggestions SET automation_yaml = ? WHERE home = ? AND id = ?";
    private static final String SAVE_RANK =
            "UPDATE suggestions SET rank = ?1 WHERE home = ?2 AND id = ?3 AND rank <> ?1";
    private static final String LIST_BY_ID =
            "SELECT document FROM suggestions WHERE home = ? AND id > ? ORDER BY id LIMIT ?";
    private static final String FIND = "SELECT document FROM suggestions WHERE home = ? AND id = ?";
    private static final String FIND_BY_PATTERN =
            "SELECT document FROM suggestions WHERE home = ? AND pattern_id = ? ORDER BY created_at DESC, id LIMIT 1";

    private static final String COUNT_MADE = """
            SELECT count(*) AS suggestions FROM suggestions WHERE home = ? AND created_at >= ? AND created_at < ?""";
    private static final String PATTERNS_BESIDES =
            "SELECT DISTINCT pattern_id FROM suggestions WHERE home = ? AND status <> ?";

    private final WireJson json;

    public SuggestionRepository(WireJson json) {
        this.json = json;
    }

    /** Adds a suggestion; false if there is one of this id already, which then stays as it is. */
    public Future<Boolean> insert(SqlConnection connection, HomeId home, Suggestion suggestion) {
        Tuple values = content(suggestion)
                .addString(home.value())
                .addString(suggestion.id().value())
                .addString(suggestion.patternId().value())
                .addLong(suggestion.createdAt().toEpochMilli());
        return connection.preparedQuery(INSERT).execute(values).map(added -> added.rowCount() == 1);
    }

    /**
     * Replaces a suggestion that is still in the state in which the caller saw it.
     *
     * @return false if it is not, because someone was faster; then nothing was changed
     */
    public Future<Boolean> update(
            SqlConnection connection, HomeId home, Suggestion suggestion, SuggestionState expectedBefore) {
        Deployed deployed = suggestion.state() instanceof Deployed now ? now : null;
        Tuple values = content(suggestion)
                .addValue(deployed == null ? null : deployed.automationId())
                .addValue(deployed == null ? null : deployed.since().toEpochMilli())
                .addString(home.value())
                .addString(suggestion.id().value())
                .addString(json.toText(expectedBefore))
                .addLong(suggestion.createdAt().toEpochMilli());
        return connection.preparedQuery(UPDATE).execute(values).map(changed -> changed.rowCount() == 1);
    }

    private Tuple content(Suggestion suggestion) {
        SuggestionState state = suggestion.state();
        return Tuple.of(
                        suggestion.title(),
                        suggestion.description(),
                        SuggestionStatus.of(state).column(),
                        json.toText(state),
                        json.toText(suggestion),
                        suggestion.confidence())
                .addDouble(score(suggestion.safety().verdict()))
                .addLong(state.since().toEpochMilli());
    }

    private static double score(SafetyVerdict verdict) {
        return switch (verdict) {
            case PASS -> 1;
            case ASK -> 0.5;
            case BLOCK -> 0;
        };
    }

    /** Keeps the automation as the text that Home Assistant takes, for those who look into the table. */
    public Future<Void> saveYaml(SqlConnection connection, HomeId home, SuggestionId id, String yaml) {
        return connection
                .preparedQuery(SAVE_YAML)
                .execute(Tuple.of(yaml, home.value(), id.value()))
                .mapEmpty();
    }

    /**
     * Says where the suggestion stands among the others. Each insert and update sets it back to the confidence.
     *
     * @param rank the higher, the earlier it is listed; a finite number
     */
    public Future<Void> saveRank(SqlConnection connection, HomeId home, SuggestionId id, double rank) {
        return connection
                .preparedQuery(SAVE_RANK)
                .execute(Tuple.of(rank, home.value(), id.value()))
                .mapEmpty();
    }

    /** In whatever state it is. */
    public Future<Optional<Suggestion>> find(SqlConnection connection, HomeId home, SuggestionId id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(home.value(), id.value()))
                .map(rows -> suggestions(rows).stream().findFirst());
    }

    /** The one made of this pattern; of several, the latest. */
    public Future<Optional<Suggestion>> findByPattern(SqlConnection connection, HomeId home, PatternId pattern) {
        return connection
                .preparedQuery(FIND_BY_PATTERN)
                .execute(Tuple.of(home.value(), pattern.value()))
                .map(rows -> suggestions(rows).stream().findFirst());
    }

    /**
     * All of a home, piece by piece, in the order of their ids.
     *
     * @param after the last id of the piece before; empty for the first piece
     * @param limit 1 to {@link SuggestionFilter#MAX_LIMIT}
     */
    public Future<List<Suggestion>> listById(SqlConnection connection, HomeId home, String after, int limit) {
        return connection
                .preparedQuery(LIST_BY_ID)
                .execute(Tuple.of(home.value(), after, Math.min(limit, SuggestionFilter.MAX_LIMIT)))
                .map(this::suggestions);
    }

    /** The highest rank first. */
    public Future<List<Suggestion>> list(SqlConnection connection, HomeId home, SuggestionFilter filter) {
        String sql = "SELECT document FROM suggestions WHERE home = ?" + in(filter.statuses())
                + " ORDER BY rank DESC, id LIMIT ? OFFSET ?";
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(home.value(), filter.limit(), filter.offset()))
                .map(this::suggestions);
    }

    /** How many are in any of these states; empty: in whatever state. */
    public Future<Long> count(SqlConnection connection, HomeId home, Set<SuggestionStatus> statuses) {
        return connection
                .preparedQuery("SELECT count(*) AS suggestions FROM suggestions WHERE home = ?" + in(statuses))
                .execute(Tuple.of(home.value()))
                .map(rows -> rows.iterator().next().getLong("suggestions"));
    }

    /** How many were made from one moment until before another, in whatever state they are. */
    public Future<Long> countMade(SqlConnection connection, HomeId home, Instant from, Instant until) {
        return connection
                .preparedQuery(COUNT_MADE)
                .execute(Tuple.of(home.value(), from.toEpochMilli(), until.toEpochMilli()))
                .map(rows -> rows.iterator().next().getLong("suggestions"));
    }

    /** The patterns of all suggestions but those in this state. */
    public Future<Set<PatternId>> patternsBesides(SqlConnection connection, HomeId home, SuggestionStatus state) {
        return connection
                .preparedQuery(PATTERNS_BESIDES)
                .execute(Tuple.of(home.value(), state.column()))
                .map(rows -> {
                    Set<PatternId> patterns = new HashSet<>();
                    rows.forEach(row -> patterns.add(new PatternId(row.getString("pattern_id"))));
                    return patterns;
                });
    }

    private static String in(Set<SuggestionStatus> statuses) {
        return statuses.isEmpty()
                ? ""
                : statuses.stream()
                        .map(status -> "'" + status.column() + "'")
                        .sorted()
                        .collect(Collectors.joining(", ", " AND status IN (", ")"));
    }

    private List<Suggestion> suggestions(Iterable<Row> rows) {
        List<Suggestion> suggestions = new ArrayList<>();
        rows.forEach(row -> suggestions.add(json.read(row.getString("document"), Suggestion.class)));
        return suggestions;
    }
}
