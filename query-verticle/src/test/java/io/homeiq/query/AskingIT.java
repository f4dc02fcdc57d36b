package io.homeiq.query;

import static io.homeiq.query.Station.HOME;
import static io.homeiq.query.Station.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.suggestion.SuggestionRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskingIT {

    @TempDir
    Path folder;

    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    @Test
    void draftsAnAutomationThatHomeAssistantTakes() {
        // When
        JsonNode reply = station.ask("turn on the porch light at sunset");

        // Then
        assertThat(reply.path("outcome").asText()).isEqualTo("automation");
        assertThat(reply.path("status").asText()).isEqualTo("draft");
        assertThat(reply.path("message").asText())
                .startsWith("Turn on Porch light at sunset.")
                .contains("nothing was put in place", "Safety: low risk");
        assertThat(reply.at("/entities/0").asText()).isEqualTo("light.porch");
        assertThat(reply.at("/automation/triggers/0/trigger").asText()).isEqualTo("sun");
        assertThat(reply.at("/automation/actions/0/action").asText()).isEqualTo("light.turn_on");
        assertThat(reply.at("/automation/conditions").isEmpty()).isTrue();
        assertThat(reply.at("/readings/0/rule/triggers/0/event").asText()).isEqualTo("sunset");
        assertThat(reply.path("service_calls").isEmpty()).isTrue();
        assertThat(reply.path("answer").isNull() && reply.path("question").isNull())
                .isTrue();
    }

    @Test
    void refusesWhatMustNeverBeAutomated() {
        // When
        JsonNode reply = station.ask("unlock the front door when Ann comes home");

        // Then
        assertThat(reply.path("outcome").asText()).isEqualTo("refusal");
        assertThat(reply.path("message").asText()).contains("lock.front_door is a lock");
        assertThat(reply.path("automation").isNull()).isTrue();
    }

    @Test
    void listsWhatACommandWouldCallAndSwitchesNothing() {
        // When
        JsonNode reply = station.ask("turn on the kitchen lights");

        // Then
        assertThat(reply.path("outcome").asText()).isEqualTo("command");
        assertThat(reply.path("status").asText()).isEqualTo("not_executed");
        assertThat(reply.path("message").asText()).contains("Nothing was switched");
        assertThat(reply.path("service_calls").toString())
                .isEqualTo("[{\"domain\":\"light\",\"service\":\"turn_on\",\"target\":{\"entity_id\":"
                        + "[\"light.kitchen_ceiling\",\"light.kitchen_counter\"]},\"data\":{}}]");
    }

    @Test
    void recognisesNothingWhereNothingIs() {
        // When
        JsonNode reply = station.ask("turn on the garden light");

        // Then
        assertThat(reply.path("outcome").asText()).isEqualTo("refusal");
        assertThat(reply.path("entities").isEmpty()).isTrue();
        assertThat(reply.path("confidence").asDouble()).isZero();
        assertThat(reply.path("message").asText()).contains("garden");
    }

    @Test
    void tellsHowThingsAre() {
        // Given
        station.states.set("on", "light.kitchen_ceiling");
        station.states.set("off", "light.kitchen_counter", "switch.coffee");

        // When
        JsonNode reply = station.ask("what is on in the kitchen?");

        // Then
        assertThat(reply.at("/answer/text").asText()).isEqualTo("1 of 3 is on: Kitchen ceiling light.");
        assertThat(reply.at("/answer/data/states").size()).isEqualTo(3);
        assertThat(reply.at("/answer/data/degraded").asBoolean()).isFalse();
    }

    @Test
    void saysSoWhenItCannotSeeHowThingsAre() {
        // Given
        await(station.states.stop());

        // When
        JsonNode reply = station.ask("is the porch light on");

        // Then
        assertThat(reply.path("outcome").asText()).isEqualTo("answer");
        assertThat(reply.at("/answer/text").asText()).contains("cannot see", "data service");
        assertThat(reply.at("/answer/data/degraded").asBoolean()).isTrue();
        assertThat(reply.path("confidence").asDouble()).isZero();
    }

    @Test
    void tellsWhatWasFoundAndWhatIsSuggested() throws IOException {
        // Given
        PatternDetected found = sample("pattern.detected", PatternDetected.class);
        SuggestionCreated made = sample("suggestion.created", SuggestionCreated.class);
        await(station.database.write(connection -> new PatternRepository(station.json, station.clock)
                .save(connection, HOME, found.pattern())
                .compose(saved -> new SuggestionRepository(station.json).insert(connection, HOME, made.suggestion()))));

        // When
        JsonNode habits = station.ask("what habits have you found");
        JsonNode suggestions = station.ask("what do you suggest");
        JsonNode reasons = station.ask("why do you suggest that");
        JsonNode other = station.ask("what do you suggest for the porch");

        // Then
        assertThat(habits.at("/answer/data/count").asInt()).isEqualTo(1);
        assertThat(habits.path("message").asText()).startsWith("I have found one habit");
        assertThat(suggestions.at("/suggestions/0/id").asText())
                .isEqualTo(made.suggestion().id().value());
        assertThat(reasons.path("message").asText()).contains(made.suggestion().description());
        assertThat(other.path("suggestions").isEmpty()).isTrue();
        JsonNode listed = station.call(
                200, "GET", "/api/v1/query/" + suggestions.path("query_id").asText() + "/suggestions", "");
        assertThat(listed.path("total_count").asInt()).isEqualTo(1);
    }

    @Test
    void announcesThatItAnsweredButNotTheWords() {
        // When
        JsonNode reply = station.ask("turn on the porch light");

        // Then
        await().untilAsserted(() -> assertThat(station.announced())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.queryId()).isEqualTo(reply.path("query_id").asText());
                    assertThat(event.outcome()).isEqualTo("command");
                }));
    }

    @Test
    void refusesBodiesThatItCannotTake() {
        assertThat(station.call(422, "POST", "/api/v1/query", "{\"text\":1}")
                        .path("detail")
                        .asText())
                .contains("query");
        station.call(400, "POST", "/api/v1/query", "{\"query\":\"  \"}");
        station.call(400, "POST", "/api/v1/query", "{\"query\":\"" + "a".repeat(501) + "\"}");
        station.call(201, "POST", "/api/v1/query", "{\"query\":\"" + "a".repeat(500) + "\",\"context\":{\"a\":null}}");
        station.call(404, "GET", "/api/v1/query/q_none/suggestions", "");
    }

    @Test
    void everyReplyFitsItsContract() {
        for (String sentence : new String[] {"turn on the light", "what is on", "turn on the porch light", "x"}) {
            // When
            JsonNode reply = station.ask(sentence);

            // Then
            QueryReply read = station.json.read(reply.toString(), QueryReply.class);
            assertThat(station.json.toText(read)).isEqualTo(reply.toString());
        }
    }

    private static <T> T sample(String type, Class<T> data) throws IOException {
        try (InputStream in = WireJson.class.getResourceAsStream("/sample/event/" + type + "/1.json")) {
            Decoded decoded = new EventCodec(new WireJson()).decode(in.readAllBytes());
            return data.cast(((Decoded.Readable) decoded).event().data());
        }
    }
}
