package io.homeiq.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether there is room for the history to grow. */
final class DiskCheck implements Check {

    /** A busy home writes some 10 MiB a day; so there is time to do something about it. In bytes. */
    static final long LEAST_FREE = 1L << 30;

    private static final String NAME = "disk";
    private static final long MEBIBYTE = 1L << 20;

    private final Path folder;
    private final Space space;

    DiskCheck(Path folder, Space space) {
        this.folder = folder;
        this.space = space;
    }

    /** Asks the file system. */
    static DiskCheck of(Path folder) {
        return new DiskCheck(folder, there -> Files.getFileStore(there).getUsableSpace());
    }

    /** How much may still be written at a place, in bytes. */
    @FunctionalInterface
    interface Space {

        long freeAt(Path place) throws IOException;
    }

    @Override
    public List<Finding> findings() {
        try {
            long free = space.freeAt(DataFolderCheck.nearest(folder));
            String text = free / MEBIBYTE + " MiB are free";
            return List.of(
                    free >= LEAST_FREE
                            ? Finding.good(NAME, text)
                            : Finding.mend(
                                    NAME,
                                    text + ", less than " + LEAST_FREE / MEBIBYTE,
                                    "free some space, or set HOMEIQ_DATA to a larger disk"));
        } catch (IOException e) {
            return List.of(Finding.mend(
                    NAME, "the free space cannot be told: " + e.getMessage(), "look whether the disk is still there"));
        }
    }
}
