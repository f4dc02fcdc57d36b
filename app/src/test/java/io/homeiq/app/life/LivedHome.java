package io.homeiq.app.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.homeiq.app.OwnersView;
import io.homeiq.app.PlayedHome;
import io.homeiq.app.Web;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.testing.HomeAssistantProcess;
import io.homeiq.testing.MosquittoProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The sample home, with one more lamp that is played by MQTT, as its people live in it: their hands on its switches, and what they see of it in Home
 * Assistant.
 */
final class LivedHome implements AutoCloseable {

    static final String DOOR = "binary_sensor.front_door";
    static final String LAMP = "light.hall_lamp";

    private static final String DOOR_ITSELF = "input_boolean.front_door_opened";
    private static final HomeRegistry ONLY_THE_LAMP = new HomeRegistry(
            HomeConfig.UNKNOWN, List.of(), List.of(), List.of(Entity.unregistered(new EntityId(LAMP))), List.of());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Somebody has looked at what a button is about for so long before they press it. */
    private static final Duration A_LOOK = Duration.ofSeconds(3);

    private final Path folder;
    private final String api;
    private final OwnersView view;
    private final Web owner;
    private final Web second;
    private final PlayedHome devices;

    LivedHome(HomeAssistantProcess home, MosquittoProcess broker) {
        devices = PlayedHome.announce(ONLY_THE_LAMP, broker.host(), broker.port());
        folder = home.folder();
        api = home.url() + "/api/";
        view = new OwnersView(home);
        owner = Web.withToken(home.token());
        second = Web.withToken(home.secondToken());
        awaitState(LAMP, "off");
    }

    OwnersView view() {
        return view;
    }

    /** The user behind the second person, who does by hand what is done by hand. */
    String secondUser() {
        return owner.read(api + "states/person.second")
                .at("/attributes/user_id")
                .asText();
    }

    void opensDoor() {
        turn(second, DOOR_ITSELF, "on");
        awaitState(DOOR, "on");
    }

    void closesDoor() {
        turn(second, DOOR_ITSELF, "off");
        awaitState(DOOR, "off");
    }

    /** A hand on the switch of the lamp; nobody can tell whose. */
    void lampByHand(String state) {
        devices.happens(LAMP, state.toUpperCase(Locale.ROOT));
        awaitState(LAMP, state);
    }

    /** The second person switches the lamp off in the app. */
    void lampOffInTheApp() {
        call(second, "light/turn_off", LAMP);
        awaitState(LAMP, "off");
    }

    void awaitState(String entity, String state) {
        await(entity + " is " + state)
                .atMost(PATIENCE)
                .until(() -> view.state(entity).equals(state));
    }

    private void turn(Web who, String entity, String state) {
        call(who, "input_boolean/turn_" + state, entity);
    }

    private void call(Web who, String service, String entity) {
        Web.Answer answer = who.post(api + "services/" + service, "{\"entity_id\": \"" + entity + "\"}");
        assertThat(answer.isOk()).as(() -> service + ": " + answer.body()).isTrue();
    }

    /** The owner sees this suggestion on the device HomeIQ, and presses its button for a yes. */
    void pressApprove(String suggestionId) {
        await("the button is about " + suggestionId)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                approveButton().at("/attributes/suggestion_id").asText())
                        .as(() -> view.states().toString())
                        .isEqualTo(suggestionId));
        await("a look at it")
                .atMost(PATIENCE)
                .until(() -> Instant.parse(
                                approveButton().path("last_updated").asText().replace("+00:00", "Z"))
                        .plus(A_LOOK)
                        .isBefore(Instant.now()));
        call(owner, "button/press", approveButton().path("entity_id").asText());
    }

    private JsonNode approveButton() {
        for (JsonNode state : view.states()) {
            if (state.path("entity_id").asText().matches("button\\.homeiq.*approve.*")
                    && !state.path("state").asText().equals("unavailable")) {
                return state;
            }
        }
        return MissingNode.getInstance();
    }

    /** The entities of the device HomeIQ, and of whatever else calls itself so. */
    List<String> entitiesOfHomeIq() {
        return view.states().findValuesAsText("entity_id").stream()
                .filter(entity -> entity.contains("homeiq"))
                .toList();
    }

    /** When an automation ran last; empty if it never did. */
    String lastRun(String automationId) {
        JsonNode last = view.automation(automationId).at("/attributes/last_triggered");
        return last.isNull() ? "" : last.asText();
    }

    /** Neither automation, nor its entity, nor the label, nor a line in the file. */
    void assertNothingLeftOf(String automationId) {
        await("the end of " + automationId)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(view.automation(automationId).isMissingNode())
                        .isTrue());
        assertThat(view.configuration(automationId).isMissingNode()).isTrue();
        assertThat(view.template("{{ states.automation | list | count }}")).isEqualTo("0");
        assertThat(view.template("{{ labels() | join(',') }}")).isEmpty();
        try {
            assertThat(Files.readString(folder.resolve("automations.yaml"))).doesNotContain(automationId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        view.close();
        owner.close();
        second.close();
        devices.close();
    }
}
