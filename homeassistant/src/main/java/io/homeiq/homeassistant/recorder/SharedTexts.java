package io.homeiq.homeassistant.recorder;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Documents that many rows share: each is stored once and known by a number, with the hash by which Home Assistant
 * finds it again. Not thread-safe.
 */
final class SharedTexts implements AutoCloseable {

    /** Texts remembered; a text that was forgotten is stored once more, which does no harm. */
    private static final int MAX_REMEMBERED = 20_000;

    private static final long FNV_OFFSET = 0x811C9DC5L;
    private static final long FNV_PRIME = 0x01000193L;

    private final PreparedStatement insert;
    private final int maxBytes;
    private final Map<String, Long> numbers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };
    private long last;

    /** @param maxBytes Home Assistant stores nothing of a longer text */
    SharedTexts(Connection connection, String table, int maxBytes) throws SQLException {
        this.insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, ?)");
        this.maxBytes = maxBytes;
    }

    /** The number of the document, which is stored if it is new. */
    long numberOf(String json) throws SQLException {
        Long known = numbers.get(json);
        if (known != null) {
            return known;
        }
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > maxBytes) {
            return numberOf("{}");
        }
        last++;
        insert.setLong(1, last);
        insert.setLong(2, fnv1a(bytes));
        insert.setString(3, json);
        insert.executeUpdate();
        numbers.put(json, last);
        return last;
    }

    /** The hash of Fowler, Noll and Vo, form 1a with 32 bits: exclusive or with each byte, then times the prime. */
    static long fnv1a(byte[] bytes) {
        long hash = FNV_OFFSET;
        for (byte next : bytes) {
            hash = (hash ^ next & 0xFF) * FNV_PRIME & 0xFFFFFFFFL;
        }
        return hash;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
