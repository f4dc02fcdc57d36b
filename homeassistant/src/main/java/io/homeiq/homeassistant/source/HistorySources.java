package io.homeiq.homeassistant.source;

import io.homeiq.homeassistant.source.SourceException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Recognises the history in a file by what it holds, not by its name. */
public final class HistorySources {

    /** As much of the file as is looked at, in bytes. */
    private static final int HEAD = 4_096;

    private static final String SQLITE = "SQLite format 3\0";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ACCEPTED =
            "give a recorder database (home-assistant_v2.db), the history page's CSV, or events as JSON, one a line";

    private HistorySources() {}

    /**
     * The history in this file: a recorder database, the history page's CSV or lines of JSON, each also packed by gzip.
     *
     * @throws SourceException if there is none that is understood
     */
    public static HistorySource open(Path file) {
        if (!Files.exists(file)) {
            throw new SourceException(Kind.MISSING, file + ": no such file; check the path");
        }
        if (Files.isDirectory(file)) {
            boolean isConfig = Files.exists(file.resolve("home-assistant_v2.db"));
            throw new SourceException(
                    Kind.UNKNOWN_FORMAT,
                    file + ": a folder; name the file in it"
                            + (isConfig ? ", " + file.resolve("home-assistant_v2.db") : ""));
        }
        TextFile plain = new TextFile(file, false);
        byte[] head = head(plain);
        boolean isGzip = head.length > 1 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
        return isGzip ? recognise(new TextFile(file, true), head(new TextFile(file, true))) : recognise(plain, head);
    }

    private static byte[] head(TextFile file) {
        try (InputStream in = file.open()) {
            return in.readNBytes(HEAD);
        } catch (EOFException cutOff) {
            throw file.failure(cutOff, 0);
        } catch (IOException unreadable) {
            throw file.failure(unreadable, 0);
        }
    }

    private static HistorySource recognise(TextFile file, byte[] head) {
        String start = new String(head, StandardCharsets.UTF_8);
        if (start.startsWith(SQLITE)) {
            return new RecorderSource(file);
        }
        if (start.startsWith(BYTE_ORDER_MARK)) {
            start = start.substring(1);
        }
        String text = start.stripLeading();
        if (text.startsWith("{")) {
            return new NdjsonSource(file);
        }
        Optional<Character> separator =
                CsvSource.separatorOf(text.lines().findFirst().orElse(""));
        if (separator.isPresent()) {
            return new CsvSource(file, separator.get());
        }
        throw unknown(file.path(), head, text);
    }

    private static SourceException unknown(Path file, byte[] head, String text) {
        String what;
        if (head.length == 0) {
            what = "the file is empty; " + ACCEPTED;
        } else if (isUtf16(head)) {
            what = "the text is UTF-16; save it as UTF-8";
        } else if (text.startsWith("[")) {
            what = "a JSON list; write one event a line, for example by: jq -c '.[]' " + file.getFileName();
        } else if (text.startsWith("PK")) {
            what = "a zip archive; unpack it and give the file in it";
        } else if (isTar(head)) {
            what = "a tar archive, perhaps a backup; unpack it and give its home-assistant_v2.db";
        } else {
            what = "no history that is understood; " + ACCEPTED;
        }
        return new SourceException(Kind.UNKNOWN_FORMAT, file + ": " + what);
    }

    private static boolean isUtf16(byte[] head) {
        int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        return first == 0xFFFE || first == 0xFEFF;
    }

    private static boolean isTar(byte[] head) {
        int magic = 257;
        return head.length > magic + 5 && new String(head, magic, 5, StandardCharsets.US_ASCII).equals("ustar");
    }
}
