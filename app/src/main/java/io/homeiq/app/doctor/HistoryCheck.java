package io.homeiq.app.doctor;

import io.homeiq.store.Examination;
import io.homeiq.store.StoreException;
import io.homeiq.store.history.HistoryReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the history of the home is whole and of a version that this program knows. */
final class HistoryCheck implements Check {

    static final String RESTORE = "see the back-up guide, docs/guides/backup-and-restore.md";

    private static final String NAME = "history";

    private final Path file;

    HistoryCheck(Path file) {
        this.file = file;
    }

    @Override
    public List<Finding> findings() {
        if (Files.notExists(file)) {
            return List.of(Finding.remark(NAME, "there is no " + file + " yet; it begins with the first start"));
        }
        try (HistoryReader reader = HistoryReader.open(file)) {
            Examination.ofPages(file);
            return List.of(Finding.good(
                    NAME, file + " is whole, with " + reader.summary().count() + " events"));
        } catch (StoreException e) {
            return List.of(Finding.mend(NAME, String.valueOf(e.getMessage()), RESTORE));
        }
    }
}
