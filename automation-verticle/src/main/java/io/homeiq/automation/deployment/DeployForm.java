package io.homeiq.automation.deployment;

import io.homeiq.service.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent along to deploy.
 *
 * @param suggestionIds null: not given
 * @param forceDeploy whether what a person changed is replaced; null: no
 */
record DeployForm(
        @Nullable List<String> suggestionIds, @Nullable Boolean forceDeploy) {

    /** At once, in one batch. */
    static final int MAX_BATCH = 50;

    /** For one suggestion, whose id stands in the address. */
    static HandEdits one(Request request) {
        return request.body().length() == 0
                ? HandEdits.KEEP
                : new DeployForm(null, request.body(One.class).forceDeploy()).edits();
    }

    private record One(@Nullable Boolean forceDeploy) {}

    /** For several. */
    static DeployForm several(Request request) {
        DeployForm form = request.body().length() == 0 ? new DeployForm(null, null) : request.body(DeployForm.class);
        int given = form.ids().size();
        if (given < 1 || given > MAX_BATCH) {
            throw Request.invalid(
                    "suggestion_ids", given == 0 ? "none" : given + " of them", "a list of 1 to " + MAX_BATCH + " ids");
        }
        return form;
    }

    /** Each once, in their order. */
    List<String> ids() {
        return suggestionIds == null
                ? List.of()
                : suggestionIds.stream().distinct().toList();
    }

    HandEdits edits() {
        return Boolean.TRUE.equals(forceDeploy) ? HandEdits.REPLACE : HandEdits.KEEP;
    }
}
