package io.homeiq.app.doctor;

import io.homeiq.store.Examination;
import io.homeiq.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the database of all services is ours, whole, and of a version that this program knows. */
final class SharedDatabaseCheck implements Check {

    private static final String NAME = "database";

    private final Path file;

    SharedDatabaseCheck(Path file) {
        this.file = file;
    }

    @Override
    public List<Finding> findings() {
        if (Files.notExists(file)) {
            return List.of(Finding.remark(NAME, "there is no " + file + " yet; it begins with the first start"));
        }
        try {
            long version = Examination.ofShared(file);
            return List.of(Finding.good(NAME, file + " is whole, version " + version));
        } catch (StoreException e) {
            return List.of(Finding.mend(NAME, String.valueOf(e.getMessage()), cure(e.kind())));
        }
    }

    private static String cure(StoreException.Kind kind) {
        return switch (kind) {
            case FOREIGN -> "set DATABASE_PATH to a file of its own; see docs/guides/beside-the-older-service.md";
            case NEWER_VERSION -> "use the newer program, or set HOMEIQ_DATA to another folder";
            case BUSY -> "look for a process that holds the database, and try again";
            default -> HistoryCheck.RESTORE;
        };
    }
}
