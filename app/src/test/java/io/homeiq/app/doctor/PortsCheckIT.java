package io.homeiq.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.doctor.Finding.Verdict;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.settings.SettingsReader;
import io.homeiq.testing.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortsCheckIT {

    private static final String KEY = "a-key-of-some-length";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void tellsOurServiceFromFreePortsAndFromOthers() {
        // Given
        int ours = answering("{\"service\":\"data\",\"version\":\"1\"}");
        int other = answering("<html>A printer</html>");
        int free = FreePort.find();

        // When
        List<Finding> findings = new PortsCheck(settings(ours, other, free)).findings();

        // Then
        assertThat(findings)
                .containsSubsequence(
                        Finding.good("port " + ours, "the data service runs"),
                        Finding.mend(
                                "port " + other,
                                "something else uses the port of the pattern service",
                                "end it, or set HOMEIQ_PATTERN_PORT to another one"),
                        Finding.good("port " + free, "free for the training service"));
    }

    @Test
    void aServiceOfTheWrongRoleIsSomethingElse() {
        // Given
        int query = answering("{\"service\":\"query\"}");

        // Then
        assertThat(new PortsCheck(settings(query, 0, 0)).findings().getFirst().verdict())
                .isEqualTo(Verdict.MEND);
    }

    private int answering(String body) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .setStatusCode(KEY.equals(request.getHeader("X-API-Key")) ? 200 : 401)
                        .end(KEY.equals(request.getHeader("X-API-Key")) ? body : "{}"))
                .listen(0, "127.0.0.1")
                .await();
        return server.actualPort();
    }

    private static Settings settings(int data, int pattern, int training) {
        Map<String, String> variables = new TreeMap<>();
        for (Role role : Role.values()) {
            variables.put("HOMEIQ_" + role.name() + "_PORT", "0");
        }
        variables.put("HOMEIQ_DATA_PORT", Integer.toString(data));
        variables.put("HOMEIQ_PATTERN_PORT", Integer.toString(pattern));
        variables.put("HOMEIQ_TRAINING_PORT", Integer.toString(training));
        variables.put("HOMEIQ_API_KEY", KEY);
        return ((SettingsReader.Outcome.Valid) SettingsReader.read(variables)).settings();
    }
}
