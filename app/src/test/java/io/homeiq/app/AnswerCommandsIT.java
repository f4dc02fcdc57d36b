package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands by which the owner answers. */
class AnswerCommandsIT {

    private static final String SUGGESTION = "/api/suggestions/sug_a";

    private RecordingService service;

    @BeforeEach
    void start() throws IOException {
        service = new RecordingService("{\"status\":\"approved\",\"message\":\"So it is.\"}");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    approve sug_a                       | /api/suggestions/sug_a/approve | {"consent": false}
                    approve sug_a --consent             | /api/suggestions/sug_a/approve | {"consent": true}
                    approve sug_a --disarmed            | /api/deploy/sug_a              | {"consent": false, "armed": false}
                    approve sug_a --disarmed --consent  | /api/deploy/sug_a              | {"consent": true, "armed": false}
                    reject sug_a                        | /api/suggestions/sug_a/reject  | {}
                    rollback sug_a --consent            | /api/deploy/sug_a/rollback     | {"consent": true}
                    trial sug_a --promote --consent     | /api/suggestions/sug_a/promote | {"consent": true}
                    trial sug_a --drop                  | /api/suggestions/sug_a/drop    | {}
                    """)
    void asksTheServiceAndTellsItsWord(String command, String path, String body) {
        // When
        CommandRun run = service.run(command.split(" ")).mustBeOk();

        // Then
        assertThat(service.asked()).isEqualTo("POST " + path + " " + body);
        assertThat(run.out().strip()).isEqualTo("So it is.");
    }

    @Test
    void putsWhatIsNotOnTrialOnTrial() {
        // When
        service.run("trial", "sug_a").mustBeOk();

        // Then
        assertThat(service.asked()).isEqualTo("POST " + SUGGESTION + "/trial {}");
    }

    @Test
    void endsATrialInOneWay() {
        // When
        CommandRun run = service.run("trial", "sug_a", "--promote", "--drop");

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(service.asked()).isEmpty();
    }
}
