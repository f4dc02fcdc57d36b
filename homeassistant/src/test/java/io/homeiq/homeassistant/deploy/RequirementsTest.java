package io.homeiq.homeassistant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    @Test
    void findsEntitiesAndServicesInEveryPart() throws JsonProcessingException {
        // Given
        String automation = """
                {"id":"x","alias":"Any",
                 "triggers":[{"trigger":"state","entity_id":["binary_sensor.door","binary_sensor.window"],"to":"on"},
                             {"trigger":"time","at":["06:45:00",{"entity_id":"sensor.alarm","offset":"-00:15:00"},"input_datetime.wake"]},
                             {"trigger":"numeric_state","entity_id":"sensor.lux, sensor.lux2","below":40.5,"above":"input_number.low"},
                             {"trigger":"zone","zone":"zone.home","entity_id":"person.ann"}],
                 "conditions":[{"condition":"or","conditions":[{"condition":"state","entity_id":"light.a","state":"on"}]}],
                 "actions":[{"action":"light.turn_on","target":{"entity_id":"light.b","area_id":"hall"}},
                            {"choose":[{"conditions":[],"sequence":[{"service":"switch.turn_off","data":{"entity_id":"switch.c"}}]}]},
                            {"action":"notify.phone","data":{"message":"hi","data":{"actions":[{"action":"some.reply","title":"x"}]}}},
                            {"action":"{{ template }}","target":{"entity_id":"{{ states('light.no') }}"}},
                            {"action":"light.turn_off","target":{"entity_id":"all"}}],
                 "variables":{"entity_id":"light.not_needed"}}
                """;

        // When
        Requirements needed = Requirements.of(new ObjectMapper().readValue(automation, new TypeReference<>() {}));

        // Then
        assertThat(needed.entities())
                .containsExactly(
                        "binary_sensor.door",
                        "binary_sensor.window",
                        "input_datetime.wake",
                        "input_number.low",
                        "light.a",
                        "light.b",
                        "person.ann",
                        "sensor.alarm",
                        "sensor.lux",
                        "sensor.lux2",
                        "switch.c",
                        "zone.home");
        assertThat(needed.services())
                .containsExactly("light.turn_off", "light.turn_on", "notify.phone", "switch.turn_off");
    }
}
