package io.homeiq.homeassistant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.client.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How an automation gets into a Home Assistant, and out of it again. */
class HomeAssistantDeployerIT extends WithTargetHome {

    @Test
    void putsAnAutomationInPlaceThatReallyFires() {
        // Given
        Automation automation = lightOnMotion();
        home.call("input_boolean", "turn_off", "input_boolean.hall_motion_sensed");
        home.call("light", "turn_off", LIGHT.value());

        // When
        Deployment deployment = Await.result(deployer.deploy(automation, null));

        // Then
        assertThat(deployment).isInstanceOfSatisfying(Deployment.Deployed.class, deployed -> {
            assertThat(deployed.location()).startsWith("automation.light_on_motion");
            assertThat(deployed.previous()).isNull();
        });
        home.call("input_boolean", "turn_on", "input_boolean.hall_motion_sensed");
        await().untilAsserted(() -> assertThat(home.stateOf(LIGHT.value())).isEqualTo("on"));
    }

    @Test
    void changesNothingWhenTheSameIsDeployedAgain() throws IOException {
        // Given
        Automation automation = lightOnMotion();
        Deployment.Deployed first = deployed(automation, null);
        String file = home.automationsFile();

        // When
        Deployment again = Await.result(deployer.deploy(automation, first.contentHash()));
        Deployment afterALostAnswer = Await.result(deployer.deploy(automation, null));

        // Then
        assertThat(again).isEqualTo(new Deployment.Unchanged(first.location(), first.contentHash()));
        assertThat(afterALostAnswer).isEqualTo(again);
        assertThat(home.automationsFile()).isEqualTo(file);
    }

    @Test
    void replacesWhatItWroteItselfAndRestoresIt() {
        // Given
        Automation first = lightOnMotion();
        Automation second =
                new Automation(first.id(), first.alias(), "Version 2", first.rule(), RunMode.RESTART, Verbatim.EMPTY);
        Deployment.Deployed old = deployed(first, null);

        // When
        Deployment.Deployed replaced = deployed(second, old.contentHash());
        Verbatim previous = replaced.previous();
        assertThat(previous).isNotNull();
        Deployment restored = Await.result(deployer.restore(first.id(), previous, replaced.contentHash()));

        // Then
        assertThat(restored).isInstanceOfSatisfying(Deployment.Deployed.class, back -> {
            assertThat(back.contentHash()).isEqualTo(old.contentHash());
            assertThat(back.location()).isEqualTo(old.location());
        });
        assertThat(Await.result(deployer.read(first.id())))
                .get()
                .satisfies(placed -> assertThat(placed.contentHash()).isEqualTo(old.contentHash()));
    }

    @Test
    void neverOverwritesOrRemovesWhatAPersonChanged() {
        // Given
        Automation automation = lightOnMotion();
        Deployment.Deployed deployed = deployed(automation, null);
        Map<String, Object> edited = home.storedTree(automation.id());
        edited.put("mode", "restart");
        edited.put("description", "my own words");
        Await.result(home.rest().putAutomation(automation.id(), edited));

        // When
        Deployment redeployed = Await.result(deployer.deploy(automation, deployed.contentHash()));
        Removal removed = Await.result(deployer.remove(automation.id(), deployed.contentHash()));

        // Then
        assertThat(redeployed)
                .isInstanceOfSatisfying(
                        Deployment.HandEdited.class,
                        hand -> assertThat(hand.difference()).contains("changed by hand", "description, mode"));
        assertThat(removed)
                .isInstanceOfSatisfying(
                        Removal.HandEdited.class,
                        hand -> assertThat(hand.difference()).contains("changed by hand", automation.id()));
        assertThat(home.storedTree(automation.id())).containsEntry("description", "my own words");
    }

    @Test
    void leavesAloneWhatItNeverWrote() {
        // Given
        Automation automation = lightOnMotion();
        Await.result(home.rest()
                .putAutomation(
                        automation.id(),
                        Map.of("alias", "Somebody else's", "triggers", List.of(), "actions", List.of())));

        // When
        Deployment deployment = Await.result(deployer.deploy(automation, null));

        // Then
        assertThat(deployment)
                .isInstanceOfSatisfying(
                        Deployment.HandEdited.class,
                        hand -> assertThat(hand.difference()).contains("HomeIQ did not write it"));
    }

    @Test
    void removesWhatItWroteUntilItsEntityIsGone() {
        // Given
        Automation automation = lightOnMotion();
        Deployment.Deployed deployed = deployed(automation, null);

        // When
        Removal removed = Await.result(deployer.remove(automation.id(), deployed.contentHash()));

        // Then
        assertThat(removed).isEqualTo(new Removal.Removed());
        assertThat(Await.result(home.rest().states()).findValuesAsText("entity_id"))
                .doesNotContain(deployed.location());
        assertThat(Await.result(deployer.read(automation.id()))).isEmpty();
        assertThat(Await.result(deployer.remove(automation.id(), deployed.contentHash())))
                .isEqualTo(new Removal.AlreadyGone());
    }

    @Test
    void takesItsLabelAwayWithTheLastAutomationThatBearsIt() {
        // Given
        Automation first = lightOnMotion();
        Automation last = lightOnMotion();
        Deployment.Deployed firstDeployed = deployed(first, null);
        Deployment.Deployed lastDeployed = deployed(last, null);
        String label = home.labelId(Label.NAME);
        for (JsonNode entity : home.ask(new JsonObject().put("type", "config/entity_registry/list"))) {
            String id = entity.path("entity_id").asText();
            if (id.startsWith("automation.")
                    && !id.equals(firstDeployed.location())
                    && !id.equals(lastDeployed.location())) {
                home.ask(new JsonObject()
                        .put("type", "config/entity_registry/update")
                        .put("entity_id", id)
                        .put("labels", new JsonArray()));
            }
        }
        Await.result(deployer.remove(first.id(), firstDeployed.contentHash()));
        assertThat(home.labelId(Label.NAME)).isEqualTo(label);

        // When
        Await.result(deployer.remove(last.id(), lastDeployed.contentHash()));

        // Then
        assertThat(home.ask(new JsonObject().put("type", "config/label_registry/list")))
                .extracting(each -> each.path("label_id").asText())
                .doesNotContain(label);
        assertThat(home.ask(new JsonObject().put("type", "config/entity_registry/list")))
                .extracting(each -> each.path("entity_id").asText())
                .doesNotContain(firstDeployed.location(), lastDeployed.location());
    }

    @Test
    void putsItsLabelBesideThoseThatAreThere() {
        // Given
        Automation automation = lightOnMotion();
        Deployment.Deployed deployed = deployed(automation, null);
        JsonNode own = home.ask(
                new JsonObject().put("type", "config/label_registry/create").put("name", "Own " + automation.id()));
        String homeiq = home.labelId(Label.NAME);
        home.ask(new JsonObject()
                .put("type", "config/entity_registry/update")
                .put("entity_id", deployed.location())
                .put("labels", new JsonArray().add(own.path("label_id").asText())));

        // When
        Await.result(deployer.deploy(automation, deployed.contentHash()));

        // Then
        JsonNode entity = home.ask(
                new JsonObject().put("type", "config/entity_registry/get").put("entity_id", deployed.location()));
        assertThat(entity.path("labels"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(own.path("label_id").asText(), homeiq);
    }

    private Deployment.Deployed deployed(Automation automation, String expectedHash) {
        Deployment deployment = Await.result(deployer.deploy(automation, expectedHash));
        assertThat(deployment).isInstanceOf(Deployment.Deployed.class);
        return (Deployment.Deployed) deployment;
    }
}
