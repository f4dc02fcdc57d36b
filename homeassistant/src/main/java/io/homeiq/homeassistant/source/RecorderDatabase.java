package io.homeiq.homeassistant.source;

import io.homeiq.homeassistant.source.SourceException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * An open recorder database that is only ever read. Where Home Assistant has it open too, its latest changes are seen;
 * where nobody has, nothing is written beside it; where the folder forbids the lock file of SQLite, a copy is read.
 */
final class RecorderDatabase implements AutoCloseable {

    /** How long to wait for Home Assistant to finish what locks the file. */
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** Where the header tells the mode of reading, the page size and the number of pages. */
    private static final int HEADER_LENGTH = 100;

    private static final int READ_MODE = 19;
    private static final int PAGE_SIZE = 16;
    private static final int PAGES = 28;
    private static final byte WAL = 2;

    private final Path path;
    private final List<Path> copies = new ArrayList<>();
    private @Nullable Connection connection;

    private RecorderDatabase(Path path) {
        this.path = path;
    }

    static RecorderDatabase open(TextFile file) {
        RecorderDatabase database = new RecorderDatabase(file.path());
        try {
            database.connect(file);
            return database;
        } catch (IOException failed) {
            database.close();
            throw file.failure(failed, 0);
        } catch (SQLException failed) {
            database.close();
            throw database.failure(failed, "");
        } catch (SourceException failed) {
            database.close();
            throw failed;
        }
    }

    private void connect(TextFile file) throws IOException, SQLException {
        if (file.isGzip()) {
            Path unpacked = temporary("");
            try (InputStream in = file.open()) {
                Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
            connection = connect(unpacked, "mode=ro&immutable=1");
            return;
        }
        Path log = beside(path, "-wal");
        if (readMode() == WAL && !Files.exists(log)) {
            connection = connect(path, "mode=ro&immutable=1");
            return;
        }
        try {
            connection = connect(path, "mode=ro");
        } catch (SQLiteException refused) {
            if (!isRefusedLockFile(refused)) {
                throw refused;
            }
            connection = connect(copied(), "mode=rw");
        }
    }

    private static boolean isRefusedLockFile(SQLiteException refused) {
        int code = refused.getResultCode().code & 0xFF;
        return code == SQLiteErrorCode.SQLITE_CANTOPEN.code || code == SQLiteErrorCode.SQLITE_READONLY.code;
    }

    /** Opens and asks something, for only then SQLite touches the file. */
    private static Connection connect(Path file, String parameters) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(!parameters.equals("mode=rw"));
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        String uri = file.toAbsolutePath().toUri().getRawPath();
        Connection opened = config.createConnection("jdbc:sqlite:file:" + uri + "?" + parameters);
        try (var statement = opened.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM sqlite_master").close();
            return opened;
        } catch (SQLException unusable) {
            opened.close();
            throw unusable;
        }
    }

    private Path copied() throws IOException {
        Path copy = temporary("");
        Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        Path log = beside(path, "-wal");
        if (Files.exists(log)) {
            Path logCopy = beside(copy, "-wal");
            copies.add(logCopy);
            Files.copy(log, logCopy, StandardCopyOption.REPLACE_EXISTING);
        }
        copies.add(beside(copy, "-shm"));
        return copy;
    }

    private Path temporary(String suffix) throws IOException {
        Path file = Files.createTempFile("homeiq-recorder-", ".db" + suffix);
        copies.add(file);
        return file;
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private byte readMode() throws IOException {
        return header().get(READ_MODE);
    }

    private ByteBuffer header() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] header = in.readNBytes(HEADER_LENGTH);
            return ByteBuffer.wrap(header.length < HEADER_LENGTH ? new byte[HEADER_LENGTH] : header);
        }
    }

    Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("the database is closed");
        }
        return connection;
    }

    /**
     * What to throw when SQLite fails.
     *
     * @param where what was read so far, or nothing
     */
    SourceException failure(SQLException failed, String where) {
        int code = failed instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xFF : 0;
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            String message = path + where + ": another process keeps the database locked; try again in a minute";
            return new SourceException(Kind.BUSY, message, failed);
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            String message = path + where + ": the database is " + damage() + "; copy it again, or repair a copy by: "
                    + "sqlite3 " + path.getFileName() + " .recover | sqlite3 repaired.db";
            return new SourceException(Kind.DAMAGED, message, failed);
        }
        String message = path + where + ": the database cannot be read (" + TextFile.describe(failed)
                + "); check the disk and the permissions";
        return new SourceException(Kind.INACCESSIBLE, message, failed);
    }

    private String damage() {
        try {
            ByteBuffer header = header();
            int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE));
            long whole = (size == 1 ? 65_536L : size) * Integer.toUnsignedLong(header.getInt(PAGES));
            long present = Files.size(path);
            return present < whole ? "cut off (" + present + " of " + whole + " bytes)" : "damaged";
        } catch (IOException unreadable) {
            return "damaged";
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
            for (Path copy : copies) {
                Files.deleteIfExists(copy);
            }
        } catch (SQLException | IOException leftover) {
            // Nothing was written, and what stays behind lies in the temporary folder.
            connection = null;
        }
    }
}
