package io.homeiq.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** How connections to the shared database are set up. */
final class SharedFile {

    /** Writers of other processes are waited for. With less, processes were seen to fail under load. */
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** Negative: KiB. */
    private static final int CACHE = -4_000;

    private SharedFile() {}

    static Connection openForWriting(Path file) throws SQLException {
        return writing().createConnection(url(file));
    }

    /**
     * Without automatic transactions of the driver: it would begin the next one right after a commit, and so keep the
     * write lock for as long as the connection lies idle in the pool. {@link SharedDatabase} begins and ends them itself.
     */
    static SQLiteDataSource writer(Path file) {
        return source(writing(), file);
    }

    static SQLiteDataSource reader(Path file) {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        return source(config, file);
    }

    private static SQLiteConfig writing() {
        SQLiteConfig config = common();
        // What was answered with success must survive a power failure.
        config.setSynchronous(SynchronousMode.FULL);
        return config;
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setCacheSize(CACHE);
        return config;
    }

    private static SQLiteDataSource source(SQLiteConfig config, Path file) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url(file));
        return source;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }
}
