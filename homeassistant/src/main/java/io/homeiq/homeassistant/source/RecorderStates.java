package io.homeiq.homeassistant.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of states in order of time. Not thread-safe. */
final class RecorderStates implements AutoCloseable {

    /** Texts of attributes kept parsed. */
    private static final int MAX_ATTRIBUTES = 10_000;

    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private static final String SELECT = "SELECT state_id, last_updated_ts, metadata_id, state, attributes_id,"
            + " old_state_id, context_id_bin, context_user_id_bin, context_parent_id_bin FROM states";

    private final ObjectMapper mapper = new ObjectMapper();
    private final EntityIds entityIds = new EntityIds();
    private final Map<Long, Optional<EntityId>> entities = new HashMap<>();
    private final Map<Long, String> lastStates = new HashMap<>();
    private final Map<Long, Attributes> attributes = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Attributes> eldest) {
            return size() > MAX_ATTRIBUTES;
        }
    };
    private final RowPages<StateRow> pages;
    private final PreparedStatement entityQuery;
    private final PreparedStatement attributesQuery;

    /** Whether states name their predecessor; a hand-made database may not. */
    private final boolean isLinked;

    private record StateRow(
            long number,
            double time,
            long entity,
            @Nullable String state,
            long attributes,
            boolean hasPredecessor,
            Context context)
            implements RowPages.Row {}

    RecorderStates(Connection connection) throws SQLException {
        pages = new RowPages<>(
                connection, RecorderSource.page(SELECT, "last_updated_ts", "state_id"), RecorderStates::row);
        entityQuery = connection.prepareStatement("SELECT entity_id FROM states_meta WHERE metadata_id = ?");
        attributesQuery =
                connection.prepareStatement("SELECT shared_attrs FROM state_attributes WHERE attributes_id = ?");
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT 1 FROM states WHERE old_state_id IS NOT NULL LIMIT 1")) {
            isLinked = rows.next();
        }
    }

    private static StateRow row(ResultSet row) throws SQLException {
        return new StateRow(
                row.getLong(1),
                row.getDouble(2),
                row.getLong(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6) != 0,
                context(row, 7));
    }

    /** The context in three columns from this one on: id, user and parent. */
    static Context context(ResultSet row, int column) throws SQLException {
        String id = RecorderIds.contextText(row.getBytes(column));
        String user = RecorderIds.userText(row.getBytes(column + 1));
        String parent = RecorderIds.contextText(row.getBytes(column + 2));
        return id == null && user == null && parent == null ? Context.UNKNOWN : new Context(id, parent, user);
    }

    /** When the next state was, or null behind the last one. */
    @Nullable
    Double time() throws SQLException {
        return RecorderSource.timeOf(pages);
    }

    /** What the next row says; there must be one. */
    Parsed next() throws SQLException {
        StateRow row = pages.peek();
        if (row == null) {
            throw new IllegalStateException("there is no further row");
        }
        pages.remove();
        Optional<EntityId> entity = entity(row.entity);
        if (entity.isEmpty()) {
            return new Parsed.Skipped(row.entity == 0 ? SkipReason.NO_ENTITY_ID : SkipReason.BAD_ENTITY_ID);
        }
        long micros = RecorderSource.micros(row.time);
        if (!TimeText.isPossible(micros)) {
            return new Parsed.Skipped(SkipReason.BAD_TIME);
        }
        String known = lastStates.get(row.entity);
        String before = row.hasPredecessor || !isLinked ? known : null;
        // A removed entity leaves a row without a state; older versions wrote an empty one.
        String after = row.state == null || row.state.isEmpty() ? null : row.state;
        if (after == null) {
            lastStates.remove(row.entity);
        } else {
            lastStates.put(row.entity, after);
        }
        if (after == null && before == null) {
            return new Parsed.Skipped(SkipReason.NO_STATE);
        }
        Attributes shared = after == null ? Attributes.NONE : attributes(row.attributes);
        return new Parsed.Happened(
                new StateChange(entity.orElseThrow(), before, after, shared, TimeText.instant(micros), row.context), 0);
    }

    private Optional<EntityId> entity(long id) throws SQLException {
        Optional<EntityId> known = entities.get(id);
        if (known == null) {
            String text = text(entityQuery, id);
            known = text == null ? Optional.empty() : entityIds.of(text);
            entities.put(id, known);
        }
        return known;
    }

    private Attributes attributes(long id) throws SQLException {
        Attributes known = attributes.get(id);
        if (known == null) {
            String text = id == 0 ? null : text(attributesQuery, id);
            known = text == null ? Attributes.NONE : parse(text);
            attributes.put(id, known);
        }
        return known;
    }

    /** What is no JSON tells nothing of the entity; its state still counts. */
    private Attributes parse(String text) {
        try {
            Map<String, @Nullable Object> values = mapper.readValue(text, TREE);
            return values == null || values.isEmpty() ? Attributes.NONE : new Attributes(values);
        } catch (JsonProcessingException unreadable) {
            return Attributes.NONE;
        }
    }

    private static @Nullable String text(PreparedStatement query, long id) throws SQLException {
        query.setLong(1, id);
        try (ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    @Override
    public void close() throws SQLException {
        pages.close();
        entityQuery.close();
        attributesQuery.close();
    }
}
