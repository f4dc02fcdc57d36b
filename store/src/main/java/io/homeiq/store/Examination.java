package io.homeiq.store;

import io.homeiq.store.StoreException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at a database file without changing it and without keeping anybody waiting, for those who ask whether it is well. */
public final class Examination {

    /** The most words of SQLite about a damage that are told. In characters. */
    private static final int MAX_WORDS = 200;

    private Examination() {}

    /**
     * Makes sure that the file is a shared database that this program can open, whole in all its pages.
     *
     * @return its version; a lower one than this program's is brought up when it is opened
     * @throws StoreException {@code MISSING}, {@code FOREIGN}, {@code NEWER_VERSION}, {@code CORRUPT}, {@code BUSY} or {@code FAILED}
     */
    public static long ofShared(Path file) {
        checkThere(file);
        try (Connection connection = SharedFile.reader(file).getConnection()) {
            if (number(connection, "PRAGMA application_id") != Migrations.APPLICATION_ID) {
                throw new StoreException(
                        Kind.FOREIGN,
                        file + " is the database of something else. Name another file for the shared database, or move"
                                + " this one away.");
            }
            long version = number(connection, "PRAGMA user_version");
            int known = Migrations.SCRIPTS.size();
            if (version > known) {
                throw new StoreException(
                        Kind.NEWER_VERSION,
                        "Database " + file + " has version " + version + ", but this program knows " + known
                                + " at most. Use the newer program, or another data folder.");
            }
            checkWhole(file, connection);
            return version;
        } catch (SQLException e) {
            throw StoreException.of(file, "examine the database", e);
        }
    }

    /**
     * Makes sure that every page of a database, of whatever kind, is whole. It reads all of the file.
     *
     * @throws StoreException {@code MISSING}, {@code FOREIGN}, {@code CORRUPT}, {@code BUSY} or {@code FAILED}
     */
    public static void ofPages(Path file) {
        checkThere(file);
        try (Connection connection = SharedFile.reader(file).getConnection()) {
            checkWhole(file, connection);
        } catch (SQLException e) {
            throw StoreException.of(file, "examine the database", e);
        }
    }

    private static void checkThere(Path file) {
        if (Files.notExists(file)) {
            throw new StoreException(Kind.MISSING, "There is no database " + file + ".");
        }
    }

    private static void checkWhole(Path file, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            String words = row.next() ? String.valueOf(row.getString(1)) : "no answer";
            if (!words.equals("ok")) {
                String told = words.substring(0, Math.min(MAX_WORDS, words.length()));
                throw new StoreException(
                        Kind.CORRUPT,
                        "Database " + file + " is damaged (" + told.replaceAll("\\s+", " ")
                                + "). Restore a copy of it, or move it away and start with a new one.");
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
