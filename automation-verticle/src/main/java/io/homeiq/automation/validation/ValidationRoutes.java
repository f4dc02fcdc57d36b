package io.homeiq.automation.validation;

import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/automations/validate}: what is wrong with an automation, before it is put anywhere. */
public final class ValidationRoutes implements Routes {

    private final Validation validation;

    public ValidationRoutes(Validation validation) {
        this.validation = validation;
    }

    /**
     * What is sent.
     *
     * @param yamlContent one automation
     * @param validateEntities null counts as true, as does null in the next
     */
    record Asked(
            String yamlContent,
            @Nullable Boolean validateEntities,
            @Nullable Boolean validateServices) {}

    @Override
    public void addTo(Api api) {
        api.post("/api/v1/automations/validate", this::validate);
    }

    private Future<Reply> validate(Request request) {
        Asked asked = request.body(Asked.class);
        if (asked.yamlContent().isBlank()) {
            throw Request.invalid("yaml_content", "blank", "the YAML of one automation");
        }
        return validation
                .of(
                        asked.yamlContent(),
                        !Boolean.FALSE.equals(asked.validateEntities()),
                        !Boolean.FALSE.equals(asked.validateServices()))
                .map(verdict -> Reply.ok(verdict.toDocument()));
    }
}
