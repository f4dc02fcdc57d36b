package io.homeiq.pattern;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file in one step: whenever the power fails, either the old one or the new one is there, and whole. */
final class WholeFile {

    /** What belongs to a file that is being written. */
    private static final String UNFINISHED = ".new";

    private WholeFile() {}

    /** Writes what is to be in the file. */
    @FunctionalInterface
    interface Content {

        void write(OutputStream out) throws IOException;
    }

    /**
     * First beside its place and onto the disk, then into its place. Blocks.
     *
     * @throws IOException if that fails; then the old file stays
     */
    static void replace(Path file, Content content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                content.write(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            // Where it was not finished, it is in the way of whatever else needs the room.
            Files.deleteIfExists(unfinished);
        }
    }
}
