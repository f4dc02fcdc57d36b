package io.homeiq.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.suggestion.Mode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner chooses for HomeIQ as a whole, on the bus and over HTTP. */
class ModeIT extends WithStation {

    private static final Duration A_LOOK = Duration.ofSeconds(3);

    private DeviceView view;

    @BeforeEach
    void start() {
        view = new DeviceView(station);
    }

    @Test
    void offMakesNothingNewUnlessAskedAndSuggestMakesUpForIt() {
        // Given
        station.command(new Command.SetMode(Mode.OFF));
        await().until(() -> view.state().path("mode").asText().equals("off"));
        station.detected(Samples.proven("lamp"));
        station.stop();
        station.start();
        station.detected(Samples.proven("other"));
        assertThat(station.get("/api/mode").path("mode").asText()).isEqualTo("off");
        assertThat(station.get("/api/suggestions/list").path("total").asInt()).isZero();

        // When
        JsonNode chosen = view.choose("{\"mode\": \"suggest\"}");

        // Then
        assertThat(chosen.path("mode").asText()).isEqualTo("suggest");
        assertThat(chosen.path("learning").asBoolean()).isTrue();
        view.suggested("third", 0.9);
    }

    @Test
    void inShadowWhatIsNewIsOnTrialAtOnceAndCanBeApprovedByTheButton() {
        // Given
        view.choose("{\"mode\": \"shadow\"}");
        view.suggested("lamp", 0.8);
        assertThat(station.status("sug_lamp")).isEqualTo("trial");
        await().until(() -> view.best().equals("sug_lamp"));
        assertThat(view.state().path("on_trial").asInt()).isOne();
        station.clock.advance(A_LOOK);

        // When
        station.command(view.approveAsShown());

        // Then
        await().until(() -> station.status("sug_lamp").equals("deployed"));
        assertThat(target.placed).containsKey("homeiq_lamp");
    }

    @Test
    void learningIsSwitchedOffAndOnAndOutlivesARestart() {
        // Given
        station.command(new Command.SetLearning(false));
        await().until(() -> !view.state().path("learning").asBoolean(true));
        station.stop();
        station.start();
        JsonNode off = station.get("/api/mode");

        // When
        JsonNode on = view.choose("{\"learning\": true}");

        // Then
        assertThat(off.path("learning").asBoolean()).isFalse();
        assertThat(off.path("paused_since").asText()).isEqualTo("2026-03-01T06:00:00Z");
        assertThat(on.path("learning").asBoolean()).isTrue();
        assertThat(on.has("paused_since")).isFalse();
        await().until(() -> view.state().path("learning").asBoolean());
    }

    @Test
    void aWishThatIsNoneIsRefused() {
        station.refused(400, "PUT", "/api/mode", "{}");
        station.refused(422, "PUT", "/api/mode", "{\"mode\": \"auto\"}");
        station.refused(422, "PUT", "/api/mode", "{\"learning\": \"maybe\"}");
        assertThat(station.get("/api/mode").path("mode").asText()).isEqualTo("suggest");
    }
}
