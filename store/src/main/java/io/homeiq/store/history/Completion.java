package io.homeiq.store.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.IntStream;

/**
 * Fills what a stored event lacks from a later report of the same event: who caused it, attributes, the state before,
 * the microseconds. What is there already is never replaced, so the order of the reports does not matter.
 */
final class Completion implements AutoCloseable {

    private final PreparedStatement update;
    private final Dictionary dictionary;

    Completion(Connection connection, Dictionary dictionary, int source) throws SQLException {
        this.dictionary = dictionary;
        update = connection.prepareStatement("""
                UPDATE events SET
                    time = CASE WHEN time %% 1000 = 0 THEN ?1 ELSE time END,
                    detail = ifnull(detail, ?2),
                    attributes = ifnull(attributes, ?3),
                    state = CASE WHEN context IS NULL AND ?4 IS NOT NULL THEN ?7 ELSE state END,
                    parent = CASE WHEN context IS NULL THEN ?5 ELSE parent END,
                    user = CASE WHEN context IS NULL THEN ?6 ELSE user END,
                    context = ifnull(context, ?4),
                    enriched_by = %d
                WHERE time / 1000 = ?1 / 1000 AND subject = ?8 AND state = ?9
                    AND (time %% 1000 = 0 AND ?1 %% 1000 <> 0
                        OR detail IS NULL AND ?2 IS NOT NULL
                        OR attributes IS NULL AND ?3 IS NOT NULL
                        OR context IS NULL AND ?4 IS NOT NULL)""".formatted(source));
    }

    /**
     * Notes what a stored row may lack.
     *
     * @param storedState by which the row is found; differs from that of {@code row} if that one knows its context
     */
    void add(EventRow row, String storedState) throws SQLException {
        Integer attributes = dictionary.attributes(row.attributes());
        boolean nothingToOffer = row.detail() == null
                && attributes == null
                && !row.context().isKnown()
                && row.time() % Times.MICROS_PER_MILLI == 0;
        if (nothingToOffer) {
            return;
        }
        update.setLong(1, row.time());
        update.setString(2, row.detail());
        Sql.bind(update, 3, attributes);
        update.setString(4, row.context().id());
        update.setString(5, row.context().parentId());
        update.setString(6, row.context().userId());
        update.setString(7, row.state());
        update.setInt(8, dictionary.subject(row.subject()));
        update.setString(9, storedState);
        update.addBatch();
    }

    /** Does what was noted, in that order, and returns how many rows did lack something. */
    int run() throws SQLException {
        return IntStream.of(update.executeBatch()).sum();
    }

    @Override
    public void close() throws SQLException {
        update.close();
    }
}
