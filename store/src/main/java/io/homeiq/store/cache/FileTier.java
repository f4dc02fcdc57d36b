package io.homeiq.store.cache;

import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.synergy.Correlation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The entries in an open cache file. Blocks; for one thread at a time. */
final class FileTier {

    private static final String FIND =
            "SELECT correlation, expires_at FROM correlations WHERE key = ? AND expires_at > ?";
    private static final String SAVE =
            "INSERT OR REPLACE INTO correlations (key, correlation, expires_at) VALUES (?, ?, ?)";
    private static final String FORGET_OLD = "DELETE FROM correlations WHERE expires_at <= ?";
    private static final String FORGET_MORE =
            "DELETE FROM correlations WHERE key IN (SELECT key FROM correlations ORDER BY expires_at DESC, key LIMIT -1 OFFSET ?)";

    private final Connection connection;
    private final WireJson json;
    private final int maxEntries;

    FileTier(Connection connection, WireJson json, int maxEntries) {
        this.connection = connection;
        this.json = json;
        this.maxEntries = maxEntries;
    }

    /** Those that are there and fresh. */
    Map<CorrelationKey, CachedCorrelation> find(Collection<CorrelationKey> keys, Instant now) throws SQLException {
        Map<CorrelationKey, CachedCorrelation> found = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            for (CorrelationKey key : keys) {
                statement.setString(1, key.text());
                statement.setLong(2, now.toEpochMilli());
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        read(row).ifPresent(entry -> found.put(key, entry));
                    }
                }
            }
        }
        return found;
    }

    /** What another version wrote in another way is counted again. */
    private Optional<CachedCorrelation> read(ResultSet row) throws SQLException {
        try {
            return Optional.of(new CachedCorrelation(
                    json.read(row.getString(1), Correlation.class), Instant.ofEpochMilli(row.getLong(2))));
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    /** All or none; what is too old or too much goes. */
    void put(Map<CorrelationKey, CachedCorrelation> entries, Instant now) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement save = connection.prepareStatement(SAVE);
                PreparedStatement forgetOld = connection.prepareStatement(FORGET_OLD);
                PreparedStatement forgetMore = connection.prepareStatement(FORGET_MORE)) {
            for (Map.Entry<CorrelationKey, CachedCorrelation> entry : entries.entrySet()) {
                save.setString(1, entry.getKey().text());
                save.setString(2, json.toText(entry.getValue().correlation()));
                save.setLong(3, entry.getValue().expiresAt().toEpochMilli());
                save.executeUpdate();
            }
            forgetOld.setLong(1, now.toEpochMilli());
            forgetOld.executeUpdate();
            forgetMore.setInt(1, maxEntries);
            forgetMore.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    void close() throws SQLException {
        connection.close();
    }
}
