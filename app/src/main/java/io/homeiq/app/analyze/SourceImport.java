package io.homeiq.app.analyze;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.homeassistant.source.HistorySource;
import io.homeiq.homeassistant.source.HistorySources;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceReport;
import io.homeiq.store.history.Appended;
import io.homeiq.store.history.HistoryLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads sources into a history: one thread parses while the caller's thread writes. The history keeps each event once,
 * however often and in whatever order the sources tell of it.
 */
public final class SourceImport {

    /** Events written in one transaction. */
    private static final int BATCH_EVENTS = 8_192;

    /** Batches that the parser may be ahead of the writer. */
    private static final int MAX_WAITING_BATCHES = 8;

    private final HistoryLog log;
    private final LongConsumer progress;

    /** Writes into the log; the listener hears the number of events read so far, after each batch. */
    public SourceImport(HistoryLog log, LongConsumer progress) {
        this.log = log;
        this.progress = progress;
    }

    /** What the parser sends: a batch, and with the last one how it ended. */
    private record Parcel(
            List<HomeEvent> events,
            @Nullable SourceReport report,
            @Nullable String fault) {

        boolean isLast() {
            return report != null || fault != null;
        }
    }

    /** Reads one file to its end or to where it breaks off. What was read before a fault is kept. */
    public SourceReading read(Path file) {
        BlockingQueue<Parcel> parcels = new ArrayBlockingQueue<>(MAX_WAITING_BATCHES);
        Thread parser = Thread.ofPlatform().daemon().name("homeiq-parser").start(() -> parse(file, parcels));
        try {
            return write(file, parcels);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SourceReading(file.toString(), null, 0, 0, "reading " + file + " was interrupted");
        } finally {
            parser.interrupt();
        }
    }

    private SourceReading write(Path file, BlockingQueue<Parcel> parcels) throws InterruptedException {
        long read = 0;
        long added = 0;
        long duplicates = 0;
        while (true) {
            Parcel parcel = parcels.take();
            Appended appended = log.append(parcel.events(), String.valueOf(file.getFileName()));
            read += parcel.events().size();
            added += appended.added().size();
            duplicates += appended.duplicates();
            progress.accept(read);
            if (parcel.isLast()) {
                return new SourceReading(file.toString(), parcel.report(), added, duplicates, parcel.fault());
            }
        }
    }

    private static void parse(Path file, BlockingQueue<Parcel> parcels) {
        List<HomeEvent> batch = new ArrayList<>(BATCH_EVENTS);
        try {
            try {
                HistorySource source = HistorySources.open(file);
                SourceReport report = source.read(event -> {
                    batch.add(event);
                    if (batch.size() == BATCH_EVENTS) {
                        send(parcels, new Parcel(List.copyOf(batch), null, null));
                        batch.clear();
                    }
                });
                parcels.put(new Parcel(List.copyOf(batch), report, null));
            } catch (SourceException e) {
                parcels.put(new Parcel(List.copyOf(batch), null, String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                // A defect in a reader must end the reading with a word, not leave the writer waiting for ever.
                parcels.put(new Parcel(List.copyOf(batch), null, "cannot read " + file + ": " + e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(BlockingQueue<Parcel> parcels, Parcel parcel) {
        try {
            parcels.put(parcel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", e);
        }
    }
}
