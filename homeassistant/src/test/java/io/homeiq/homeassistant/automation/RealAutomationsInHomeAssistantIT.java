package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.Await;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.homeiq.testing.HomeAssistantProcess;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A real Home Assistant takes what we write of the automations of real homes wherever it takes what their owners wrote. What it refuses of theirs,
 * because it lacks an integration or a device of that home, it may refuse of ours.
 */
class RealAutomationsInHomeAssistantIT {

    private static final Map<String, String> PARTS =
            Map.of("triggers", "trigger", "conditions", "condition", "actions", "action");

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void areTakenAsWeWriteThemWhereTheyAreTakenAsTheyWere() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (HomeAssistantProcess home = HomeAssistantProcess.startSampleHome()) {
            HomeAssistantSocket socket = Await.result(HomeAssistantSocket.connect(
                    vertx,
                    HomeAssistantSettings.of(HomeAssistantUrl.parse(home.url()), new AccessToken(home.token()))));
            int taken = 0;
            int refused = 0;
            List<String> lost = new ArrayList<>();
            for (Path file : RealAutomationsIT.files()) {
                List<Map<String, @Nullable Object>> originals = RealAutomationsIT.originals(file);
                List<Automation> automations = AutomationYaml.read(file);
                for (int i = 0; i < originals.size(); i++) {
                    // When
                    Map<String, String> before = faults(socket, originals.get(i));
                    Map<String, String> after = faults(socket, AutomationTree.write(automations.get(i)));

                    // Then
                    boolean isTaken = before.isEmpty();
                    taken += isTaken ? 1 : 0;
                    refused += isTaken ? 0 : 1;
                    after.keySet().removeAll(before.keySet());
                    if (!after.isEmpty()) {
                        lost.add(file + ", " + automations.get(i).alias() + ": " + after);
                    }
                }
            }
            System.out.println(
                    "Home Assistant took " + taken + " automations as they were and as we write them, and refused "
                            + refused + " of parts that it does not have");
            assertThat(lost).isEmpty();
            assertThat(taken).isGreaterThan(refused);
            Await.result(socket.close());
        } finally {
            Await.result(vertx.close());
        }
    }

    /** What it finds invalid, by part. */
    private Map<String, String> faults(HomeAssistantSocket socket, Map<String, ?> tree) throws Exception {
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("type", "validate_config");
        PARTS.forEach((part, older) -> {
            Object value = tree.containsKey(part) ? tree.get(part) : tree.get(older);
            if (value != null && !List.of().equals(value)) {
                command.put(part, value);
            }
        });
        Map<String, String> faults = new LinkedHashMap<>();
        if (command.size() == 1) {
            return faults;
        }
        JsonNode verdicts = Await.result(socket.command(new JsonObject(mapper.writeValueAsString(command))));
        verdicts.properties().forEach(verdict -> {
            if (!verdict.getValue().path("valid").asBoolean()) {
                faults.put(verdict.getKey(), verdict.getValue().path("error").asText());
            }
        });
        return faults;
    }
}
