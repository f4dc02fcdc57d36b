package io.homeiq.app.cli;

import io.homeiq.app.analyze.HistoryPlace;
import io.homeiq.app.analyze.SourceReading;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.WriteFault;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The history of an InfluxDB as lines of events in a temporary file. It is read here and not by the service, so that its
 * password or token stays on this machine.
 *
 * @param report null if the reading broke off
 * @param fault one line that says why it broke off; null if it was read to its end
 */
record InfluxCopy(
        Path file, @Nullable SourceReport report, @Nullable String fault) implements AutoCloseable {

    /** Events between two words of progress. */
    private static final long PROGRESS_EVENTS = 10_000;

    /** Reads it; ends the command if nothing could be read, or there is no room for the file. */
    static InfluxCopy of(HistoryPlace place, Console.Progress progress) {
        try {
            Path file = Files.createTempFile("homeiq-influxdb-", ".ndjson.gz");
            try {
                return write(place, file, progress);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw noRoom(cause == null ? new IOException(e) : cause);
        } catch (IOException e) {
            throw noRoom(e);
        } finally {
            progress.done();
        }
    }

    private static InfluxCopy write(HistoryPlace place, Path file, Console.Progress progress) throws IOException {
        Lines lines = new Lines(place, progress);
        try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            SourceReport report = place.open().read(event -> lines.write(event, out));
            return new InfluxCopy(file, report, null);
        } catch (SourceException e) {
            if (lines.written == 0) {
                throw new CommandException(ExitCode.FAILED, String.valueOf(e.getMessage()));
            }
            return new InfluxCopy(file, null, String.valueOf(e.getMessage()));
        }
    }

    boolean hasEvents() {
        return report == null || report.events() > 0;
    }

    /** What a person should know of the reading, a line each. */
    List<String> remarks(String place) {
        if (fault != null) {
            return List.of(fault);
        }
        return new SourceReading(place, report, 0, 0, null).leftOut().stream().toList();
    }

    private static CommandException noRoom(IOException failure) {
        return new CommandException(
                ExitCode.FAILED,
                WriteFault.explain("a temporary copy to " + System.getProperty("java.io.tmpdir"), failure));
    }

    /** Writes events one a line. */
    private static final class Lines {
        private final HomeEventJson json = new HomeEventJson();
        private final HistoryPlace place;
        private final Console.Progress progress;
        private long written;

        Lines(HistoryPlace place, Console.Progress progress) {
            this.place = place;
            this.progress = progress;
        }

        void write(HomeEvent event, OutputStream out) {
            try {
                out.write(json.write(event).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written++;
            if (written % PROGRESS_EVENTS == 0) {
                progress.at("reading " + place.name() + ": " + written, 0);
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, WriteFault.explain("over the temporary copy " + file, e));
        }
    }
}
