package io.homeiq.data.imports;

import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.homeassistant.source.HistorySources;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceReport;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.Worker;
import io.homeiq.service.event.Announcer;
import io.homeiq.store.StoreException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files into the log, one at a time and in the order in which they came, on a thread of its own. */
public final class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    /** The largest files take minutes; beyond this Vert.x begins to warn. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final UploadFolder folder;
    private final Destination destination;
    private final Announcer announcer;
    private final Worker worker;
    private volatile boolean stopped;

    public Imports(Vertx vertx, UploadFolder folder, Destination destination, Announcer announcer) {
        this.folder = folder;
        this.destination = destination;
        this.announcer = announcer;
        this.worker = Worker.of(vertx, "homeiq-import", 1, LONGEST);
    }

    UploadFolder folder() {
        return folder;
    }

    /** Reads the file of the import when its turn comes, deletes it, and tells the bus. The job tells how it ended. */
    void begin(ImportJob job) {
        worker.run(() -> read(job))
                .compose(state ->
                        state instanceof ImportState.Done done ? announce(done) : Future.succeededFuture(state))
                .recover(failure -> Future.succeededFuture(failed(failure)))
                .onSuccess(job::enter);
    }

    /** Ends what is being read at its next batch. What was added stays, and the rest can be imported again. */
    public Future<Void> close() {
        stopped = true;
        return worker.close();
    }

    private ImportState read(ImportJob job) throws IOException {
        LogSink sink = new LogSink(destination, job, () -> stopped);
        Path file = folder.fileOf(job.id());
        try {
            job.enter(new ImportState.Reading(0, 0, 0));
            SourceReport report = HistorySources.open(file).read(sink);
            sink.finish();
            if (report.events() == 0 && !report.skipped().isEmpty()) {
                return failed(job, sink, nothingUnderstood(job, report));
            }
            LOG.info("{}: {} events added, {} known already", job.name(), sink.added(), sink.duplicates());
            return done(job, sink, report);
        } catch (SourceException e) {
            return partly(job, sink, unreadable(job, file, e));
        } catch (LogSink.ImportStopped e) {
            return failed(job, sink, refused(e.reason()));
        } finally {
            destination.ringOnce(sink.lastAdded());
            folder.delete(job.id());
        }
    }

    /** It looks like history, but is none: whoever sent it believes that it is in the log now. */
    private static Problem nothingUnderstood(ImportJob job, SourceReport report) {
        String reasons = report.skipped().entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        return Problem.of(
                        Kind.UNREADABLE_CONTENT,
                        job.name() + ": none of its " + report.rows() + " rows is understood (" + reasons
                                + "); export it again")
                .with("skipped_by_reason", report.skipped());
    }

    private static ImportState done(ImportJob job, LogSink sink, SourceReport report) {
        long skipped =
                report.skipped().values().stream().mapToLong(Long::longValue).sum();
        HistoryImported numbers = new HistoryImported(
                job.name(), sink.added(), sink.duplicates(), skipped, report.first(), report.last(), sink.lastSeq());
        return new ImportState.Done(numbers, report.skipped());
    }

    /** What stands before the fault is worth keeping. */
    private static ImportState partly(ImportJob job, LogSink sink, Problem problem) {
        try {
            sink.finish();
            return failed(job, sink, problem);
        } catch (LogSink.ImportStopped e) {
            return failed(job, sink, refused(e.reason()));
        }
    }

    private static ImportState failed(ImportJob job, LogSink sink, Problem problem) {
        sink.settle();
        LOG.warn("{}: {} events added, then: {}", job.name(), sink.added(), problem.detail());
        return new ImportState.Failed(problem, sink.added(), sink.duplicates());
    }

    private Future<ImportState> announce(ImportState.Done done) {
        return announcer
                .write(connection -> announcer.announce(connection, done.numbers()))
                .map(done);
    }

    /** People know the file by the name that they gave, not by where it lay meanwhile. */
    private static Problem unreadable(ImportJob job, Path file, SourceException failure) {
        String detail = String.valueOf(failure.getMessage())
                .replace(file.toString(), job.name())
                .replace(String.valueOf(file.getFileName()), job.name());
        return Problem.of(
                failure.kind() == SourceException.Kind.INACCESSIBLE ? Kind.INTERNAL : Kind.UNREADABLE_CONTENT, detail);
    }

    private static Problem refused(Throwable failure) {
        if (failure instanceof StoreException store && store.kind() == StoreException.Kind.DISK_FULL) {
            return Problem.of(
                    Kind.STORAGE_FULL,
                    "the disk of the service got full; what was added stays, free some space and import the file again");
        }
        LOG.error("an import was stopped", failure);
        return Problem.of(
                Kind.UNAVAILABLE,
                "the history takes nothing just now; what was added stays, import the file again later");
    }

    private static ImportState failed(Throwable failure) {
        LOG.error("an import failed", failure);
        return new ImportState.Failed(
                Problem.of(Kind.INTERNAL, "an unexpected failure; the log of the service tells more"), 0, 0);
    }
}
