package io.homeiq.app.doctor;

import io.homeiq.app.settings.HomeAssistantLink;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether Home Assistant is there, takes the token, is young enough, and will load what is deployed. */
final class HomeAssistantCheck implements Check {

    private static final String NAME = "home assistant";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final @Nullable HomeAssistantLink link;

    HomeAssistantCheck(Vertx vertx, @Nullable HomeAssistantLink link) {
        this.vertx = vertx;
        this.link = link;
    }

    @Override
    public List<Finding> findings() {
        if (link == null) {
            return List.of(Finding.remark(
                    NAME, "none (HA_URL): history is imported from files, and automations are written to files"));
        }
        HomeAssistantSettings settings = new HomeAssistantSettings(
                HomeAssistantUrl.parse(link.url().toString()),
                new AccessToken(link.token().reveal()),
                PATIENCE,
                PATIENCE,
                HomeAssistantSettings.HEARTBEAT);
        try {
            HomeAssistantSocket socket =
                    HomeAssistantSocket.connect(vertx, settings).await();
            try {
                List<Finding> findings = new ArrayList<>();
                findings.add(Finding.good(NAME, settings.url() + " takes the token"));
                findings.addAll(new HomeAssistantTraits(socket).findings());
                findings.add(new AutomationsFile(vertx, settings, socket).finding());
                return findings;
            } finally {
                socket.close();
            }
        } catch (HomeAssistantException e) {
            return List.of(Finding.mend(NAME, String.valueOf(e.getMessage()), cure(e.kind())));
        }
    }

    private static String cure(HomeAssistantException.Kind kind) {
        return switch (kind) {
            case UNAUTHORIZED ->
                "make a long-lived access token in the profile of an administrator and set HA_TOKEN to it";
            case UNREACHABLE, TIMEOUT -> "look whether it runs, and whether HA_URL is its address and port";
            default -> "look whether HA_URL is the address of a Home Assistant, and at its log";
        };
    }
}
