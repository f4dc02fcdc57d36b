package io.homeiq.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.settings.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Prometheus and Grafana are given files that fit each other, the compose file and the guide. */
class MonitoringFilesTest {

    private final JsonNode prometheus = Checkout.yaml("deploy/prometheus/prometheus.yml");
    private final JsonNode compose = Checkout.yaml("docker-compose.yml");

    @Test
    void prometheusAsksEveryServiceOfTheComposeFile() {
        // Given
        List<String> targets = texts(prometheus.at("/scrape_configs/0/static_configs/0/targets"));

        // Then
        assertThat(targets).hasSameSizeAs(Role.values()).allSatisfy(target -> {
            String[] parts = target.split(":", -1);
            assertThat(texts(compose.path("services").path(parts[0]).path("ports")))
                    .contains(parts[1] + ":" + parts[1]);
        });
    }

    @Test
    void prometheusShowsTheKeyThatTheComposeFileGivesIt() {
        // Given
        String file = prometheus
                .at("/scrape_configs/0/authorization/credentials_file")
                .asText();
        String secret = file.substring("/run/secrets/".length());

        // Then
        assertThat(texts(compose.at("/services/prometheus/secrets"))).containsExactly(secret);
        assertThat(compose.path("secrets").path(secret).path("environment").asText())
                .isEqualTo("HOMEIQ_API_KEY");
    }

    @Test
    void dashboardsAskTheSourceThatIsProvided() {
        // Given
        String uid = Checkout.yaml("deploy/grafana/provisioning/datasources/prometheus.yml")
                .at("/datasources/0/uid")
                .asText();

        // Then
        assertThat(MetricNames.dashboards()).isNotEmpty().allSatisfy(board -> {
            assertThat(board.path("uid").asText()).startsWith("homeiq-");
            assertThat(board.path("panels").findValuesAsText("uid")).containsOnly(uid);
            assertThat(board.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
        });
    }

    @Test
    void everyAlertSaysWhatAndWhereToLook() {
        Checkout.yaml("deploy/prometheus/rules.yml").at("/groups/0/rules").forEach(rule -> {
            assertThat(rule.path("alert").asText()).startsWith("HomeIQ");
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
        });
    }

    @Test
    void everyNumberThatIsUsedIsToldInTheGuide() {
        // Given
        Set<String> used =
                MetricNames.ofRules().stream().map(MetricNames::familyOf).collect(Collectors.toSet());
        MetricNames.ofDashboards().stream().map(MetricNames::familyOf).forEach(used::add);

        // Then
        assertThat(used).hasSizeGreaterThan(10);
        assertThat(MetricNames.ofGuide()).containsAll(used);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
