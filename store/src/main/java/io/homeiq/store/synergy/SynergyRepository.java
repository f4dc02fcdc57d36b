package io.homeiq.store.synergy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.contracts.synergy.SynergyId;
import io.homeiq.contracts.synergy.SynergyType;
import io.homeiq.store.pattern.FeedbackRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The synergies of all homes, as the last analysis of each found them. What people said of one outlives it. */
public final class SynergyRepository {

    private static final String SAVE = """
            INSERT INTO synergy_opportunities (home, synergy_id, synergy_type, device_ids, impact_score, complexity,
                confidence, area, validated_by_patterns, supporting_pattern_ids, synergy_depth, document, created_at,
                updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (home, synergy_id) DO UPDATE SET
                device_ids = excluded.device_ids, impact_score = excluded.impact_score,
                complexity = excluded.complexity, confidence = excluded.confidence, area = excluded.area,
                validated_by_patterns = excluded.validated_by_patterns,
                supporting_pattern_ids = excluded.supporting_pattern_ids, synergy_depth = excluded.synergy_depth,
                document = excluded.document, updated_at = excluded.updated_at""";
    private static final String FORGET = """
            DELETE FROM synergy_opportunities WHERE home = ? AND synergy_id NOT IN (SELECT value FROM json_each(?))""";
    private static final String FIND = "SELECT * FROM synergy_opportunities WHERE home = ? AND synergy_id = ?";
    private static final String LAST_SAID = """
            SELECT f.action FROM user_feedback f WHERE f.home = s.home AND f.subject_id = s.synergy_id
            AND f.subject_type = '""" + FeedbackRepository.SYNERGY + "' ORDER BY f.id DESC LIMIT 1";
    private static final String COUNT = """
            SELECT synergy_type, synergy_depth, count(*) AS synergies, sum(validated_by_patterns) AS validated,
                sum(impact_score) AS impact, sum(confidence) AS confidence
            FROM synergy_opportunities WHERE home = ? GROUP BY synergy_type, synergy_depth""";

    private final WireJson json;

    /** Stateless; one serves all. */
    public SynergyRepository(WireJson json) {
        this.json = json;
    }

    /** Keeps these of the home and no others; what was known before keeps the time at which it was found first. */
    public Future<Void> replace(SqlConnection connection, HomeId home, List<Synergy> found, Instant at) {
        String ids = json.toText(found.stream().map(Synergy::id).toList(), SynergyId.class);
        Future<?> done = connection.preparedQuery(FORGET).execute(Tuple.of(home.value(), ids));
        for (Synergy synergy : found) {
            done = done.compose(
                    before -> connection.preparedQuery(SAVE).execute(row(home, synergy, at.toEpochMilli())));
        }
        return done.mapEmpty();
    }

    private Tuple row(HomeId home, Synergy synergy, long at) {
        return Tuple.from(new Object[] {
            home.value(),
            synergy.id().value(),
            lower(synergy.type()),
            json.toText(synergy.entities(), EntityId.class),
            synergy.impactScore(),
            lower(synergy.complexity()),
            synergy.confidence(),
            synergy.areaId(),
            synergy.supportingPatterns().isEmpty() ? 0 : 1,
            json.toText(synergy.supportingPatterns(), PatternId.class),
            synergy.depth(),
            json.toText(synergy),
            at,
            at
        });
    }

    /** Rejected ones too. */
    public Future<Optional<StoredSynergy>> find(SqlConnection connection, HomeId home, SynergyId id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(home.value(), id.value()))
                .map(rows -> stored(rows).stream().findFirst());
    }

    /** The best first. */
    public Future<List<StoredSynergy>> list(SqlConnection connection, HomeId home, SynergyFilter filter) {
        Tuple values = Tuple.of(home.value(), filter.minConfidence());
        StringBuilder sql =
                new StringBuilder("SELECT * FROM synergy_opportunities s WHERE home = ? AND confidence >= ?");
        if (filter.type() != null) {
            sql.append(" AND synergy_type = ?");
            values.addString(lower(filter.type()));
        }
        if (filter.depth() != null) {
            sql.append(" AND synergy_depth = ?");
            values.addInteger(filter.depth());
        }
        if (!filter.includeRejected()) {
            sql.append(" AND (").append(LAST_SAID).append(") IS NOT 'reject'");
        }
        sql.append(" ORDER BY impact_score * confidence DESC, synergy_id LIMIT ? OFFSET ?");
        values.addInteger(filter.limit()).addInteger(filter.offset());
        return connection.preparedQuery(sql.toString()).execute(values).map(this::stored);
    }

    /** Counts of all synergies of the home. */
    public Future<SynergyStatistics> statistics(SqlConnection connection, HomeId home) {
        return connection.preparedQuery(COUNT).execute(Tuple.of(home.value())).map(SynergyRepository::statistics);
    }

    private static SynergyStatistics statistics(Iterable<Row> groups) {
        Map<SynergyType, Integer> byType = new EnumMap<>(SynergyType.class);
        Map<Integer, Integer> byDepth = new TreeMap<>();
        int total = 0;
        int validated = 0;
        double impact = 0;
        double confidence = 0;
        for (Row group : groups) {
            int synergies = group.getInteger("synergies");
            byType.merge(
                    SynergyType.valueOf(group.getString("synergy_type").toUpperCase(Locale.ROOT)),
                    synergies,
                    Integer::sum);
            byDepth.merge(group.getInteger("synergy_depth"), synergies, Integer::sum);
            total += synergies;
            validated += group.getInteger("validated");
            impact += group.getDouble("impact");
            confidence += group.getDouble("confidence");
        }
        int divisor = Math.max(1, total);
        return new SynergyStatistics(total, validated, impact / divisor, confidence / divisor, byType, byDepth);
    }

    private List<StoredSynergy> stored(Iterable<Row> rows) {
        List<StoredSynergy> stored = new ArrayList<>();
        for (Row row : rows) {
            stored.add(new StoredSynergy(
                    json.read(row.getString("document"), Synergy.class),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    Instant.ofEpochMilli(row.getLong("updated_at"))));
        }
        return stored;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
