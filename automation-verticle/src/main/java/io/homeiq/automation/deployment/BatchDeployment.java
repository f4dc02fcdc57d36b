package io.homeiq.automation.deployment;

import io.homeiq.automation.suggestion.Consent;
import io.homeiq.automation.suggestion.Decisions;
import io.homeiq.automation.suggestion.SuggestionView;
import io.homeiq.service.Problem;
import io.homeiq.service.ProblemException;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deploys several suggestions, one after the other, each as if it were asked for alone. One that cannot be deployed does not keep the others back. */
final class BatchDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(BatchDeployment.class);

    private static final String WAITS = "approved";

    private final Deployments deployments;
    private final Decisions decisions;

    BatchDeployment(Deployments deployments, Decisions decisions) {
        this.deployments = deployments;
        this.decisions = decisions;
    }

    /**
     * What came of one.
     *
     * @param status {@code deployed}; {@code approved}: it is put in place later; {@code failed}: it was tried; {@code refused}: it was not tried
     * @param message one sentence, with the cure if there is one
     */
    record Result(String id, String status, String message) {

        Map<String, Object> toDocument() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("id", id);
            document.put("status", status);
            document.put("message", message);
            return document;
        }
    }

    /**
     * Once one had to wait for a Home Assistant that is away, the rest is not tried either: whoever asked would have to wait for each.
     *
     * @return one result for each, in their order. Never fails
     */
    Future<List<Result>> deploy(List<String> ids, HandEdits edits, Consent consent) {
        List<Result> results = new ArrayList<>();
        Future<?> done = Future.succeededFuture();
        for (String id : ids) {
            done = done.compose(before -> deploy(id, edits, consent, isAway(results)))
                    .onSuccess(results::add);
        }
        return done.map(results);
    }

    private static boolean isAway(List<Result> results) {
        return results.stream().anyMatch(result -> result.status().equals(WAITS));
    }

    private Future<Result> deploy(String id, HandEdits edits, Consent consent, boolean away) {
        return (away
                        ? deployments.deployLater(id, decisions, consent)
                        : deployments.deploy(id, decisions, edits, consent))
                .map(answer -> new Result(id, SuggestionView.status(answer.suggestion()), answer.message()))
                .otherwise(failure -> explain(id, failure));
    }

    private static Result explain(String id, Throwable failure) {
        if (failure instanceof ProblemException known) {
            return new Result(
                    id,
                    wasTried(known.problem()) ? "failed" : "refused",
                    known.problem().detail());
        }
        LOG.error("the suggestion {} of a batch could not be deployed", id, failure);
        return new Result(id, "failed", "an unexpected failure; the log of the service tells more");
    }

    private static boolean wasTried(Problem problem) {
        return switch (problem.kind()) {
            case UNAVAILABLE, BAD_GATEWAY, TIMEOUT -> true;
            default -> "failed".equals(problem.facts().get("state"));
        };
    }
}
