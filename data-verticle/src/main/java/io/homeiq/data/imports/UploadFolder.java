package io.homeiq.data.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where files lie while they are taken in and read. Blocks. */
public final class UploadFolder {

    /** So much is left free for the databases. In bytes. */
    static final long RESERVE_BYTES = 128L * 1024 * 1024;

    private final Path folder;
    private final FreeSpace freeSpace;

    private UploadFolder(Path folder, FreeSpace freeSpace) {
        this.folder = folder;
        this.freeSpace = freeSpace;
    }

    /** How many bytes can still be written. */
    @FunctionalInterface
    interface FreeSpace {
        long bytes() throws IOException;
    }

    /** Makes the folder if need be, and deletes what an earlier process left in it. */
    public static UploadFolder open(Path folder) {
        return open(folder, () -> Files.getFileStore(folder).getUsableSpace());
    }

    static UploadFolder open(Path folder, FreeSpace freeSpace) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> left = files.filter(Files::isRegularFile).toList();
                for (Path file : left) {
                    Files.delete(file);
                }
            }
            return new UploadFolder(folder, freeSpace);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot use the folder for imports, " + folder + "; check that this user may write there", e);
        }
    }

    /** Where the file of this import lies. */
    Path fileOf(String id) {
        return folder.resolve(id + ".upload");
    }

    boolean hasRoomFor(long bytes) throws IOException {
        return freeSpace.bytes() - bytes >= RESERVE_BYTES;
    }

    /** Deletes the file, and what SQLite puts beside a database. Does nothing if it is gone already. */
    void delete(String id) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(folder.resolve(fileOf(id).getFileName() + suffix));
        }
    }
}
