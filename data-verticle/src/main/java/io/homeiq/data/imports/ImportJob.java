package io.homeiq.data.imports;

import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One file on its way into the log. May be asked from every thread. */
final class ImportJob {

    private final String id;
    private final String name;
    private final Instant receivedAt;
    private final Promise<ImportState> ended = Promise.promise();
    private volatile ImportState state = new ImportState.Waiting();

    /** @param name what people call the file, without its folder */
    ImportJob(String id, String name, Instant receivedAt) {
        this.id = id;
        this.name = name;
        this.receivedAt = receivedAt;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    ImportState state() {
        return state;
    }

    /** Succeeds with {@code Done} or {@code Failed}. */
    Future<ImportState> ended() {
        return ended.future();
    }

    void enter(ImportState next) {
        state = next;
        if (next instanceof ImportState.Done || next instanceof ImportState.Failed) {
            ended.tryComplete(next);
        }
    }

    /** As the API shows it. */
    Map<String, Object> toDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", id);
        document.put("source", name);
        document.put("received_at", receivedAt);
        switch (state) {
            case ImportState.Waiting ignored -> document.put("state", "waiting");
            case ImportState.Reading reading -> {
                document.put("state", "reading");
                document.put("events", reading.events());
                document.put("added", reading.added());
                document.put("duplicates", reading.duplicates());
            }
            case ImportState.Done done -> addNumbers(document, done);
            case ImportState.Failed failed -> {
                document.put("state", "failed");
                document.put("added", failed.added());
                document.put("duplicates", failed.duplicates());
                document.put("problem", failed.problem().toDocument());
            }
        }
        return document;
    }

    private static void addNumbers(Map<String, Object> document, ImportState.Done done) {
        HistoryImported numbers = done.numbers();
        document.put("state", "done");
        document.put("added", numbers.added());
        document.put("duplicates", numbers.duplicates());
        document.put("skipped", numbers.skipped());
        document.put("skipped_by_reason", done.skipped());
        if (numbers.start() != null && numbers.end() != null) {
            document.put("start", numbers.start());
            document.put("end", numbers.end());
        }
        document.put("last_seq", numbers.lastSeq());
    }

    /** The problem that ended it, with what it came to before. */
    static Problem explain(ImportJob job, ImportState.Failed failed) {
        return failed.problem()
                .with("import_id", job.id)
                .with("added", failed.added())
                .with("duplicates", failed.duplicates());
    }
}
