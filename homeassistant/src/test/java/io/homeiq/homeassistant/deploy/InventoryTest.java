package io.homeiq.homeassistant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryTest {

    private static final String STATES = "[{\"entity_id\":\"light.a\"},{\"entity_id\":\"light.b\"}]";

    @Test
    void namesEverythingThatIsMissing() throws JsonProcessingException {
        // Given
        Inventory inventory = Inventory.of(json(STATES), json("{\"light\":{\"turn_on\":{}}}"));

        // When
        var objection = inventory.objection(needing("light.turn_on", "light.a")
                .and("light.flash", "light.c")
                .and("notify.phone", "light.b")
                .done());

        // Then
        assertThat(objection)
                .get()
                .asString()
                .contains("the entity light.c, the action light.flash, the action notify.phone");
    }

    @Test
    void hasNothingAgainstWhatIsThere() throws JsonProcessingException {
        Inventory inventory = Inventory.of(json(STATES), json("{\"light\":{\"turn_on\":{}}}"));

        assertThat(inventory.objection(needing("light.turn_on", "light.a").done()))
                .isEmpty();
    }

    @Test
    void goesByTheIntegrationsWhereTheServicesAreNotKnown() throws JsonProcessingException {
        Inventory inventory = Inventory.of(json(STATES), json("[\"light\",\"sun\"]"));

        assertThat(inventory.objection(needing("light.flash", "light.a").done()))
                .isEmpty();
        assertThat(inventory.objection(needing("siren.turn_on", "light.a").done()))
                .get()
                .asString()
                .contains("action siren.turn_on");
    }

    private static Actions needing(String service, String entity) {
        return new Actions(List.of()).and(service, entity);
    }

    private record Actions(List<Map<String, Object>> list) {

        Actions and(String service, String entity) {
            List<Map<String, Object>> more = new ArrayList<>(list);
            more.add(Map.of("action", service, "target", Map.of("entity_id", entity)));
            return new Actions(more);
        }

        Requirements done() {
            return Requirements.of(Map.of("actions", list));
        }
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
