package io.homeiq.pattern;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Routes;
import io.homeiq.store.analysis.AnalysisRunRepository;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starting an analysis and seeing how it goes. */
final class AnalysisRoutes implements Routes {

    private static final String STATUS = "/api/analysis/status";

    /** One run is active at most, so the last one that ended is among so many. */
    private static final int ACTIVE_AND_LAST = 2;

    private final AnalysisRunner runner;
    private final Announcer announcer;
    private final AnalysisRunRepository runs;
    private final HomeId home;

    AnalysisRoutes(AnalysisRunner runner, Announcer announcer, AnalysisRunRepository runs, HomeId home) {
        this.runner = runner;
        this.announcer = announcer;
        this.runs = runs;
        this.home = home;
    }

    @Override
    public void addTo(Api api) {
        api.post(
                "/api/analysis/trigger",
                request -> runner.trigger("api").map(run -> Reply.accepted(running(run), STATUS)));
        api.get(
                STATUS,
                request -> announcer
                        .read(connection -> runs.list(connection, home, ACTIVE_AND_LAST))
                        .map(latest -> {
                            Map<String, Object> status = new LinkedHashMap<>();
                            switch (runner.state()) {
                                case AnalysisState.Idle ignored -> status.put("status", "idle");
                                case AnalysisState.Running run -> status.putAll(running(run));
                            }
                            latest.stream()
                                    .filter(run -> run.finishedAt() != null)
                                    .findFirst()
                                    .ifPresent(run -> status.put("last_run", run));
                            return Reply.ok(status);
                        }));
    }

    private static Map<String, Object> running(AnalysisState.Running run) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("status", "running");
        status.put("run_id", run.runId());
        status.put("started_at", run.startedAt());
        status.put("stage", run.stage());
        status.put("progress", run.share());
        return status;
    }
}
