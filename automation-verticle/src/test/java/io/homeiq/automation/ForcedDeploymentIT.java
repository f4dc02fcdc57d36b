package io.homeiq.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.rule.Verbatim;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ForcedDeploymentIT extends WithLamp {

    private static final String DEPLOY = "/api/deploy/sug_lamp";
    private static final String FORCED = "{\"force_deploy\": true}";

    @Test
    void replacesWhatAPersonChangedAndARollbackPutsThatBack() {
        // Given
        station.post(DEPLOY, "");
        Verbatim ours = placed();
        target.edit(AUTOMATION);
        Verbatim theirs = placed();

        // When
        JsonNode forced = station.post(DEPLOY, FORCED);
        Verbatim replaced = placed();
        JsonNode back = station.post("/api/deploy/sug_lamp/rollback", "");

        // Then
        assertThat(forced.path("message").asText()).contains("changed by hand");
        assertThat(forced.path("version").asInt()).isEqualTo(2);
        assertThat(replaced).isEqualTo(ours);
        assertThat(back.path("message").asText()).contains("what a person had made of it");
        assertThat(placed()).isEqualTo(theirs);
    }

    @Test
    void replacesWhatStoodThereBeforeUsOnlyIfAskedTo() {
        // Given
        Verbatim theirs = new Verbatim(Map.of("id", AUTOMATION, "alias", "Mine"));
        target.placed.put(AUTOMATION, theirs);

        // When
        JsonNode refused = station.refused(409, "POST", DEPLOY, "");
        JsonNode forced = station.post(DEPLOY, FORCED);

        // Then
        assertThat(refused.path("detail").asText())
                .contains("nothing was overwritten")
                .contains("force_deploy");
        assertThat(forced.path("status").asText()).isEqualTo("deployed");
        assertThat(placed()).isNotEqualTo(theirs);
    }

    @Test
    void doesNotSkipTheSafetyCheck() {
        // Given
        station.post(DEPLOY, "");
        target.edit(AUTOMATION);
        Verbatim theirs = placed();
        station.register(Samples.whereTheLampIsForbidden());

        // When
        JsonNode refused = station.refused(409, "POST", DEPLOY, FORCED);

        // Then
        assertThat(refused.path("detail").asText()).contains("the safety check forbids it");
        assertThat(placed()).isEqualTo(theirs);
    }

    @Test
    void changesNothingAboutARejection() {
        // Given
        station.post("/api/suggestions/sug_lamp/reject", "");

        // Then
        station.refused(409, "POST", DEPLOY, FORCED);
        assertThat(target.placed).isEmpty();
    }

    @Test
    void refusesABodyThatIsNotUnderstood() {
        station.refused(422, "POST", DEPLOY, "{\"force\": true}");
        station.refused(422, "POST", DEPLOY, "{\"force_deploy\": []}");
        assertThat(target.placed).isEmpty();
    }

    private Verbatim placed() {
        return Objects.requireNonNull(target.placed.get(AUTOMATION));
    }
}
