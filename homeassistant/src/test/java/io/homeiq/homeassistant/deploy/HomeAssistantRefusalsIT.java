package io.homeiq.homeassistant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.client.Await;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not put into a Home Assistant, and why. */
class HomeAssistantRefusalsIT extends WithTargetHome {

    @Test
    void refusesAnAutomationOfEntitiesThatAreNotThere() throws IOException {
        // Given
        String file = home.automationsFile();
        Automation automation = automation(
                List.of(StateTrigger.of(new EntityId("binary_sensor.no_such_sensor"), "off", "on")),
                CallService.of("no_such_domain", "turn_on", new EntityId("light.no_such_light")));

        // When
        Deployment deployment = Await.result(deployer.deploy(automation, null));

        // Then
        assertThat(deployment)
                .isInstanceOfSatisfying(
                        Deployment.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains(
                                        "binary_sensor.no_such_sensor",
                                        "light.no_such_light",
                                        "no_such_domain.turn_on"));
        assertThat(home.automationsFile()).doesNotContain(automation.id());
        assertThat(file).doesNotContain(automation.id());
    }

    @Test
    void passesOnWhyHomeAssistantFindsAnAutomationInvalid() throws IOException {
        // Given
        Automation automation = automation(
                List.of(new OpaqueTrigger(new Verbatim(Map.of("trigger", "sun", "event", "moonrise")))),
                CallService.of("light", "turn_on", LIGHT));

        // When
        Deployment deployment = Await.result(deployer.deploy(automation, null));

        // Then
        assertThat(deployment)
                .isInstanceOfSatisfying(
                        Deployment.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("finds it invalid", "triggers", "event")
                                .doesNotContain("\n"));
        assertThat(home.automationsFile()).doesNotContain(automation.id());
    }

    @Test
    void passesOnWhatOnlyTheWholeAutomationShows() {
        // Given
        Automation sound = lightOnMotion();
        Automation automation = new Automation(
                sound.id(), sound.alias(), "", sound.rule(), RunMode.SINGLE, new Verbatim(Map.of("no_such_key", 1)));

        // When
        Deployment deployment = Await.result(deployer.deploy(automation, null));

        // Then
        assertThat(deployment)
                .isInstanceOfSatisfying(
                        Deployment.Refused.class,
                        refused -> assertThat(refused.reason()).contains("Message malformed", "no_such_key"));
    }

    @Test
    void needsAnAdministrator() {
        HomeAssistantDeployer second = new HomeAssistantDeployer(
                home.vertx(), home.settings(home.process().secondToken()));

        assertThatThrownBy(() -> Await.result(second.deploy(lightOnMotion(), null)))
                .asInstanceOf(type(HomeAssistantException.class))
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(Kind.UNAUTHORIZED);
                    assertThat(fault)
                            .hasMessageContaining("as an administrator")
                            .hasMessageNotContaining(home.process().secondToken());
                });
    }
}
