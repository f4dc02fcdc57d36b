package io.homeiq.app.analyze;

import io.homeiq.homeassistant.source.SourceReport;
import io.homeiq.mining.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What came of an offline analysis, for the one who asked for it. */
public final class AnalyzeOutcome {

    private final Analysis analysis;
    private final List<SourceReading> readings;
    private final List<String> stages;

    AnalyzeOutcome(Analysis analysis, List<SourceReading> readings, List<String> stages) {
        this.analysis = analysis;
        this.readings = List.copyOf(readings);
        this.stages = List.copyOf(stages);
    }

    /** The same with the stages that followed. */
    AnalyzeOutcome withStages(List<String> all) {
        return new AnalyzeOutcome(analysis, readings, all);
    }

    public Analysis analysis() {
        return analysis;
    }

    /** One line for each source of which some rows were left out. */
    public List<String> leftOut() {
        return readings.stream().flatMap(reading -> reading.leftOut().stream()).toList();
    }

    /** One line for each source that could not be read to its end, or of which nothing was understood. */
    public List<String> faults() {
        return readings.stream()
                .map(SourceReading::fault)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether no source gave anything, because of faults; then no result was written, and an earlier one stays. */
    public boolean isNothingRead() {
        return analysis.events() == 0 && !faults().isEmpty();
    }

    /** Rows read and left out by source, seconds and memory by stage: what {@code --stats} prints. */
    public List<String> statistics() {
        List<String> lines = new ArrayList<>();
        for (SourceReading reading : readings) {
            SourceReport report = reading.report();
            String rows = report == null ? "broken off" : report.rows() + " rows";
            lines.add(reading.name() + ": " + rows + ", " + reading.added() + " events, " + reading.duplicates()
                    + " known already");
            if (report != null) {
                report.skipped().forEach((reason, count) -> lines.add("  skipped " + count + ": " + reason));
            }
        }
        lines.addAll(stages);
        return lines;
    }
}
