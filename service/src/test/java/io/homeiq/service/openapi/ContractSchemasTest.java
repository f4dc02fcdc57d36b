package io.homeiq.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractSchemasTest {

    private final ContractSchemas schemas = new ContractSchemas();

    @Test
    void leadsAReferenceToAComponentOfItsOwn() {
        // When
        Object resolved = schemas.resolve(Map.of("$ref", "urn:homeiq:schema:pattern:1#/$defs/evidence"));

        // Then
        assertThat(resolved).isEqualTo(Map.of("$ref", "#/components/schemas/pattern.evidence"));
        assertThat(schemas.components()).containsKey("pattern.evidence");
    }

    @Test
    void bringsWhatASchemaRefersToAndNothingElse() {
        // When
        schemas.resolve(Map.of("$ref", "urn:homeiq:schema:pattern:1#/$defs/evidence"));

        // Then
        assertThat(schemas.components().keySet())
                .contains("pattern.evidence_day", "common.time", "common.share")
                .doesNotContain("pattern", "pattern.kind", "rule");
    }

    @Test
    void takesASchemaThatRefersToItself() {
        // When
        schemas.resolve(Map.of("$ref", "urn:homeiq:schema:rule:1"));

        // Then
        assertThat(schemas.components()).containsKeys("rule", "rule.condition", "rule.conditions");
        assertThat(String.valueOf(schemas.components())).doesNotContain("urn:homeiq", "#/$defs");
    }

    @Test
    void allowsNoFieldThatIsNotTold() {
        // When
        schemas.resolve(Map.of("$ref", "urn:homeiq:schema:suggestion:1#/$defs/safety"));

        // Then
        assertThat(Tree.object(schemas.components().get("suggestion.safety")))
                .containsEntry("additionalProperties", false);
    }

    @Test
    void namesThePartThatIsNotThere() {
        assertThatThrownBy(() -> schemas.resolve(Map.of("$ref", "urn:homeiq:schema:pattern:1#/$defs/nothing")))
                .hasMessage("the schema pattern has no part nothing");
    }
}
