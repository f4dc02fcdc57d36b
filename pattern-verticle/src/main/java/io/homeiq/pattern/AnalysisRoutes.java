package io.homeiq.pattern;

import io.homeiq.pattern.schedule.NightlyTimes;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.analysis.AnalysisRun;
import io.vertx.core.Future;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starting an analysis, seeing how it goes, and when the next one is due. */
final class AnalysisRoutes implements Routes {

    private static final String STATUS = "/api/analysis/status";

    private final AnalysisRunner runner;
    private final AnalysisBook book;
    private final NightlyAnalysis nightly;
    private final HistoryAccess history;

    AnalysisRoutes(AnalysisRunner runner, AnalysisBook book, NightlyAnalysis nightly, HistoryAccess history) {
        this.runner = runner;
        this.book = book;
        this.nightly = nightly;
        this.history = history;
    }

    @Override
    public void addTo(Api api) {
        api.act(
                "/api/analysis/trigger",
                request -> runner.trigger("api").map(run -> Reply.accepted(running(run), STATUS)));
        api.get(STATUS, request -> book.runs().map(runs -> Reply.ok(status(runs))));
        api.get("/api/analysis/schedule", this::schedule);
    }

    private Map<String, Object> status(List<AnalysisRun> runs) {
        Map<String, Object> status = new LinkedHashMap<>();
        switch (runner.state()) {
            case AnalysisState.Idle ignored -> status.put("status", "idle");
            case AnalysisState.Running run -> status.putAll(running(run));
        }
        runs.stream().filter(run -> run.finishedAt() != null).findFirst().ifPresent(run -> status.put("last_run", run));
        if (!runner.notes().isEmpty()) {
            status.put("notes", runner.notes());
        }
        status.put("history", history());
        return status;
    }

    /** Without it habits are as old as the last time that it could be read. */
    private Map<String, Object> history() {
        HistoryAccess.Trouble trouble = history.trouble();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", trouble == null ? "readable" : "unreadable");
        if (trouble != null) {
            document.put("problem", trouble.problem());
            document.put("since", trouble.since());
        }
        return document;
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

    private Future<Reply> schedule(Request request) {
        return nightly.plan().map(plan -> {
            Map<String, Object> schedule = new LinkedHashMap<>();
            schedule.put("schedule", "daily");
            schedule.put("time", NightlyTimes.AT.toString());
            schedule.put("time_zone", plan.zone());
            schedule.put("next_run", plan.next());
            schedule.put(
                    "next_run_local",
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(plan.next().atZone(plan.zone())));
            if (plan.last() != null) {
                schedule.put("last_nightly_run", plan.last());
            }
            return Reply.ok(schedule);
        });
    }
}
