package io.homeiq.homeassistant.recorder;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.homeassistant.source.RecorderIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Writes the rows of events that explain states. Not thread-safe. */
final class EventRows implements AutoCloseable {

    private final PreparedStatement insert;
    private final PreparedStatement insertType;
    private final Map<String, Long> types = new HashMap<>();
    private long last;

    EventRows(Connection connection) throws SQLException {
        insert = connection.prepareStatement("INSERT INTO events (event_id, event_type_id, time_fired_ts, data_id,"
                + " origin_idx, context_id_bin, context_user_id_bin, context_parent_id_bin)"
                + " VALUES (?, ?, ?, ?, 0, ?, ?, ?)");
        insertType = connection.prepareStatement("INSERT INTO event_types VALUES (?, ?)");
    }

    void add(HomeEvent event, String type, long data) throws SQLException {
        last++;
        insert.setLong(1, last);
        insert.setLong(2, numberOf(type));
        insert.setDouble(3, RecorderWriter.seconds(event.time()));
        insert.setLong(4, data);
        insert.setBytes(5, RecorderIds.contextBytes(event.context().id()));
        insert.setBytes(6, RecorderIds.userBytes(event.context().userId()));
        insert.setBytes(7, RecorderIds.contextBytes(event.context().parentId()));
        insert.executeUpdate();
    }

    private long numberOf(String type) throws SQLException {
        Long known = types.get(type);
        if (known != null) {
            return known;
        }
        long number = types.size() + 1L;
        insertType.setLong(1, number);
        insertType.setString(2, type);
        insertType.executeUpdate();
        types.put(type, number);
        return number;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        insertType.close();
    }
}
