package io.homeiq.automation.deployment;

import io.homeiq.automation.deployment.Putting.Put;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.deploy.Deployment;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.store.StoreException;
import io.vertx.core.Future;

/** What the failures of a target mean here. */
final class Faults {

    private static final String LEFT_ALONE =
            "; nothing was overwritten: delete it there and approve again, deploy it with force_deploy, or reject the suggestion";

    private Faults() {}

    /** For those who asked over HTTP: nothing was done. */
    static <T> Future<T> asProblem(Throwable failure) {
        return failure instanceof HomeAssistantException known
                ? Problem.of(
                                known.isPassing() ? Kind.UNAVAILABLE : Kind.BAD_GATEWAY,
                                String.valueOf(known.getMessage()))
                        .asFailure()
                : Future.failedFuture(failure);
    }

    /** Trying the same again cannot help: then it is a refusal. Everything else stays a failure. */
    static Future<Put> asRefusal(Throwable failure) {
        boolean isFinal = failure instanceof IllegalArgumentException
                || failure instanceof HomeAssistantException known && !known.isPassing();
        return isFinal
                ? Future.succeededFuture(new Put(new Deployment.Refused(String.valueOf(failure.getMessage())), false))
                : Future.failedFuture(failure);
    }

    /** Whether the same may work later without anybody doing anything. */
    static boolean isPassing(Throwable failure) {
        return failure instanceof HomeAssistantException known && known.isPassing()
                || failure instanceof StoreException;
    }

    /** Nobody is there, so that there is no use in asking for the next one. */
    static boolean isAway(Throwable failure) {
        return failure instanceof HomeAssistantException known
                && known.kind() == HomeAssistantException.Kind.UNREACHABLE;
    }

    static String handEdited(Deployment.HandEdited edited) {
        return edited.difference() + LEFT_ALONE;
    }
}
