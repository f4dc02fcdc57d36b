package io.homeiq.app.replay;

import io.homeiq.app.analyze.HistoryPlace;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Verbatim;
import java.util.List;

/**
 * What is to be replayed over what.
 *
 * @param automation as it stands in Home Assistant's files
 */
public record ReplayRequest(Verbatim automation, List<HistoryPlace> sources, HomeRegistry registry) {

    public ReplayRequest {
        sources = List.copyOf(sources);
    }
}
