package io.homeiq.homeassistant.source;

import io.homeiq.homeassistant.source.SourceException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file, packed by gzip or not, and the words for what goes wrong with it. */
record TextFile(Path path, boolean isGzip) {

    /** Bytes read at a time from a packed file. */
    private static final int GZIP_BUFFER = 1 << 16;

    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    InputStream open() throws IOException {
        InputStream plain = Files.newInputStream(path);
        try {
            return isGzip ? new GZIPInputStream(plain, GZIP_BUFFER) : plain;
        } catch (IOException unreadable) {
            plain.close();
            throw unreadable;
        }
    }

    /** What to throw when reading failed after so many whole lines or rows. */
    SourceException failure(IOException failed, long lines) {
        boolean isCutOff = failed instanceof EOFException;
        if (!isGzip || !isCutOff && !(failed instanceof ZipException)) {
            return inaccessible(path, failed);
        }
        String what = isCutOff ? "is cut off" : "is damaged (" + describe(failed) + ")";
        String message = path + ": the gzip file " + what + " after line " + lines
                + "; what stands before was read, copy the file again for the rest";
        return new SourceException(Kind.DAMAGED, message, failed);
    }

    /** What to throw when a file cannot be read at all. */
    static SourceException inaccessible(Path path, IOException failed) {
        String why = failed instanceof AccessDeniedException
                ? "may not be read by this user; check its permissions"
                : "cannot be read (" + describe(failed) + "); check the disk and the path";
        return new SourceException(Kind.INACCESSIBLE, path + ": " + why, failed);
    }

    /** The first line of the exception's message. */
    static String describe(Exception failed) {
        String message = failed.getMessage();
        return message == null
                ? failed.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
