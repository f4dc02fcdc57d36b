package io.homeiq.automation.deployment;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.homeassistant.deploy.Deployment;
import io.homeiq.homeassistant.deploy.Placed;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Puts an automation where it belongs, over what a person made of it only if that is wanted. */
final class Putting {

    private final AutomationTarget target;

    Putting(AutomationTarget target) {
        this.target = target;
    }

    /**
     * What came of it.
     *
     * @param replaced whether something that a person changed was there before
     */
    record Put(Deployment deployment, boolean replaced) {}

    /**
     * As {@link AutomationTarget#deploy}. What is replaced is exactly what was seen: who changes it once more meanwhile is left alone.
     *
     * @param expectedHash of what we wrote last there; null if we never did
     */
    Future<Put> put(Automation automation, @Nullable String expectedHash, HandEdits edits) {
        return target.deploy(automation, expectedHash)
                .compose(first -> first instanceof Deployment.HandEdited && edits == HandEdits.REPLACE
                        ? replace(automation)
                        : Future.succeededFuture(new Put(first, false)));
    }

    private Future<Put> replace(Automation automation) {
        return target.read(automation.id())
                .compose(seen ->
                        target.deploy(automation, seen.map(Placed::contentHash).orElse(null)))
                .map(second -> new Put(second, second instanceof Deployment.Deployed));
    }
}
