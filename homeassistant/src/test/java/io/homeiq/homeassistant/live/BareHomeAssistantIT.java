package io.homeiq.homeassistant.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.Await;
import io.homeiq.homeassistant.client.HomeAssistantRest;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.homeiq.homeassistant.deploy.Deployment;
import io.homeiq.homeassistant.deploy.HomeAssistantDeployer;
import io.homeiq.testing.HomeAssistantProcess;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A Home Assistant that keeps no history and does not load the file that its own editor writes; the tests share it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BareHomeAssistantIT {

    private static final String CONFIGURATION = """
            homeassistant:
              name: Bare home
              time_zone: Europe/Amsterdam
            api:
            config:
            automation: []
            input_boolean:
              guest: {name: Guest}
            """;

    @TempDir
    static Path folder;

    private final Vertx vertx = Vertx.vertx();
    private HomeAssistantProcess home;

    @BeforeAll
    void start() throws IOException {
        Files.writeString(folder.resolve("configuration.yaml"), CONFIGURATION);
        home = HomeAssistantProcess.startIn(folder);
    }

    @AfterAll
    void close() {
        if (home != null) {
            home.close();
        }
        Await.result(vertx.close());
    }

    @Test
    void tellsHowAutomationsGetLoadedAndLeavesNothingBehind() throws IOException {
        // Given
        HomeAssistantDeployer deployer = new HomeAssistantDeployer(vertx, settings());
        Rule rule = new Rule(
                List.of(TimeTrigger.at(LocalTime.NOON)),
                List.of(),
                List.of(CallService.of("homeassistant", "turn_on", new EntityId("zone.home"))));
        Automation automation = new Automation("homeiq_bare", "Bare", "", rule, RunMode.SINGLE, Verbatim.EMPTY);

        // When
        Deployment deployment = Await.result(deployer.deploy(automation, null));

        // Then
        assertThat(deployment)
                .isInstanceOfSatisfying(
                        Deployment.Refused.class,
                        refused -> assertThat(refused.reason()).contains("automation: !include automations.yaml"));
        assertThat(Files.readString(folder.resolve("automations.yaml"))).doesNotContain("homeiq_bare");
        Await.result(deployer.close());
    }

    @Test
    void followsWhatHappensAndSaysThatThereIsNoHistory() {
        // Given
        CollectingListener listener = new CollectingListener();
        HomeAssistantFeed feed =
                new HomeAssistantFeed(vertx, settings(), FeedSettings.DEFAULT, listener, InstantSource.system());
        feed.start(null, Set.of());
        Duration patience = Duration.ofSeconds(60);
        await().atMost(patience).untilAsserted(() -> assertThat(feed.state()).isInstanceOf(FeedState.Following.class));

        // When
        HomeAssistantRest rest = new HomeAssistantRest(vertx, settings());
        Await.result(rest.callService("input_boolean", "turn_on", Map.of("entity_id", "input_boolean.guest")));

        // Then
        assertThat(feed.state().problem()).get().asString().contains("keeps no history", "configuration.yaml");
        await().atMost(patience)
                .untilAsserted(() ->
                        assertThat(listener.changesOf("input_boolean.guest")).hasSize(1));
        Await.result(rest.close());
        Await.result(feed.close());
    }

    private HomeAssistantSettings settings() {
        return HomeAssistantSettings.of(HomeAssistantUrl.parse(home.url()), new AccessToken(home.token()));
    }
}
