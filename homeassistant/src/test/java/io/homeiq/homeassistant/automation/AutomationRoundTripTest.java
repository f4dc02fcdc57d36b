package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.rule.Automation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the rule model can hold comes back equal, from YAML as from JSON. */
class AutomationRoundTripTest {

    private static final long SEED = 99;

    @Test
    void everyAutomationReadsBackEqualFromYaml() {
        MadeUpAutomations made = new MadeUpAutomations(new Random(SEED));
        for (int i = 0; i < 200; i++) {
            // Given
            List<Automation> automations = made.automations(3);

            // When
            String yaml = AutomationYaml.write(automations);

            // Then
            assertThat(AutomationYaml.read(yaml))
                    .as("seed %s, yaml:\n%s", SEED, yaml)
                    .isEqualTo(automations);
            assertThat(AutomationYaml.write(AutomationYaml.read(yaml))).isEqualTo(yaml);
        }
    }

    @Test
    void everyAutomationReadsBackEqualFromJson() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        MadeUpAutomations made = new MadeUpAutomations(new Random(SEED));
        for (int i = 0; i < 200; i++) {
            // Given
            Automation automation = made.automation();

            // When
            String json = mapper.writeValueAsString(AutomationTree.write(automation));

            // Then
            Map<String, @Nullable Object> tree = mapper.readValue(json, new TypeReference<>() {});
            assertThat(AutomationTree.read(tree))
                    .as("seed %s, json %s", SEED, json)
                    .isEqualTo(automation);
        }
    }
}
