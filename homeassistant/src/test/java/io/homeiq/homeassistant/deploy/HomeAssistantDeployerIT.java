package io.homeiq.homeassistant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.Await;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.homeiq.testing.HomeAssistantProcess;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against a real Home Assistant, which the tests of this class share; each has an automation of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeAssistantDeployerIT {

    private static final EntityId MOTION = new EntityId("binary_sensor.hall_motion");
    private static final EntityId LIGHT = new EntityId("light.kitchen_light");

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger numbers = new AtomicInteger();
    private HomeAssistantProcess home;
    private HomeAssistantRest rest;
    private HomeAssistantDeployer deployer;

    @BeforeAll
    void start() {
        home = HomeAssistantProcess.startSampleHome();
        rest = new HomeAssistantRest(vertx, settings(home.token()));
        deployer = new HomeAssistantDeployer(vertx, settings(home.token()));
    }

    @AfterAll
    void close() {
        if (home != null) {
            Await.result(deployer.close());
            Await.result(rest.close());
            home.close();
        }
        Await.result(vertx.close());
    }

    @Test
    void putsAnAutomationInPlaceThatReallyFires() {
        // Given
        Automation automation = lightOnMotion();
        call("input_boolean", "turn_off", "input_boolean.hall_motion_sensed");
        call("light", "turn_off", LIGHT.value());

        // When
        Deployment deployment = Await.result(deployer.deploy(automation, null));

        // Then
        assertThat(deployment).isInstanceOfSatisfying(Deployment.Deployed.class, deployed -> {
            assertThat(deployed.location()).startsWith("automation.light_on_motion");
            assertThat(deployed.previous()).isNull();
        });
        call("input_boolean", "turn_on", "input_boolean.hall_motion_sensed");
        await().untilAsserted(() -> assertThat(stateOf(LIGHT.value())).isEqualTo("on"));
    }

    @Test
    void changesNothingWhenTheSameIsDeployedAgain() throws IOException {
        // Given
        Automation automation = lightOnMotion();
        Deployment.Deployed first = deployed(automation, null);
        String file = Files.readString(automationsFile());

        // When
        Deployment again = Await.result(deployer.deploy(automation, first.contentHash()));
        Deployment afterALostAnswer = Await.result(deployer.deploy(automation, null));

        // Then
        assertThat(again).isEqualTo(new Deployment.Unchanged(first.location(), first.contentHash()));
        assertThat(afterALostAnswer).isEqualTo(again);
        assertThat(Files.readString(automationsFile())).isEqualTo(file);
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
        Map<String, Object> edited = storedTree(automation.id());
        edited.put("mode", "restart");
        edited.put("description", "my own words");
        Await.result(rest.putAutomation(automation.id(), edited));

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
        assertThat(storedTree(automation.id())).containsEntry("description", "my own words");
    }

    @Test
    void leavesAloneWhatItNeverWrote() {
        // Given
        Automation automation = lightOnMotion();
        Await.result(rest.putAutomation(
                automation.id(), Map.of("alias", "Somebody else's", "triggers", List.of(), "actions", List.of())));

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
        assertThat(Await.result(rest.states()).findValuesAsText("entity_id")).doesNotContain(deployed.location());
        assertThat(Await.result(deployer.read(automation.id()))).isEmpty();
        assertThat(Await.result(deployer.remove(automation.id(), deployed.contentHash())))
                .isEqualTo(new Removal.AlreadyGone());
    }

    @Test
    void putsItsLabelBesideThoseThatAreThere() {
        // Given
        Automation automation = lightOnMotion();
        Deployment.Deployed deployed = deployed(automation, null);
        HomeAssistantSocket socket = Await.result(HomeAssistantSocket.connect(vertx, settings(home.token())));
        JsonNode own = ask(
                socket,
                new JsonObject().put("type", "config/label_registry/create").put("name", "Own " + automation.id()));
        String homeiq = labelId(socket);
        ask(
                socket,
                new JsonObject()
                        .put("type", "config/entity_registry/update")
                        .put("entity_id", deployed.location())
                        .put("labels", new JsonArray().add(own.path("label_id").asText())));

        // When
        Await.result(deployer.deploy(automation, deployed.contentHash()));

        // Then
        JsonNode entity = ask(
                socket,
                new JsonObject().put("type", "config/entity_registry/get").put("entity_id", deployed.location()));
        assertThat(entity.path("labels"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(own.path("label_id").asText(), homeiq);
        Await.result(socket.close());
    }

    @Test
    void refusesAnAutomationOfEntitiesThatAreNotThere() throws IOException {
        // Given
        String file = Files.readString(automationsFile());
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
        assertThat(Files.readString(automationsFile())).doesNotContain(automation.id());
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
        assertThat(Files.readString(automationsFile())).doesNotContain(automation.id());
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
        HomeAssistantDeployer second = new HomeAssistantDeployer(vertx, settings(home.secondToken()));

        assertThatThrownBy(() -> Await.result(second.deploy(lightOnMotion(), null)))
                .asInstanceOf(type(HomeAssistantException.class))
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(Kind.UNAUTHORIZED);
                    assertThat(fault)
                            .hasMessageContaining("as an administrator")
                            .hasMessageNotContaining(home.secondToken());
                });
    }

    private Deployment.Deployed deployed(Automation automation, String expectedHash) {
        Deployment deployment = Await.result(deployer.deploy(automation, expectedHash));
        assertThat(deployment).isInstanceOf(Deployment.Deployed.class);
        return (Deployment.Deployed) deployment;
    }

    private Automation lightOnMotion() {
        return automation(List.of(StateTrigger.of(MOTION, "off", "on")), CallService.of("light", "turn_on", LIGHT));
    }

    private Automation automation(List<Trigger> triggers, CallService action) {
        String id = "homeiq_test_" + numbers.incrementAndGet();
        Rule rule = new Rule(triggers, List.of(), List.of(action));
        return new Automation(id, "Light on motion " + id, "", rule, RunMode.SINGLE, Verbatim.EMPTY);
    }

    private Map<String, Object> storedTree(String id) {
        return new ObjectMapper()
                .convertValue(Await.result(rest.automation(id)).orElseThrow(), new TypeReference<>() {});
    }

    private String labelId(HomeAssistantSocket socket) {
        for (JsonNode label : ask(socket, new JsonObject().put("type", "config/label_registry/list"))) {
            if (label.path("name").asText().equals(Label.NAME)) {
                return label.path("label_id").asText();
            }
        }
        throw new AssertionError("there is no label " + Label.NAME);
    }

    private static JsonNode ask(HomeAssistantSocket socket, JsonObject command) {
        return Await.result(socket.command(command));
    }

    private void call(String domain, String service, String entity) {
        Await.result(rest.callService(domain, service, Map.of("entity_id", entity)));
    }

    private String stateOf(String entity) {
        for (JsonNode state : Await.result(rest.states())) {
            if (state.path("entity_id").asText().equals(entity)) {
                return state.path("state").asText();
            }
        }
        return "missing";
    }

    private Path automationsFile() {
        return home.folder().resolve("automations.yaml");
    }

    private HomeAssistantSettings settings(String token) {
        return HomeAssistantSettings.of(HomeAssistantUrl.parse(home.url()), new AccessToken(token));
    }
}
