package io.homeiq.homeassistant.recorder;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.RecorderIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the rows of states, each with the one before it of the same entity. Not thread-safe. */
final class StateRows implements AutoCloseable {

    private final PreparedStatement insert;
    private final PreparedStatement insertEntity;
    private final Map<EntityId, Long> entities = new HashMap<>();
    private final Map<EntityId, Last> lasts = new HashMap<>();
    private long last;

    /** The latest row of an entity, and since when it has been in that state. */
    private record Last(long number, Instant changed) {}

    StateRows(Connection connection) throws SQLException {
        insert = connection.prepareStatement("INSERT INTO states (state_id, metadata_id, state, last_updated_ts,"
                + " last_changed_ts, old_state_id, attributes_id, origin_idx, context_id_bin, context_user_id_bin,"
                + " context_parent_id_bin) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)");
        insertEntity = connection.prepareStatement("INSERT INTO states_meta VALUES (?, ?)");
    }

    void add(StateChange change, long attributes) throws SQLException {
        Last before = lasts.get(change.entityId());
        String state = change.after();
        boolean isSame = state != null && state.equals(change.before());
        Instant changed = isSame && before != null ? before.changed : change.time();
        last++;
        insert.setLong(1, last);
        insert.setLong(2, numberOf(change.entityId()));
        insert.setString(3, state);
        insert.setDouble(4, RecorderWriter.seconds(change.time()));
        // Nothing stands for a state that changed when it was updated.
        if (changed.equals(change.time())) {
            insert.setNull(5, Types.REAL);
        } else {
            insert.setDouble(5, RecorderWriter.seconds(changed));
        }
        setNumber(6, change.before() == null || before == null ? null : before.number);
        insert.setLong(7, attributes);
        insert.setBytes(8, RecorderIds.contextBytes(change.context().id()));
        insert.setBytes(9, RecorderIds.userBytes(change.context().userId()));
        insert.setBytes(10, RecorderIds.contextBytes(change.context().parentId()));
        insert.executeUpdate();
        if (state == null) {
            lasts.remove(change.entityId());
        } else {
            lasts.put(change.entityId(), new Last(last, changed));
        }
    }

    private void setNumber(int column, @Nullable Long number) throws SQLException {
        if (number == null) {
            insert.setNull(column, Types.INTEGER);
        } else {
            insert.setLong(column, number);
        }
    }

    private long numberOf(EntityId entity) throws SQLException {
        Long known = entities.get(entity);
        if (known != null) {
            return known;
        }
        long number = entities.size() + 1L;
        insertEntity.setLong(1, number);
        insertEntity.setString(2, entity.value());
        insertEntity.executeUpdate();
        entities.put(entity, number);
        return number;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        insertEntity.close();
    }
}
