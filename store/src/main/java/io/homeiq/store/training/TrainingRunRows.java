package io.homeiq.store.training;

import io.homeiq.contracts.json.WireJson;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads training runs from rows of their table. */
final class TrainingRunRows {

    private final WireJson json;

    TrainingRunRows(WireJson json) {
        this.json = json;
    }

    List<TrainingRun> all(Iterable<Row> rows) {
        List<TrainingRun> runs = new ArrayList<>();
        rows.forEach(row -> runs.add(run(row)));
        return runs;
    }

    Optional<TrainingRun> first(Iterable<Row> rows) {
        return all(rows).stream().findFirst();
    }

    private TrainingRun run(Row row) {
        Long finishedAt = row.getLong("finished_at");
        String metrics = row.getString("metrics");
        return new TrainingRun(
                row.getLong("id"),
                row.getString("training_type"),
                TrainingStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong("started_at")),
                finishedAt == null ? null : Instant.ofEpochMilli(finishedAt),
                row.getInteger("dataset_size"),
                row.getString("base_model"),
                row.getString("run_identifier"),
                metrics == null ? null : Metrics.read(json, metrics),
                row.getString("error_message"),
                row.getString("triggered_by"));
    }
}
