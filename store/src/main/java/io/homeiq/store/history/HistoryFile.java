package io.homeiq.store.history;

import io.homeiq.store.StoreException;
import io.homeiq.store.StoreException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The file of a history: told apart from anything else by its first bytes, before SQLite may touch it, and opened with our settings. */
final class HistoryFile {

    /** How long a reader waits while the writer recovers the file after a crash. */
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** Negative: KiB. Enough for the pages that an import touches again and again. */
    private static final int WRITER_CACHE = -16_000;

    private static final int READER_CACHE = -8_000;

    /** After this many pages of 4 KiB the write-ahead log is copied into the file; the default of 1,000 slows imports. */
    private static final int CHECKPOINT_PAGES = 4_000;

    /** The write-ahead log is cut back to this size once it was copied. */
    private static final long LOG_BYTES_KEPT = 32L * 1024 * 1024;

    /** SQLite's file format: https://www.sqlite.org/fileformat2.html#the_database_header. */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final int HEADER_BYTES = 100;
    private static final int PAGE_SIZE_AT = 16;
    private static final int PAGE_COUNT_AT = 28;
    private static final int APPLICATION_ID_AT = 68;
    private static final int LARGEST_PAGE = 65_536;

    private HistoryFile() {}

    /** Whether there is nothing yet: no file, or an empty one. */
    static boolean isNew(Path file) {
        try {
            return Files.notExists(file) || Files.size(file) == 0;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Refuses what is not a whole history. Reads only. */
    static void check(Path file) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        long size;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            size = channel.size();
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // until the header is full or the file ends
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        boolean database = !header.hasRemaining()
                && ByteBuffer.wrap(header.array(), 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
        if (!database) {
            throw foreign(file, "it is not an SQLite database");
        }
        if (header.getInt(APPLICATION_ID_AT) != HistorySchema.APPLICATION_ID) {
            throw foreign(file, "it is the database of something else");
        }
        checkWhole(file, header, size);
    }

    /** While the write-ahead log holds pages, the file itself may rightly be shorter than its header says. */
    private static void checkWhole(Path file, ByteBuffer header, long size) {
        int pageSize = Short.toUnsignedInt(header.getShort(PAGE_SIZE_AT));
        long expected =
                Integer.toUnsignedLong(header.getInt(PAGE_COUNT_AT)) * (pageSize == 1 ? LARGEST_PAGE : pageSize);
        if (size < expected && isNew(Path.of(file + "-wal"))) {
            throw new StoreException(
                    Kind.CORRUPT,
                    "History " + file + " is cut short: " + size + " of " + expected
                            + " bytes are there. Restore a copy of it, or move it away and import again.");
        }
    }

    /** How long a commit waits. */
    enum Durability {
        /** Until it has reached the disk: a number once given must not come back after a power failure. */
        DISK(SynchronousMode.FULL),
        /** For nothing: for files that are thrown away anyway. */
        NONE(SynchronousMode.OFF);

        private final SynchronousMode mode;

        Durability(SynchronousMode mode) {
            this.mode = mode;
        }
    }

    static Connection openForWriting(Path file, Durability durability) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setSynchronous(durability.mode);
        config.setCacheSize(WRITER_CACHE);
        config.setJournalSizeLimit((int) LOG_BYTES_KEPT);
        Connection connection = config.createConnection(url(file));
        Sql.run(connection, "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        return connection;
    }

    /** Under another name until it is whole, so that no half of it is ever taken for a foreign file. */
    static void create(Path file) throws SQLException {
        Path unfinished = Path.of(file + ".new");
        try {
            Files.deleteIfExists(unfinished);
            try (Connection connection = openForWriting(unfinished, Durability.DISK)) {
                HistorySchema.create(connection);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException(
                    Kind.FAILED,
                    "Cannot begin history " + file + ": " + e + ". Check the folder and its permissions.",
                    e);
        }
    }

    static Connection openForReading(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setCacheSize(READER_CACHE);
        return config.createConnection(url(file));
    }

    static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    private static StoreException foreign(Path file, String why) {
        return new StoreException(
                Kind.FOREIGN,
                file + " is no history of HomeIQ: " + why + ". Name another file, or move this one away.");
    }

    private static StoreException unreadable(Path file, IOException cause) {
        return new StoreException(
                Kind.FAILED,
                "Cannot read history " + file + ": " + cause + ". Check the path and its permissions.",
                cause);
    }
}
