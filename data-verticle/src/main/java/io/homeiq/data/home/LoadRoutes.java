package io.homeiq.data.home;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.automation.BrokenAutomation;
import io.homeiq.homeassistant.registry.RegistryJson;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.BodyRule;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Takes the registry and the automations of a home that has no Home Assistant connected, as files hold them. */
public final class LoadRoutes implements Routes {

    private static final int MAX_BYTES = 32 * 1024 * 1024;
    private static final BodyRule REGISTRY = new BodyRule(List.of("application/json"), MAX_BYTES);
    private static final BodyRule AUTOMATIONS = new BodyRule(
            List.of("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "application/json"),
            MAX_BYTES);
    private static final List<String> SECTIONS = List.of("areas", "devices", "entities", "users", "config");

    /** Broken automations that are told one by one. */
    private static final int MAX_TOLD = 20;

    private final Vertx vertx;
    private final KnownHome home;
    private final boolean connected;

    /** @param connected whether a Home Assistant tells all of this; then nothing is taken here */
    public LoadRoutes(Vertx vertx, KnownHome home, boolean connected) {
        this.vertx = vertx;
        this.home = home;
        this.connected = connected;
    }

    @Override
    public void addTo(Api api) {
        api.send(HttpMethod.POST, "/api/v1/registry", REGISTRY, this::loadRegistry)
                .get("/api/v1/registry", request -> blocking(() -> Reply.ok(RegistryJson.write(home.registry()))))
                .send(HttpMethod.POST, "/api/v1/automations", AUTOMATIONS, this::loadAutomations)
                .get("/api/v1/automations", request -> blocking(this::automations));
    }

    private Future<Reply> loadRegistry(Request request) {
        refuseIfConnected("the registry");
        return blocking(() -> parse(request.body(JsonNode.class)))
                .compose(registry -> home.replace(registry).map(saved -> Reply.ok(counts(registry))));
    }

    private static HomeRegistry parse(JsonNode sections) {
        if (!sections.isObject() || SECTIONS.stream().noneMatch(sections::has)) {
            throw unreadable("a registry is a JSON object with some of " + String.join(", ", SECTIONS));
        }
        try {
            return RegistryJson.parse(sections);
        } catch (SourceException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> counts(HomeRegistry registry) {
        return Map.of(
                "areas", registry.areas().size(),
                "devices", registry.devices().size(),
                "entities", registry.entities().size(),
                "users", registry.users().size(),
                "time_zone", registry.config().timeZone().getId());
    }

    private Future<Reply> loadAutomations(Request request) {
        refuseIfConnected("the automations");
        List<BrokenAutomation> broken = new ArrayList<>();
        return blocking(() -> readAutomations(request.body().toString(StandardCharsets.UTF_8), broken))
                .compose(automations -> home.replace(automations)
                        .map(saved -> Reply.ok(Map.of(
                                "automations",
                                automations.size(),
                                "broken",
                                broken.stream()
                                        .limit(MAX_TOLD)
                                        .map(BrokenAutomation::message)
                                        .toList()))));
    }

    private static List<Automation> readAutomations(String text, List<BrokenAutomation> broken) {
        try {
            return AutomationYaml.read(text, broken::add);
        } catch (SourceException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Reply automations() {
        return Reply.text("application/yaml", AutomationYaml.write(home.automations()));
    }

    private void refuseIfConnected(String what) {
        if (connected) {
            throw Problem.of(
                            Kind.CONFLICT,
                            what
                                    + " of this home comes from its Home Assistant; change it there, or start without HA_URL")
                    .asException();
        }
    }

    /** A large home has some megabytes: too much for the event loop. */
    private <T> Future<T> blocking(Callable<T> work) {
        return vertx.executeBlocking(work, false).map(Objects::requireNonNull);
    }

    private static RuntimeException unreadable(String why) {
        return Problem.of(Kind.UNREADABLE_CONTENT, why).asException();
    }
}
