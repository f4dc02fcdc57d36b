package io.homeiq.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether this user may write where everything is kept. */
final class DataFolderCheck implements Check {

    private static final String NAME = "data folder";
    private static final String CURE = "let this user write there, or set HOMEIQ_DATA to a folder that can be written";

    private final Path folder;

    DataFolderCheck(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public List<Finding> findings() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return List.of(Finding.mend(NAME, folder + " is not a folder", CURE));
        }
        Path there = nearest(folder);
        try {
            // Asking for the permission is not enough: a volume may be read-only, or full.
            Files.delete(Files.createTempFile(there, "homeiq-doctor-", ".tmp"));
        } catch (IOException e) {
            return List.of(Finding.mend(NAME, there + " cannot be written: " + e.getMessage(), CURE));
        }
        return List.of(Finding.good(
                NAME, folder + (there.equals(folder) ? " can be written" : " will be made at the first start")));
    }

    /** The folder itself, or the one in which it, or the way to it, would be made. */
    static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
