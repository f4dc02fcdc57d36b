package io.homeiq.homeassistant.live;

import static io.homeiq.homeassistant.live.FollowedHome.DOOR;
import static io.homeiq.homeassistant.live.FollowedHome.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.homeassistant.automation.ConductReader;
import io.homeiq.homeassistant.client.Await;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Occasion;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scripts and blueprints of a real Home Assistant are looked into. */
class WrittenByPeopleIT extends WithFollowedHome {

    private static final String MOTION = "binary_sensor.hall_motion";

    @Test
    void tellsWhatAnAutomationDoesThroughAScriptAndAgainWhenTheScriptChanges()
            throws IOException, InterruptedException {
        // Given
        home.writeScript("going_out", script("light.hall_light"));
        write(
                "calls_script",
                Map.of("triggers", List.of(door()), "actions", List.of(Map.of("action", "script.going_out"))));
        CollectingListener listener = new CollectingListener();
        home.follow(listener);
        assertThat(deeds(listener, "calls_script"))
                .containsExactly("script.going_out", "light.turn_off light.hall_light");

        // When
        home.writeScript("going_out", script("light.kitchen_light"));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deeds(listener, "calls_script"))
                        .containsExactly("script.going_out", "light.turn_off light.kitchen_light"));
    }

    @Test
    void knowsAScriptByTheNameOfItsServiceAndByThatOfItsEntity() throws IOException, InterruptedException {
        // Given
        home.writeScript("first_name", script("light.hall_light"));
        CollectingListener listener = new CollectingListener();
        home.follow(listener);

        // When
        HomeAssistantSocket socket = Await.result(HomeAssistantSocket.connect(home.vertx(), home.settings()));
        Await.result(socket.command(new JsonObject()
                .put("type", "config/entity_registry/update")
                .put("entity_id", "script.first_name")
                .put("new_entity_id", "script.second_name")));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(listener.latestScripts().byName()).containsKeys("first_name", "second_name"));
        Await.result(socket.close());
    }

    @Test
    void readsAnAutomationMadeOfABlueprintAsIfItHadBeenWrittenByHand() {
        // Given
        write(
                "motion_light",
                Map.of(
                        "use_blueprint",
                        Map.of(
                                "path",
                                "homeassistant/motion_light.yaml",
                                "input",
                                Map.of(
                                        "motion_entity",
                                        MOTION,
                                        "light_target",
                                        Map.of("entity_id", "light.hall_light"),
                                        "no_motion_wait",
                                        90))));
        CollectingListener listener = new CollectingListener();

        // When
        home.follow(listener);

        // Then
        Conduct conduct = conduct(listener, "motion_light");
        assertThat(conduct.isBlueprint()).isFalse();
        assertThat(conduct.name()).isEqualTo("motion_light");
        assertThat(conduct.occasions())
                .singleElement()
                .isInstanceOfSatisfying(
                        Occasion.Becomes.class,
                        becomes -> assertThat(becomes.entity().value()).isEqualTo(MOTION));
        assertThat(deeds(listener, "motion_light"))
                .containsExactly("light.turn_on light.hall_light", "light.turn_off light.hall_light");
    }

    @Test
    void saysThatABlueprintIsNotLookedIntoWhereItCannotBeFilledIn() throws IOException {
        // Given
        Path file = home.process().folder().resolve("automations.yaml");
        Files.writeString(file, """
                - id: lacks_inputs
                  alias: Lacks inputs
                  use_blueprint: {path: homeassistant/motion_light.yaml, input: {}}
                """);
        Await.result(home.rest().callService("automation", "reload", Map.of()));
        CollectingListener listener = new CollectingListener();

        // When
        home.follow(listener);

        // Then
        assertThat(conduct(listener, "lacks_inputs").isBlueprint()).isTrue();
    }

    private static Map<String, Object> script(String lamp) {
        return Map.of(
                "alias",
                "Going out",
                "sequence",
                List.of(Map.of("action", "light.turn_off", "target", Map.of("entity_id", lamp))));
    }

    private static Map<String, Object> door() {
        return Map.of("trigger", "state", "entity_id", DOOR, "to", "on");
    }

    private void write(String id, Map<String, Object> automation) {
        Map<String, Object> named = new LinkedHashMap<>(automation);
        named.put("alias", id);
        Await.result(home.rest().putAutomation(id, named));
    }

    private static List<Conduct> conducts(CollectingListener listener) {
        return new ConductReader(listener.latestRegistry(), listener.latestScripts())
                .readAll(listener.automations().getLast());
    }

    private static Conduct conduct(CollectingListener listener, String id) {
        return conducts(listener).stream()
                .filter(conduct -> conduct.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> deeds(CollectingListener listener, String id) {
        return conduct(listener, id).deeds().stream()
                .map(WrittenByPeopleIT::words)
                .toList();
    }

    private static String words(Deed deed) {
        String targets = deed.targets().entities().stream()
                .map(entity -> " " + entity.value())
                .filter(entity -> !deed.domain().equals("script"))
                .reduce("", String::concat);
        return deed.name() + targets;
    }
}
