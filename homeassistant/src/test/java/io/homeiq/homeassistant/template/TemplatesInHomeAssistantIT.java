package io.homeiq.homeassistant.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.Context;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.template.Rendered;
import io.homeiq.replay.template.TemplateScope;
import io.homeiq.replay.template.Templates;
import io.homeiq.testing.HomeAssistantProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A running Home Assistant and ours print the same for the same templates. */
class TemplatesInHomeAssistantIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static HomeAssistantProcess home;
    private static LiveHome scope;

    private final Templates templates = new HomeAssistantTemplates();

    /** The states as the running one tells them. Its clock moves on, so nothing here asks for the time. */
    private record LiveHome(Map<String, EntityState> all, ZoneId zone, Map<String, @Nullable Object> variables)
            implements TemplateScope {

        @Override
        public @Nullable EntityState state(String entityId) {
            return all.get(entityId);
        }

        @Override
        public Collection<EntityState> states() {
            return all.values();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public boolean isLimited() {
            return false;
        }
    }

    @BeforeAll
    static void startHomeAssistant() throws Exception {
        home = HomeAssistantProcess.startSampleHome();
        var zone = ZoneId.of(JSON.readTree(get("/api/config")).get("time_zone").textValue());
        scope = new LiveHome(states(), zone, Map.of());
    }

    @AfterAll
    static void stopHomeAssistant() {
        home.close();
    }

    @Test
    void rendersTheStatesOfARunningHome() throws Exception {
        // Given a few questions about every entity
        var questions = new ArrayList<String>();
        for (var id : scope.all.keySet()) {
            questions.add("{{ states('" + id + "') }} {{ states." + id + ".attributes.friendly_name }}");
            questions.add("{{ states('" + id + "') | float(-1) > 5 }} {{ has_value('" + id + "') }}");
            questions.add("{{ expand('" + id + "') | map(attribute='entity_id') | join(', ') }}");
        }
        questions.add(
                "{{ states.light | selectattr('state', 'eq', 'on') | map(attribute='entity_id') | sort | list }}");

        // When
        var different = different(questions);

        // Then
        assertThat(different).isEmpty();
    }

    @Test
    void answersAsTheRunningHomeDoesWhatWasAskedBefore() throws Exception {
        // Given the templates of the collected answers that need neither the home nor the clock nor variables
        var questions = Answers.all()
                .filter(answer -> !answer.line().has("variables")
                        && !answer.line().has("entities")
                        && !answer.line().has("clock")
                        && !answer.template().contains("states")
                        && !answer.template().matches("(?s).*\\b[dflnstuxz]\\b.*"))
                .map(Answers.Answer::template)
                .toList();

        // When
        var different = different(questions);

        // Then
        assertThat(questions).hasSizeGreaterThan(100);
        assertThat(different).isEmpty();
    }

    private List<String> different(List<String> questions) throws Exception {
        var different = new ArrayList<String>();
        for (var question : questions) {
            var ours = ours(question);
            var theirs = theirs(question);
            if (!ours.startsWith("unsupported") && !ours.equals(theirs)) {
                different.add(question + " -> ours: " + ours + ", theirs: " + theirs);
            }
        }
        return different;
    }

    private String ours(String template) {
        if (!(templates.compile(template) instanceof Templates.Compiled.Ready ready)) {
            return "an error";
        }
        return switch (ready.template().render(scope)) {
            case Rendered.Value value -> value.text();
            case Rendered.Failed failed -> "an error";
            case Rendered.Unsupported unsupported -> "unsupported " + unsupported.name();
        };
    }

    private static String theirs(String template) throws Exception {
        var body = JSON.writeValueAsString(Map.of("template", template));
        var answer = send(request("/api/template").POST(BodyPublishers.ofString(body)));
        return answer.statusCode() == 200 ? answer.body().strip() : "an error";
    }

    private static Map<String, EntityState> states() throws Exception {
        var states = new LinkedHashMap<String, EntityState>();
        for (var state : JSON.readTree(get("/api/states"))) {
            states.put(state.get("entity_id").textValue(), state(state));
        }
        return states;
    }

    @SuppressWarnings("unchecked")
    private static EntityState state(JsonNode state) {
        var attributes = (Map<String, @Nullable Object>) Answers.value(state.get("attributes"));
        return new EntityState(
                state.get("entity_id").textValue(),
                state.get("state").textValue(),
                attributes == null ? Map.of() : attributes,
                OffsetDateTime.parse(state.get("last_changed").textValue()).toInstant(),
                OffsetDateTime.parse(state.get("last_updated").textValue()).toInstant(),
                Context.UNKNOWN);
    }

    private static String get(String path) throws Exception {
        return send(request(path).GET()).body();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(home.url() + path)).header("Authorization", "Bearer " + home.token());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
