package io.homeiq.app.analyze;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceReport;
import io.homeiq.store.StoreException;
import io.homeiq.store.history.Appended;
import io.homeiq.store.history.HistoryLog;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads sources into a history: one thread parses while the caller's thread writes. The history keeps each event once,
 * however often and in whatever order the sources tell of it.
 */
public final class SourceImport {

    private final HistoryLog log;
    private final LongConsumer progress;

    /** Writes into the log; the listener hears the number of events read so far, after each batch. */
    public SourceImport(HistoryLog log, LongConsumer progress) {
        this.log = log;
        this.progress = progress;
    }

    /** How much was read and written so far. */
    private static final class Count {
        private long read;
        private long added;
        private long duplicates;
    }

    /** Like {@link #read(HistoryPlace)}, of a file. */
    public SourceReading read(Path file) {
        return read(new HistoryPlace.File(file));
    }

    /** Reads one source to its end or to where it breaks off. What was read before a fault is kept. */
    public SourceReading read(HistoryPlace place) {
        Count count = new Count();
        try {
            SourceReport report = new ReadAhead<HomeEvent, SourceReport>()
                    .run("homeiq-parser", sink -> place.open().read(sink), batch -> write(batch, place.name(), count));
            return new SourceReading(
                    place.toString(), report, count.added, count.duplicates, nothingUnderstood(place, report));
        } catch (StoreException e) {
            throw e;
        } catch (SourceException e) {
            return brokenOff(place, count, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return brokenOff(place, count, "reading " + place + " was interrupted");
        } catch (RuntimeException e) {
            // Whatever a file of somebody else's does to a reader, the other sources are still read.
            return brokenOff(place, count, "cannot read " + place + ": " + e);
        }
    }

    /** It looks like history, but is none. */
    private static @Nullable String nothingUnderstood(HistoryPlace place, SourceReport report) {
        return report.events() > 0 || report.skipped().isEmpty()
                ? null
                : place + ": none of its " + report.rows() + " rows is understood ("
                        + SourceReading.reasons(report.skipped()) + "); export it again";
    }

    private static SourceReading brokenOff(HistoryPlace place, Count count, String fault) {
        return new SourceReading(place.toString(), null, count.added, count.duplicates, fault);
    }

    private void write(List<HomeEvent> batch, String source, Count count) {
        Appended appended = log.append(batch, source);
        count.read += batch.size();
        count.added += appended.added().size();
        count.duplicates += appended.duplicates();
        progress.accept(count.read);
    }
}
