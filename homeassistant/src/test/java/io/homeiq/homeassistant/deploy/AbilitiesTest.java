package io.homeiq.homeassistant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.automation.ConductReader;
import io.homeiq.homeassistant.automation.Scripts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbilitiesTest {

    private static final String STATES = """
        [{"entity_id": "climate.living", "attributes":
            {"min_temp": 7, "max_temp": 25, "hvac_modes": ["off", "heat"], "supported_features": 1}},
         {"entity_id": "light.plain", "attributes": {"supported_color_modes": ["onoff"]}},
         {"entity_id": "light.dimmed", "attributes": {"supported_color_modes": ["brightness"]}},
         {"entity_id": "input_select.mode", "attributes": {"options": ["day", "night"]}},
         {"entity_id": "number.level", "attributes": {"min": 0, "max": 10}}]\
        """;

    private static final String SERVICES = """
        {"light": {"turn_on": {"fields": {
            "brightness_pct": {"filter": {"attribute": {"supported_color_modes": ["brightness", "rgb"]}},
                               "selector": {"number": {"min": 0, "max": 100}}},
            "advanced_fields": {"fields": {"flash": {"selector": {"select": {}}}}}}}},
         "climate": {"set_temperature": {"fields": {"temperature": {"filter": {"supported_features": [1]}}}},
                     "set_fan_mode": {"fields": {"fan_mode": {"filter": {"supported_features": [8]}}}},
                     "set_hvac_mode": {"fields": {"hvac_mode": {}}}},
         "input_select": {"select_option": {"fields": {"option": {}}}},
         "number": {"set_value": {"fields": {"value": {}}}},
         "notify": {"phone": {"fields": {"message": {}}}}}\
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "light.turn_on | light.dimmed | brightness_pct: 40 | ",
                "light.turn_on | light.dimmed | flash: short | ",
                "light.turn_on | light.dimmed | brightness_pct: '{{ 400 }}' | ",
                "light.turn_on | light.dimmed | brightness_pct: 101 | brightness_pct must be 0 to 100, was: 101",
                "light.turn_on | light.plain | brightness_pct: 40 | light.plain does not offer brightness_pct",
                "light.turn_on | light.dimmed | brighness: 40 | light.turn_on has no option brighness",
                "climate.set_temperature | climate.living | temperature: 21.5 | ",
                "climate.set_temperature | climate.living | temperature: 30 | climate.living's temperature must be 7"
                        + " to 25, was: 30",
                "climate.set_fan_mode | climate.living | fan_mode: low | climate.living does not offer fan_mode",
                "climate.set_hvac_mode | climate.living | hvac_mode: cool | climate.living has no hvac_mode \"cool\"",
                "input_select.select_option | input_select.mode | option: night | ",
                "input_select.select_option | input_select.mode | option: noon | input_select.mode has no option"
                        + " \"noon\"",
                "number.set_value | number.level | value: -1 | number.level's value must be 0 to 10, was: -1",
                "notify.phone | light.plain | anything: goes | "
            })
    void tellsWhatCannotBe(String service, String entity, String option, String expected)
            throws JsonProcessingException {
        // Given
        ObjectMapper mapper = new ObjectMapper();
        Abilities abilities = new Abilities(mapper.readTree(STATES), mapper.readTree(SERVICES));
        var automation =
                AutomationYaml.read("""
                    triggers: [{trigger: time, at: "07:00:00"}]
                    actions:
                      - if: [{condition: time, weekday: [mon]}]
                        then: [{action: %s, target: {entity_id: %s}, data: {%s}}]
                    """.formatted(service, entity, option)).getFirst();

        // When
        List<String> objections = abilities.objections(new ConductReader(HomeRegistry.EMPTY, Scripts.NONE)
                .read(automation)
                .deeds());

        // Then
        if (expected == null) {
            assertThat(objections).isEmpty();
        } else {
            assertThat(objections).singleElement().asString().contains(expected);
        }
    }
}
