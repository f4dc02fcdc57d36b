package io.homeiq.app.api;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.settings.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Names of things that really are there, from the lists that tell them. */
final class RealIds {

    /** Where the last parameter of a path, or of those that begin like it, comes from. */
    private record Source(Role role, String path, String list, String pointer, String field) {}

    private static final List<Source> SOURCES = List.of(
            new Source(Role.DATA, "/api/v1/events/{id}", "/api/v1/events?limit=20", "", "id"),
            new Source(Role.DATA, "/api/devices/{id}", "/api/devices", "/devices", "device_id"),
            new Source(Role.DATA, "/api/entities/{id}", "/api/entities", "/entities", "entity_id"),
            new Source(Role.DATA, "/api/entities/by-area/{id}", "/api/areas", "/areas", "area_id"),
            new Source(Role.DATA, "/api/entities/by-device/{id}", "/api/devices", "/devices", "device_id"),
            new Source(Role.DATA, "/api/v1/imports/{id}", "/api/v1/imports", "/imports", "id"),
            new Source(Role.PATTERN, "/api/v1/patterns/{id}", "/api/v1/patterns/list", "/data/patterns", "id"),
            new Source(Role.PATTERN, "/api/v1/patterns/feedback/{id}", "/api/v1/patterns/list", "/data/patterns", "id"),
            new Source(
                    Role.PATTERN, "/api/v1/synergies/{id}", "/api/v1/synergies/list", "/data/synergies", "synergy_id"),
            new Source(Role.TRAINING, "/api/v1/training/runs/{id}", "/api/v1/training/runs", "", "id"),
            new Source(Role.AUTOMATION, "/api/suggestions/{id}", "/api/suggestions/list", "/suggestions", "id"),
            new Source(Role.AUTOMATION, "/api/deploy/{suggestion_id}", "/api/suggestions/list", "/suggestions", "id"),
            new Source(
                    Role.AUTOMATION,
                    "/api/deploy/{automation_id}",
                    "/api/deploy/automations",
                    "/automations",
                    "automation_id"),
            new Source(Role.AUTOMATION, "/api/deploy/{id}", "/api/deploy/automations", "/automations", "automation_id"),
            new Source(
                    Role.AUTOMATION,
                    "/api/deploy/automations/{id}",
                    "/api/deploy/automations",
                    "/automations",
                    "automation_id"));

    private final ServedHome home;
    private final ApiClient client;

    RealIds(ServedHome home, ApiClient client) {
        this.home = home;
        this.client = client;
    }

    /** What can stand for the parameter in this path; empty if no list tells it, or nothing is there. */
    List<String> of(Role role, String path) {
        return SOURCES.stream()
                .filter(source -> source.role() == role && path.startsWith(source.path()))
                .max(Comparator.comparingInt(source -> source.path().length()))
                .map(this::read)
                .orElse(List.of());
    }

    private List<String> read(Source source) {
        Object body =
                client.ask(home.url(source.role()), Sent.get(source.list())).json();
        return JsonPointer.from(source.pointer()).queryJsonOrDefault(body, new JsonArray()) instanceof JsonArray list
                ? list.stream()
                        .map(member -> String.valueOf(((JsonObject) member).getValue(source.field())))
                        .toList()
                : List.of();
    }

    /** The path with this name for its parameter. */
    static String filled(String path, String id) {
        return path.replaceFirst("\\{[a-z_]+}", URLEncoder.encode(id, StandardCharsets.UTF_8));
    }
}
