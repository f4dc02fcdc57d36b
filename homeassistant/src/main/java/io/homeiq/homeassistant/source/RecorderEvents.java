package io.homeiq.homeassistant.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.HomeEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those of the recorded events that explain others, in order of time. Not thread-safe. */
final class RecorderEvents implements AutoCloseable {

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private static final String TYPES = "SELECT event_type_id FROM event_types WHERE event_type IN ('call_service',"
            + " 'automation_triggered', 'script_started', 'homeassistant_start', 'homeassistant_started',"
            + " 'homeassistant_stop', 'homeassistant_final_write')";

    private final ObjectMapper mapper = new ObjectMapper();
    private final EventReader reader = new EventReader(mapper);
    private final RowPages<EventRow> pages;

    private record EventRow(
            long number, double time, String type, @Nullable String data, Context context) implements RowPages.Row {}

    RecorderEvents(Connection connection) throws SQLException {
        String select = "SELECT event_id, time_fired_ts, event_types.event_type, shared_data, context_id_bin,"
                + " context_user_id_bin, context_parent_id_bin FROM (SELECT * FROM events WHERE event_type_id IN ("
                + types(connection) + ")) JOIN event_types USING (event_type_id) LEFT JOIN event_data USING (data_id)";
        pages = new RowPages<>(
                connection, RecorderSource.page(select, "time_fired_ts", "event_id"), RecorderEvents::row);
    }

    private static String types(Connection connection) throws SQLException {
        List<String> types = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TYPES)) {
            while (rows.next()) {
                types.add(Long.toString(rows.getLong(1)));
            }
        }
        return String.join(", ", types);
    }

    private static EventRow row(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong(1), row.getDouble(2), row.getString(3), row.getString(4), RecorderStates.context(row, 5));
    }

    /** When the next event was, or null behind the last one. */
    @Nullable
    Double time() throws SQLException {
        return RecorderSource.timeOf(pages);
    }

    /** What the next row says; there must be one. */
    Parsed next() throws SQLException {
        EventRow row = pages.peek();
        if (row == null) {
            throw new IllegalStateException("there is no further row");
        }
        pages.remove();
        long micros = RecorderSource.micros(row.time);
        if (!TimeText.isPossible(micros)) {
            return new Parsed.Skipped(SkipReason.BAD_TIME);
        }
        try {
            Map<String, @Nullable Object> data = row.data == null ? Map.of() : mapper.readValue(row.data, TREE);
            HomeEvent event = reader.explanation(row.type, data, TimeText.instant(micros), row.context);
            return event == null ? new Parsed.Skipped(SkipReason.INCOMPLETE) : new Parsed.Happened(event, 0);
        } catch (JsonProcessingException unreadable) {
            return new Parsed.Skipped(SkipReason.INVALID_JSON);
        }
    }

    @Override
    public void close() throws SQLException {
        pages.close();
    }
}
