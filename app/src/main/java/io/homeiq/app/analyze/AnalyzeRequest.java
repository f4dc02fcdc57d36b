package io.homeiq.app.analyze;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to analyse and where to put the results.
 *
 * @param sources where history lies, in any order; they may overlap
 * @param out folder for the results; made if it is not there
 * @param automations what the home's automations do already
 * @param limit at most so many suggestions are written
 * @param attribution file for the cause of each change; null: none is written
 */
public record AnalyzeRequest(
        List<HistoryPlace> sources,
        Path out,
        HomeRegistry registry,
        List<Automation> automations,
        int limit,
        @Nullable Path attribution) {

    public AnalyzeRequest {
        sources = List.copyOf(sources);
        automations = List.copyOf(automations);
        if (sources.isEmpty() || limit < 0) {
            throw new IllegalArgumentException("an analysis needs a source and a limit of zero or more");
        }
    }
}
