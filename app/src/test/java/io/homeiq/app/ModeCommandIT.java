package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModeCommandIT {

    private static final String REPLY = "{\"mode\":\"shadow\",\"learning\":false,\"message\":\"So it is.\"}";

    private RecordingService service;

    @BeforeEach
    void start() throws IOException {
        service = new RecordingService(REPLY);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void showsWhatIsSo() {
        // When
        CommandRun run = service.run("mode").mustBeOk();

        // Then
        assertThat(service.asked()).isEqualTo("GET /api/mode");
        assertThat(run.out().strip()).isEqualTo("So it is.");
    }

    @Test
    void choosesOnlyWhatIsNamed() {
        service.run("mode", "shadow").mustBeOk();
        assertThat(service.asked()).isEqualTo("PUT /api/mode {\"mode\":\"shadow\"}");
        service.run("mode", "--learning", "off").mustBeOk();
        assertThat(service.asked()).isEqualTo("PUT /api/mode {\"learning\":false}");
        assertThat(service.run("mode", "off", "--learning", "on", "--json")
                        .mustBeOk()
                        .out()
                        .strip())
                .isEqualTo(REPLY);
        assertThat(service.asked()).isEqualTo("PUT /api/mode {\"mode\":\"off\",\"learning\":true}");
    }

    @Test
    void refusesWhatIsNoMode() {
        // When
        CommandRun mode = service.run("mode", "auto");
        CommandRun learning = service.run("mode", "--learning", "maybe");

        // Then
        assertThat(mode.exitCode()).isEqualTo(2);
        assertThat(mode.err()).contains("must be off, suggest or shadow, was: auto");
        assertThat(learning.exitCode()).isEqualTo(2);
        assertThat(learning.err()).contains("must be on or off, was: maybe");
        assertThat(service.asked()).isEmpty();
    }
}
