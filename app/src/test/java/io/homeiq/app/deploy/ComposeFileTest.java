package io.homeiq.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.settings.BrokerSettings;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.settings.SettingsReader;
import io.homeiq.app.settings.SettingsReader.Outcome;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compose file against what clients, scripts and people of the older system expect of it. */
class ComposeFileTest {

    private static final Map<String, String> CONTAINERS = Map.of(
            "mqtt", "homeiq-mqtt",
            "data-api", "homeiq-ai-data",
            "ai-pattern-service", "homeiq-ai-pattern",
            "ai-training-service", "homeiq-ai-training",
            "ai-query-service", "homeiq-ai-query",
            "ai-automation-service-new", "homeiq-ai-automation-new",
            "prometheus", "homeiq-prometheus",
            "grafana", "homeiq-grafana");

    /** Of the compose specification, as far as this file has use for them. */
    private static final Set<String> TOP_KEYS = Set.of("name", "services", "networks", "volumes", "secrets");

    private static final Set<String> SERVICE_KEYS = Set.of(
            "image",
            "build",
            "container_name",
            "restart",
            "stop_grace_period",
            "init",
            "networks",
            "volumes",
            "ports",
            "command",
            "environment",
            "depends_on",
            "healthcheck",
            "mem_limit",
            "logging",
            "secrets");

    private final ComposeFile file = new ComposeFile();
    private final JsonNode compose = file.tree();
    private final JsonNode services = compose.path("services");

    @Test
    void hasOnlyKeysOfTheComposeSpecification() {
        assertThat(names(compose))
                .allSatisfy(key -> assertThat(TOP_KEYS.contains(key) || key.startsWith("x-"))
                        .as(key)
                        .isTrue());
        services.properties()
                .forEach(service ->
                        assertThat(SERVICE_KEYS).as(service.getKey()).containsAll(names(service.getValue())));
    }

    @Test
    void keepsTheNamesOfTheOlderSystem() {
        Map<String, String> containers = new HashMap<>();
        services.properties()
                .forEach(service -> containers.put(
                        service.getKey(),
                        service.getValue().path("container_name").asText()));

        assertThat(containers).isEqualTo(CONTAINERS);
        assertThat(compose.at("/networks/homeiq-network/name").asText()).isEqualTo("homeiq-network");
        assertThat(compose.path("volumes").has("ai_automation_data")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachServiceRunsItsRoleOnItsPortAndOnTheSharedVolume(Role role) {
        // Given
        JsonNode service = of(role);
        String port = Integer.toString(role.defaultPort());

        // Then
        assertThat(texts(service.path("command"))).containsExactly("run", "--roles=" + role.wireName());
        assertThat(texts(service.path("ports"))).containsExactly(port + ":" + port);
        assertThat(texts(service.path("volumes"))).containsExactly("ai_automation_data:/app/data");
        assertThat(texts(service.at("/healthcheck/test"))).containsExactly("CMD", "/opt/homeiq/ready", port);
    }

    @Test
    void everythingIsBoundedWatchedAndStartedAgain() {
        services.properties().forEach(service -> {
            JsonNode each = service.getValue();
            String name = service.getKey();
            assertThat(each.path("mem_limit").asText()).as(name).matches("\\d+m");
            assertThat(each.path("restart").asText()).as(name).isEqualTo("unless-stopped");
            assertThat(each.at("/healthcheck/test").isArray()).as(name).isTrue();
            assertThat(each.at("/healthcheck/timeout").asText()).as(name).matches("\\d+s");
            assertThat(each.at("/logging/options/max-size").asText()).as(name).matches("\\d+m");
            assertThat(texts(each.path("networks"))).as(name).containsExactly("homeiq-network");
        });
    }

    @Test
    void nothingStartsBeforeWhatItNeedsIsHealthy() {
        assertThat(needs("data-api")).containsExactlyInAnyOrder("mqtt");
        assertThat(needs("ai-pattern-service")).contains("mqtt", "data-api");
        assertThat(needs("ai-training-service")).contains("mqtt", "data-api");
        assertThat(needs("ai-query-service")).contains("mqtt", "data-api");
        assertThat(needs("ai-automation-service-new")).contains("mqtt", "ai-pattern-service");
        services.properties()
                .forEach(service -> service.getValue()
                        .path("depends_on")
                        .forEach(need ->
                                assertThat(need.path("condition").asText()).isEqualTo("service_healthy")));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theVariablesAreGoodSettings(Role role) {
        // Given
        Map<String, String> filled = Map.of(
                "HOMEIQ_API_KEY", "a-key-of-some-length", "MQTT_PASSWORD", "a-password", "GRAFANA_PASSWORD", "another");

        // When
        Outcome outcome = SettingsReader.read(file.environment(role, filled));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Valid.class);
        Settings settings = ((Outcome.Valid) outcome).settings();
        assertThat(settings.sharedDatabase()).isEqualTo(Path.of("/app/data/shared.db"));
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/app/data"));
        assertThat(settings.bind()).isEqualTo("0.0.0.0");
        assertThat(settings.broker()).isInstanceOfSatisfying(BrokerSettings.External.class, broker -> {
            assertThat(broker.host()).isEqualTo("mqtt");
            assertThat(broker.port()).isEqualTo(1883);
        });
        for (Role other : Role.values()) {
            URI url = URI.create("http://" + ComposeFile.nameOf(other) + ":" + other.defaultPort());
            assertThat(settings.urls()).containsEntry(other, url);
        }
    }

    @Test
    void whatHasNoSafeDefaultMustBeFilledIn() {
        assertThat(ComposeFile.required())
                .containsExactlyInAnyOrder("HOMEIQ_API_KEY", "MQTT_PASSWORD", "GRAFANA_PASSWORD");
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        services.forEach(service -> texts(service.path("volumes")).stream()
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> Checkout.file(volume.substring(2, volume.indexOf(':'))))
                .forEach(folder -> assertThat(Files.isDirectory(folder))
                        .as(folder.toString())
                        .isTrue()));
        assertThat(Checkout.file(of(Role.DATA).at("/build/dockerfile").asText()))
                .isRegularFile();
    }

    private JsonNode of(Role role) {
        return file.service(role);
    }

    private List<String> needs(String service) {
        return names(services.path(service).path("depends_on"));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
