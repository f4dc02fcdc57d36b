package io.homeiq.automation.deployment;

import io.homeiq.automation.deployment.DeploymentBook.History;
import io.homeiq.automation.suggestion.Decisions;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.automation.suggestion.SuggestionView;
import io.homeiq.contracts.suggestion.SuggestionState.Approved;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.suggestion.DeployedVersion;
import io.homeiq.store.suggestion.Standing;
import io.homeiq.store.suggestion.Trouble;
import io.homeiq.store.suggestion.TroubleRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deploying, taking back, and looking at what was deployed. */
public final class DeployRoutes implements Routes {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** No automation of ours is called so. */
    private static final String NOBODY = "homeiq_connection_test";

    private final SuggestionBook book;
    private final DeploymentBook versions;
    private final AutomationTarget target;
    private final Deployments deployments;
    private final Decisions decisions;
    private final TroubleRepository troubles = new TroubleRepository();

    public DeployRoutes(DeploymentParts parts, Deployments deployments, Decisions decisions) {
        this.book = parts.book();
        this.versions = new DeploymentBook(parts.versions(), parts.book().home(), parts.json());
        this.target = parts.target();
        this.deployments = deployments;
        this.decisions = decisions;
    }

    @Override
    public void addTo(Api api) {
        api.get("/api/deploy/test-connection", request -> testConnection());
        api.get("/api/deploy/automations", this::automations);
        api.get(
                "/api/deploy/automations/{id}",
                request -> history(request)
                        .compose(history -> book.read(this::troubles).map(known -> {
                            Map<String, Object> whole = whole(history);
                            addTrouble(whole, known.get(request.path("id")));
                            return Reply.ok(whole);
                        })));
        api.get("/api/deploy/{automation_id}/versions", this::versions);
        api.post(
                "/api/deploy/{id}/rollback",
                request -> deployments
                        .rollBack(request.path("id"), DeployForm.back(request))
                        .map(done -> Reply.ok(SuggestionView.of(done.suggestion(), done.message()))));
        api.post("/api/deploy/batch", this::batch);
        api.post("/api/deploy/{suggestion_id}", request -> {
            DeployForm form = DeployForm.one(request);
            return deployments
                    .deploy(
                            request.path("suggestion_id"),
                            decisions,
                            form.edits(),
                            form.agreed(),
                            DeployForm.armed(request))
                    .map(DeployRoutes::reply);
        });
    }

    private Future<Reply> batch(Request request) {
        DeployForm form = DeployForm.several(request);
        return new BatchDeployment(deployments, decisions)
                .deploy(form.ids(), form.edits(), form.agreed())
                .map(results -> Reply.ok(Map.of(
                        "results",
                        results.stream().map(BatchDeployment.Result::toDocument).toList(),
                        "count",
                        results.size())));
    }

    private static Reply reply(Deployments.Answer answer) {
        Map<String, Object> view = SuggestionView.of(answer.suggestion(), answer.message());
        return answer.suggestion().state() instanceof Approved
                ? Reply.accepted(view, "/api/suggestions/" + answer.suggestion().id())
                : Reply.ok(view);
    }

    /** Asks the target for what is surely not there: that takes the address, the token and its rights. */
    private Future<Reply> testConnection() {
        String kind = target.kind().name().toLowerCase(Locale.ROOT);
        return target.read(NOBODY)
                .map(nothing -> test(kind, true, "Automations can be put there."))
                .recover(failure -> failure instanceof HomeAssistantException known
                        ? Future.succeededFuture(test(kind, false, String.valueOf(known.getMessage())))
                        : Future.failedFuture(failure));
    }

    private static Reply test(String kind, boolean connected, String message) {
        return Reply.ok(Map.of("connected", connected, "target", kind, "message", message));
    }

    private Future<Reply> automations(Request request) {
        int limit = request.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        int offset = request.integer("offset", 0, 0, Integer.MAX_VALUE);
        Status status = request.choice("status", Status.class);
        Standing standing = status == null ? Standing.ANY : status.standing;
        return book.read(connection -> versions.count(connection, standing)
                .compose(total -> versions.newest(connection, standing, limit, offset)
                        .compose(newest -> current(connection, newest))
                        .compose(lines -> troubles(connection).map(known -> {
                            lines.forEach(
                                    line -> addTrouble(line, known.get(String.valueOf(line.get("automation_id")))));
                            return lines;
                        }))
                        .map(list -> Reply.ok(Map.of("automations", list, "count", list.size(), "total", total)))));
    }

    /** What a deployed automation is called in lists, and what that means to the store. */
    private enum Status {
        DEPLOYED(Standing.IN_PLACE),
        ROLLED_BACK(Standing.TAKEN_BACK);

        private final Standing standing;

        Status(Standing standing) {
            this.standing = standing;
        }
    }

    /** One that was taken back may have left an earlier one in place. */
    private Future<List<Map<String, Object>>> current(SqlConnection connection, List<DeployedVersion> newest) {
        List<Map<String, Object>> list = new ArrayList<>();
        Future<?> done = Future.succeededFuture();
        for (DeployedVersion version : newest) {
            done = done.compose(before -> versions.of(connection, version.automationId()))
                    .onSuccess(history -> list.add(line(history.active().orElse(version))));
        }
        return done.map(list);
    }

    private Future<History> history(Request request) {
        return history(request.path("id"));
    }

    private Future<History> history(String automationId) {
        return book.read(connection -> versions.of(connection, automationId))
                .compose(history -> history.versions().isEmpty()
                        ? Problem.of(
                                        Kind.NOT_FOUND,
                                        "no automation " + automationId + " was deployed; see /api/deploy/automations")
                                .asFailure()
                        : Future.succeededFuture(history));
    }

    private Future<Reply> versions(Request request) {
        return history(request.path("automation_id"))
                .map(history -> Reply.ok(Map.of(
                        "automation_id", request.path("automation_id"),
                        "versions", withDiffs(history.versions()),
                        "count", history.versions().size())));
    }

    /** Each beside the lines by which it differs from the one before it. */
    private static List<Map<String, Object>> withDiffs(List<DeployedVersion> newestFirst) {
        List<Map<String, Object>> details = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            Map<String, Object> detail = detail(newestFirst.get(i));
            if (i + 1 < newestFirst.size()) {
                detail.put(
                        "diff",
                        VersionDiff.between(
                                newestFirst.get(i + 1).automation(),
                                newestFirst.get(i).automation()));
            }
            details.add(detail);
        }
        return details;
    }

    private static void addTrouble(Map<String, Object> line, @Nullable Trouble trouble) {
        if (trouble != null && "deployed".equals(line.get("status"))) {
            line.put("trouble", Map.of("kind", trouble.kind(), "detail", trouble.detail(), "since", trouble.since()));
        }
    }

    private Future<Map<String, Trouble>> troubles(SqlConnection connection) {
        return troubles.list(connection, book.home())
                .map(all -> all.stream().collect(Collectors.toMap(Trouble::automationId, trouble -> trouble)));
    }

    private static Map<String, Object> whole(History history) {
        return detail(history.active().orElse(history.versions().getFirst()));
    }

    private static Map<String, Object> detail(DeployedVersion version) {
        Map<String, Object> detail = line(version);
        detail.put("automation", AutomationTree.write(version.automation()));
        detail.put("automation_yaml", AutomationYaml.write(List.of(version.automation())));
        return detail;
    }

    private static Map<String, Object> line(DeployedVersion version) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("automation_id", version.automationId());
        line.put("alias", version.automation().alias());
        line.put("version", version.version());
        line.put("suggestion_id", version.suggestionId());
        line.put("status", version.rolledBackAt() == null ? "deployed" : "rolled_back");
        line.put("target", version.target());
        line.put("location", version.location());
        line.put("deployed_at", version.deployedAt());
        if (version.rolledBackAt() != null) {
            line.put("rolled_back_at", version.rolledBackAt());
        }
        return line;
    }
}
