package io.homeiq.automation;

import static io.homeiq.automation.Samples.LAMP;
import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationDeployed;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchDeploymentIT extends WithStation {

    private static final String BATCH = "/api/deploy/batch";

    @BeforeEach
    void start() {
        station.detected(proven("one", LAMP, 0.9));
        station.detected(proven("two", LAMP, 0.8));
        station.detected(proven("three", LAMP, 0.7));
        await().until(() -> station.announced(SuggestionCreated.class).size() == 3);
    }

    @Test
    void answersForEachInOrderAndLetsNoneStopTheOthers() {
        // Given
        station.post("/api/suggestions/sug_two/reject", "");
        target.placed.put("homeiq_one", new Verbatim(Map.of("id", "homeiq_one", "alias", "Mine")));

        // When
        JsonNode answer = station.post(BATCH, ids("sug_two", "sug_one", "sug_nobody", "sug_three"));

        // Then
        assertThat(answer.path("count").asInt()).isEqualTo(4);
        assertThat(answer.path("results"))
                .extracting(result ->
                        result.path("id").asText() + " " + result.path("status").asText())
                .containsExactly("sug_two refused", "sug_one failed", "sug_nobody refused", "sug_three deployed");
        assertThat(answer.path("results"))
                .allSatisfy(
                        result -> assertThat(result.path("message").asText()).isNotBlank());
        assertThat(station.status("sug_one")).isEqualTo("failed");
        assertThat(target.placed).containsKey("homeiq_three");
    }

    @Test
    void forcesAllOfThemIfAskedTo() {
        // Given
        target.placed.put("homeiq_one", new Verbatim(Map.of("id", "homeiq_one", "alias", "Mine")));

        // When
        JsonNode answer =
                station.post(BATCH, "{\"suggestion_ids\": [\"sug_one\", \"sug_two\"], \"force_deploy\": true}");

        // Then
        assertThat(answer.path("results"))
                .extracting(result -> result.path("status").asText())
                .containsExactly("deployed", "deployed");
    }

    @Test
    void whatCannotBePutInPlaceNowIsApprovedAndDoneLater() {
        // Given
        target.failing = Kind.UNREACHABLE;

        // When
        JsonNode answer = station.post(BATCH, ids("sug_one", "sug_two"));
        target.failing = null;

        // Then
        assertThat(answer.path("results"))
                .extracting(result -> result.path("status").asText())
                .containsExactly("approved", "approved");
        await().until(() -> station.announced(AutomationDeployed.class).size() == 2);
    }

    @Test
    void anIdThatIsThereTwiceIsOne() {
        assertThat(station.post(BATCH, ids("sug_one", "sug_one")).path("results"))
                .hasSize(1);
    }

    @Test
    void refusesNoneTooManyAndWhatItDoesNotUnderstand() {
        // Given
        List<String> many = IntStream.range(0, 51).mapToObj(i -> "sug_" + i).toList();

        // Then
        station.refused(400, "POST", BATCH, "");
        station.refused(400, "POST", BATCH, "{\"suggestion_ids\": []}");
        station.refused(400, "POST", BATCH, ids(many.toArray(String[]::new)));
        station.refused(422, "POST", BATCH, "{\"suggestion_ids\": [null]}");
        station.refused(422, "POST", BATCH, "{\"suggestion_ids\": \"sug_one\"}");
        station.refused(422, "POST", BATCH, "{\"suggestions\": [\"sug_one\"]}");
        assertThat(target.placed).isEmpty();
    }

    @Test
    void listsAutomationsByWhetherTheyAreInPlace() {
        // Given
        station.post(BATCH, ids("sug_one", "sug_two", "sug_three"));
        station.post("/api/deploy/sug_two/rollback", "");

        // When
        JsonNode inPlace = station.get("/api/deploy/automations?status=deployed&limit=1");
        JsonNode takenBack = station.get("/api/deploy/automations?status=rolled_back");

        // Then
        assertThat(inPlace.path("count").asInt()).isEqualTo(1);
        assertThat(inPlace.path("total").asInt()).isEqualTo(2);
        assertThat(takenBack.path("automations"))
                .extracting(automation -> automation.path("automation_id").asText())
                .containsExactly("homeiq_two");
        station.refused(400, "GET", "/api/deploy/automations?status=asleep", "");
    }

    private static String ids(String... ids) {
        return List.of(ids).stream()
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "{\"suggestion_ids\": [", "]}"));
    }
}
