package io.homeiq.store.history;

import io.homeiq.contracts.home.Attributes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The writer's numbers for what repeats: entities and services, attributes, sources. What it learns belongs to the
 * transaction: after a rollback it must be thrown away.
 */
final class Dictionary implements AutoCloseable {

    /** A home of 1,000 entities has about as many current sets of attributes. */
    private static final int CACHED_ATTRIBUTES = 4_096;

    private final Map<EventKind, Map<String, Integer>> subjects = new EnumMap<>(EventKind.class);
    private final Map<String, Integer> sources = new HashMap<>();
    private final Map<Attributes, Integer> attributes = new BoundedCache<>(CACHED_ATTRIBUTES);
    private final AttributesJson json = new AttributesJson();
    private final Connection connection;
    private final PreparedStatement findAttributes;
    private final PreparedStatement addAttributes;
    private long lastAttributes;

    Dictionary(Connection connection) throws SQLException {
        this.connection = connection;
        for (EventKind kind : EventKind.values()) {
            subjects.put(kind, new HashMap<>());
        }
        load();
        findAttributes = connection.prepareStatement("SELECT id FROM attributes WHERE hash = ? AND content = ?");
        addAttributes = connection.prepareStatement("INSERT INTO attributes (id, hash, content) VALUES (?, ?, ?)");
    }

    private void load() throws SQLException {
        lastAttributes = Sql.number(connection, "SELECT max(id) FROM attributes");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, name, kind FROM subjects")) {
            while (row.next()) {
                subjects(EventKind.of(row.getInt(3))).put(row.getString(2), row.getInt(1));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, name FROM sources")) {
            while (row.next()) {
                sources.put(row.getString(2), row.getInt(1));
            }
        }
    }

    private Map<String, Integer> subjects(EventKind kind) {
        return subjects.computeIfAbsent(kind, any -> new HashMap<>());
    }

    int subject(Subject subject) throws SQLException {
        Map<String, Integer> known = subjects(subject.kind());
        Integer id = known.get(subject.name());
        if (id == null) {
            int code = subject.kind().code();
            id = insert("INSERT INTO subjects (name, kind) VALUES (?, " + code + ")", subject.name());
            known.put(subject.name(), id);
        }
        return id;
    }

    int source(String name) throws SQLException {
        Integer id = sources.get(name);
        if (id == null) {
            id = insert("INSERT INTO sources (name) VALUES (?)", name);
            sources.put(name, id);
        }
        return id;
    }

    private int insert(String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
        return (int) Sql.number(connection, "SELECT last_insert_rowid()");
    }

    /** Null for none at all. */
    @Nullable
    Integer attributes(Attributes content) throws SQLException {
        if (content.values().isEmpty()) {
            return null;
        }
        Integer id = attributes.get(content);
        if (id == null) {
            id = storedAttributes(json.write(content));
            attributes.put(content, id);
        }
        return id;
    }

    private int storedAttributes(String content) throws SQLException {
        long hash = hash(content);
        findAttributes.setLong(1, hash);
        findAttributes.setString(2, content);
        try (ResultSet row = findAttributes.executeQuery()) {
            if (row.next()) {
                return row.getInt(1);
            }
        }
        addAttributes.setLong(1, ++lastAttributes);
        addAttributes.setLong(2, hash);
        addAttributes.setString(3, content);
        addAttributes.executeUpdate();
        return Math.toIntExact(lastAttributes);
    }

    /** Kept in the file, so it must stay the same for ever. */
    private static long hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws SQLException {
        findAttributes.close();
        addAttributes.close();
    }
}
