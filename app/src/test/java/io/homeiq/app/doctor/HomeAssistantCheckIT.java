package io.homeiq.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.homeiq.app.doctor.Finding.Verdict;
import io.homeiq.app.settings.HomeAssistantLink;
import io.homeiq.app.settings.Secret;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.HomeAssistantProcess;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeAssistantCheckIT {

    private static final String AUTOMATION = """
            - id: evening
              alias: Evening
              triggers:
              - trigger: sun
                event: sunset
              actions: []
            """;

    private static final String CONFIGURATION = """
            homeassistant:
              name: Home without automations
              time_zone: Europe/Amsterdam
            api:
            websocket_api:
            config:
            """;

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aHomeAssistantThatWillRunWhatIsDeployedIsGood() throws IOException {
        // Given
        try (HomeAssistantProcess home = HomeAssistantProcess.startSampleHome()) {
            Path automations = home.folder().resolve("automations.yaml");
            Files.writeString(automations, AUTOMATION);
            home.restart();

            // When
            List<Finding> owner = findings(home.url(), home.token());
            List<Finding> second = findings(home.url(), home.secondToken());
            List<Finding> wrong = findings(home.url(), "wrong.token.altogether");
            List<Finding> clock = new ClockCheck(link(home.url(), home.token()), InstantSource.system()).findings();

            // Then
            assertThat(owner)
                    .extracting(Finding::check, Finding::verdict)
                    .containsExactly(
                            tuple("home assistant", Verdict.GOOD),
                            tuple("version", Verdict.GOOD),
                            tuple("administrator", Verdict.GOOD),
                            tuple("automations", Verdict.GOOD));
            assertThat(second)
                    .filteredOn(finding -> finding.verdict() == Verdict.MEND)
                    .extracting(Finding::check)
                    .containsExactly("administrator");
            assertThat(wrong).singleElement().satisfies(finding -> {
                assertThat(finding.verdict()).isEqualTo(Verdict.MEND);
                assertThat(finding.cure()).contains("HA_TOKEN");
                assertThat(finding.toString()).doesNotContain("wrong.token.altogether");
            });
            assertThat(clock).extracting(Finding::verdict).containsExactly(Verdict.GOOD);
        }
    }

    @Test
    void aHomeAssistantThatRunsNoneOfItsAutomationsIsRemarkedOn() throws IOException {
        // Given
        Path configuration = folder.resolve("configuration.yaml");
        Files.writeString(configuration, CONFIGURATION);

        try (HomeAssistantProcess home = HomeAssistantProcess.startIn(folder)) {
            // When
            List<Finding> findings = findings(home.url(), home.token());

            // Then
            assertThat(findings.getLast().verdict()).isEqualTo(Verdict.REMARK);
            assertThat(findings.getLast().text()).contains("automation: !include automations.yaml");
        }
    }

    @Test
    void aHomeAssistantThatIsNotThereMustBeMended() {
        // When
        List<Finding> findings = findings("http://127.0.0.1:" + FreePort.find(), "a.token.anyhow");

        // Then
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.cure()).contains("HA_URL"));
    }

    @Test
    void noHomeAssistantIsAChoice() {
        assertThat(new HomeAssistantCheck(vertx, null).findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.REMARK);
    }

    private List<Finding> findings(String url, String token) {
        return new HomeAssistantCheck(vertx, link(url, token)).findings();
    }

    private static HomeAssistantLink link(String url, String token) {
        return new HomeAssistantLink(URI.create(url), new Secret(token));
    }
}
