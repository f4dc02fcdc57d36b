package io.homeiq.data.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.data.RunningData;
import io.homeiq.data.Samples;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIT {

    private static final EntityId AUTOMATION = new EntityId("automation.porch_at_night");

    private static final String REGISTRY = """
            {"areas": [{"area_id": "entrance", "name": "Entrance"}],
             "devices": [{"id": "d1", "name": "Ceiling Lamp", "area_id": "entrance"}],
             "entities": [{"entity_id": "light.hall", "device_id": "d1", "name": "Big Light"},
                          {"entity_id": "light.kitchen"}]}""";

    @TempDir
    Path folder;

    @TempDir
    Path files;

    private RunningData data;

    @BeforeEach
    void start() {
        data = new RunningData(folder);
        List<HomeEvent> events = new ArrayList<>(Samples.events(301, Samples.START));
        events.add(new AutomationTriggered(
                AUTOMATION, null, Samples.START.plusSeconds(500), new Context("run", null, null)));
        data.importText(files, "events.ndjson", Samples.ndjson(events));
        data.post("/api/v1/registry", "application/json", REGISTRY);
    }

    @AfterEach
    void stop() {
        data.close();
    }

    @Test
    void anEmptySearchFindsTheNewestOfEverything() {
        // When
        JsonNode events = found("{\"limit\": 2}");

        // Then
        assertThat(events)
                .extracting(event -> event.path("event_type").asText())
                .containsExactly("automation_triggered", "state_changed");
    }

    @Test
    void everythingThatIsGivenMustFit() {
        assertThat(entities("{\"entity_ids\": [\"light.hall\", \"light.porch\"]}"))
                .containsOnly("light.hall", "light.porch")
                .hasSize(200);
        assertThat(entities("{\"entity_ids\": [\"automation.porch_at_night\"]}"))
                .containsExactly(AUTOMATION.value());
        assertThat(entities("{\"domains\": [\"automation\", \"script\"]}")).containsExactly(AUTOMATION.value());
        assertThat(entities("{\"event_types\": [\"automation_triggered\", \"homeassistant_start\"]}"))
                .containsExactly(AUTOMATION.value(), "");
        assertThat(entities("{\"device_id\": \"d1\"}"))
                .containsOnly("light.hall")
                .hasSize(100);
        assertThat(entities("{\"area_id\": \"entrance\", \"domains\": [\"switch\"]}"))
                .isEmpty();
        assertThat(entities("{\"area_id\": \"entrance\", \"entity_ids\": [\"light.porch\"]}"))
                .isEmpty();
        assertThat(entities("{\"start_time\": \"2026-03-01T06:00:03Z\", \"end_time\": \"2026-03-01T06:00:05Z\"}"))
                .hasSize(2);
    }

    @Test
    void findsByIdAndByTheNamesThatPeopleUse() {
        assertThat(entities("{\"text\": \"HALL\"}")).containsOnly("light.hall");
        assertThat(entities("{\"text\": \"big li\"}")).containsOnly("light.hall");
        assertThat(entities("{\"text\": \"ceiling\"}")).containsOnly("light.hall");
        assertThat(entities("{\"text\": \"light.\", \"states\": [\"on\"], \"entity_ids\": [\"light.porch\"]}"))
                .containsOnly("light.porch")
                .hasSize(50);
        assertThat(entities("{\"text\": \"' OR 1=1 --\"}")).isEmpty();
    }

    @Test
    void findsChangesToAStateAlone() {
        // When
        JsonNode events = found("{\"states\": [\"off\"], \"limit\": 1000}");

        // Then
        assertThat(events)
                .hasSize(150)
                .allSatisfy(event -> assertThat(
                                event.path("new_state").path("state").asText())
                        .isEqualTo("off"));
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEndedInBothOrders() {
        for (String order : List.of("asc", "desc")) {
            // Given
            List<String> paged = new ArrayList<>();
            String search = "{\"domains\": [\"light\"], \"order\": \"" + order + "\", \"limit\": ";

            // When
            String cursor = "";
            do {
                HttpResponse<String> page =
                        search(search + "7" + (cursor.isEmpty() ? "" : ", \"cursor\": \"" + cursor + "\"") + "}");
                data.parse(page).forEach(event -> paged.add(event.path("id").asText()));
                cursor = page.headers().firstValue(EventPage.NEXT_CURSOR).orElse("");
            } while (!cursor.isEmpty());

            // Then
            List<String> whole = new ArrayList<>();
            found(search + "1000}").forEach(event -> whole.add(event.path("id").asText()));
            assertThat(paged).isEqualTo(whole).hasSize(300);
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(refused("{\"entity\": \"light.hall\"}")).contains("entity is unknown");
        assertThat(refused("{\"entity_ids\": \"light.hall\"}")).contains("entity_ids must be a list");
        assertThat(refused("{\"entity_ids\": [\"hall\"]}")).contains("domain.object_id");
        assertThat(refused("{\"states\": [1]}")).contains("states must be a list");
        assertThat(refused("{\"event_types\": [\"sleep\"]}")).contains("event_types");
        assertThat(refused("{\"limit\": 0}")).contains("limit must be a whole number");
        assertThat(refused("{\"limit\": \"5\"}")).contains("limit must be a whole number");
        assertThat(refused("{\"limit\": 1e99}")).contains("limit must be a whole number");
        assertThat(refused("{\"order\": \"up\"}")).contains("asc or desc");
        assertThat(refused("{\"cursor\": \"x\"}")).contains("cursor");
        assertThat(refused("{\"start_time\": \"yesterday\"}")).contains("start_time must be a time");
        assertThat(refused("{\"start_time\": \"2026-03-02T00:00:00Z\", \"end_time\": \"2026-03-01T00:00:00Z\"}"))
                .contains("end_time");
        assertThat(refused("[]")).contains("JSON object");
        assertThat(refused("{\"text\": ")).contains("problem");
    }

    @Test
    void listsTheEntitiesOfTheHistoryInPages() {
        // When
        JsonNode page = data.getJson("/api/v1/events/entities?limit=2&offset=1");
        JsonNode automations = data.getJson("/api/v1/events/entities?domain=automation");

        // Then
        assertThat(page.path("total").asInt()).isEqualTo(4);
        assertThat(page.path("entities"))
                .extracting(entity -> entity.path("entity_id").asText())
                .containsExactly("light.kitchen", "light.porch");
        assertThat(automations.path("entities")).hasSize(1);
        assertThat(automations.path("entities").get(0).path("event_count").asInt())
                .isEqualTo(1);
        assertThat(automations.path("entities").get(0).path("first_event").asText())
                .isEqualTo("2026-03-01T06:08:20Z");
        JsonNode hall =
                data.getJson("/api/v1/events/entities?limit=1").path("entities").get(0);
        assertThat(hall.toString())
                .contains("\"name\":\"Big Light\"", "\"device_id\":\"d1\"", "\"area_id\":\"entrance\"")
                .contains("\"event_count\":100");
        assertThat(data.get("/api/v1/events/entities?limit=0").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> search(String body) {
        return data.post("/api/v1/events/search", "application/json", body);
    }

    private JsonNode found(String body) {
        HttpResponse<String> answer = search(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return data.parse(answer);
    }

    /** Of all that is found, with nothing for events that are about none. */
    private List<String> entities(String body) {
        String all = body.replaceFirst("}$", ", \"limit\": 1000}");
        List<String> entities = new ArrayList<>();
        found(all).forEach(event -> entities.add(event.path("entity_id").asText()));
        return entities;
    }

    private String refused(String body) {
        HttpResponse<String> answer = search(body);
        assertThat(answer.statusCode()).as(body).isEqualTo(422);
        return answer.body();
    }
}
