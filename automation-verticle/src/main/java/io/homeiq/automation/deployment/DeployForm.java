package io.homeiq.automation.deployment;

import io.homeiq.automation.suggestion.Consent;
import io.homeiq.service.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent along to deploy.
 *
 * @param suggestionIds null: not given
 * @param forceDeploy whether what a person changed is replaced; null: no
 * @param consent whether the owner agrees to what the safety check asks about; null: no
 */
record DeployForm(
        @Nullable List<String> suggestionIds,
        @Nullable Boolean forceDeploy,
        @Nullable Boolean consent) {

    /** At once, in one batch. */
    static final int MAX_BATCH = 50;

    /** For one suggestion, whose id stands in the address. */
    static DeployForm one(Request request) {
        One one = request.body().length() == 0 ? new One(null, null, null) : request.body(One.class);
        return new DeployForm(null, one.forceDeploy(), one.consent());
    }

    /** Whether that one is to work as soon as it is in place; it is unless the body says otherwise. */
    static boolean armed(Request request) {
        return request.body().length() == 0
                || !Boolean.FALSE.equals(request.body(One.class).armed());
    }

    private record One(
            @Nullable Boolean forceDeploy,
            @Nullable Boolean consent,
            @Nullable Boolean armed) {}

    /** Whether the owner agrees to putting back what the safety check asks about. */
    static Consent back(Request request) {
        return Consent.of(
                request.body().length() == 0 ? null : request.body(Back.class).consent());
    }

    private record Back(@Nullable Boolean consent) {}

    /** For several. */
    static DeployForm several(Request request) {
        DeployForm form =
                request.body().length() == 0 ? new DeployForm(null, null, null) : request.body(DeployForm.class);
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

    Consent agreed() {
        return Consent.of(consent);
    }

    HandEdits edits() {
        return Boolean.TRUE.equals(forceDeploy) ? HandEdits.REPLACE : HandEdits.KEEP;
    }
}
