package io.homeiq.app.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Why files could not be written, in words with a cure; Java's own message is often the path alone. */
public final class WriteFault {

    private WriteFault() {}

    /**
     * The line for the person who asked for the files.
     *
     * @param what what should have been written, and where
     */
    public static String explain(String what, IOException failure) {
        return "cannot write " + what + ": " + (failure instanceof FileSystemException file ? of(file) : text(failure));
    }

    private static String of(FileSystemException failure) {
        String file = failure.getFile();
        return switch (failure) {
            case FileAlreadyExistsException exists -> file + " is there already and is no folder; name another one";
            case NoSuchFileException missing -> "there is no folder for " + file + "; make it or name another one";
            case AccessDeniedException denied -> file + " may not be written; name another folder";
            default -> text(failure);
        };
    }

    private static String text(IOException failure) {
        @Nullable String message = failure.getMessage();
        return (message == null ? failure.getClass().getSimpleName() : message) + "; is the disk full?";
    }
}
