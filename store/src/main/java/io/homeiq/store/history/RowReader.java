package io.homeiq.store.history;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes events of rows; looks up what the rows only name, and remembers it. */
final class RowReader implements AutoCloseable {

    /** In the order in which {@link #read} takes them. */
    static final String COLUMNS = "seq, time, subject, state, detail, attributes, context, parent, user";

    /** A home of 1,000 entities has about as many current sets of attributes. */
    private static final int CACHED_ATTRIBUTES = 2_048;

    /** Larger content is read again each time rather than kept. */
    private static final int LARGEST_CACHED_CONTENT = 4_096;

    private final Map<Integer, Subject> subjects = new HashMap<>();
    private final Map<Integer, Attributes> attributes = new BoundedCache<>(CACHED_ATTRIBUTES);
    private final ShortTexts texts = new ShortTexts();
    private final AttributesJson json = new AttributesJson();
    private final PreparedStatement findSubject;
    private final PreparedStatement findAttributes;

    RowReader(Connection connection) throws SQLException {
        findSubject = connection.prepareStatement("SELECT name, kind FROM subjects WHERE id = ?");
        findAttributes = connection.prepareStatement("SELECT content FROM attributes WHERE id = ?");
    }

    Sequenced read(ResultSet row) throws SQLException {
        return read(row, time(row), subject(row));
    }

    /** As {@link #read(ResultSet)}, for callers that have looked at the time and the subject already. */
    Sequenced read(ResultSet row, long time, Subject subject) throws SQLException {
        String state = text(row, 4);
        EventRow event = new EventRow(
                subject, time, state == null ? "" : state, text(row, 5), attributes(row.getInt(6)), context(row));
        return new Sequenced(row.getLong(1), event.event());
    }

    /** The driver hands out bytes in half the time that it takes for text. */
    private @Nullable String text(ResultSet row, int column) throws SQLException {
        byte[] utf8 = row.getBytes(column);
        return utf8 == null ? null : texts.of(utf8);
    }

    long time(ResultSet row) throws SQLException {
        return row.getLong(2);
    }

    Subject subject(ResultSet row) throws SQLException {
        int id = row.getInt(3);
        Subject known = subjects.get(id);
        if (known == null) {
            known = storedSubject(id);
            subjects.put(id, known);
        }
        return known;
    }

    private Subject storedSubject(int id) throws SQLException {
        findSubject.setInt(1, id);
        try (ResultSet found = findSubject.executeQuery()) {
            if (!found.next()) {
                throw missing("subject " + id);
            }
            return Subject.of(EventKind.of(found.getInt(2)), found.getString(1));
        }
    }

    /** Nothing has the id 0, which stands for null here. */
    private Attributes attributes(int id) throws SQLException {
        if (id == 0) {
            return Attributes.NONE;
        }
        Attributes known = attributes.get(id);
        return known == null ? storedAttributes(id) : known;
    }

    private Attributes storedAttributes(int id) throws SQLException {
        findAttributes.setInt(1, id);
        try (ResultSet found = findAttributes.executeQuery()) {
            if (!found.next()) {
                throw missing("attributes " + id);
            }
            String content = found.getString(1);
            Attributes read = json.read(content);
            if (content.length() <= LARGEST_CACHED_CONTENT) {
                attributes.put(id, read);
            }
            return read;
        }
    }

    /** An event without a context id has nothing else of a context either. */
    private Context context(ResultSet row) throws SQLException {
        String id = text(row, 7);
        return id == null ? Context.UNKNOWN : new Context(id, text(row, 8), text(row, 9));
    }

    private static StoreException missing(String what) {
        return new StoreException(
                StoreException.Kind.CORRUPT,
                "The history lacks " + what
                        + " that an event names. Restore a copy of the file, or move it away and import again.");
    }

    @Override
    public void close() throws SQLException {
        findSubject.close();
        findAttributes.close();
    }
}
