package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.SettingsReader;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.MosquittoProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data service is away, or does not answer: the others go on, and say what they cannot tell and why. */
class DegradedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** With two seconds and a half of waiting for the states it stays under three; the rest is for a busy machine. */
    private static final Duration ANSWER = Duration.ofSeconds(6);

    private static final String IS_IT_ON = "is the hall lamp on";

    private final MosquittoProcess broker = MosquittoProcess.startInMemory();
    private final Web web = Web.plain();
    private final Map<String, String> variables = new TreeMap<>();

    @TempDir
    Path folder;

    private HomeIq others;

    @BeforeEach
    void startAll() throws IOException {
        variables.put("HOMEIQ_DATA", folder.toString());
        variables.put("MQTT_BROKER", broker.host() + ":" + broker.port());
        for (Role role : Role.values()) {
            variables.put("HOMEIQ_" + role.name() + "_PORT", Integer.toString(FreePort.find()));
        }
        try (HomeIq data = start(EnumSet.of(Role.DATA))) {
            String registry = new String(
                    Objects.requireNonNull(DegradedIT.class.getResourceAsStream("/sample/file/registry/1.json"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(web.post(url(Role.DATA) + "/api/v1/registry", registry).isOk())
                    .isTrue();
            others = start(EnumSet.complementOf(EnumSet.of(Role.DATA)));
            assertThat(states().path("degraded").asBoolean()).isFalse();
            awaitHistory("readable");
            assertThat(data.settings().home()).isEqualTo(others.settings().home());
        }
    }

    @AfterEach
    void stop() {
        others.close();
        broker.close();
        web.close();
    }

    @Test
    void answersWhatItCanWhileTheDataServiceIsAwayAndAllWhenItIsBack() {
        // Then
        for (int i = 0; i < 6; i++) {
            assertThat(states().path("degraded").asBoolean()).isTrue();
        }
        assertThat(ask(IS_IT_ON).path("message").asText())
                .startsWith("I cannot see how things are just now: the data service at " + url(Role.DATA))
                .contains("is not asked for a moment");
        assertThat(ask("what habits have you found").path("message").asText()).startsWith("I have found no habit");
        assertThat(web.post(url(Role.PATTERN) + "/api/analysis/trigger", "").status())
                .isEqualTo(202);
        awaitHistory("unreadable");
        JsonNode status = web.read(url(Role.PATTERN) + "/api/analysis/status");
        assertThat(status.at("/history/problem").asText()).contains("data service at " + url(Role.DATA));
        CommandRun shown = CommandRun.of(variables, List.of("status"));
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.out().lines().filter(line -> line.startsWith("data")))
                .singleElement()
                .asString()
                .contains("does not answer");
        assertThat(shown.out().lines().filter(line -> line.startsWith("pattern")))
                .singleElement()
                .asString()
                .contains("ready");

        // When
        try (HomeIq data = start(EnumSet.of(Role.DATA))) {
            // Then
            assertThat(data.describe()).isNotEmpty();
            await("the states")
                    .atMost(PATIENCE)
                    .until(() -> !states().path("degraded").asBoolean());
            web.post(url(Role.PATTERN) + "/api/analysis/trigger", "");
            awaitHistory("readable");
        }
    }

    @Test
    void doesNotWaitForADataServiceThatHangs() throws IOException {
        // Given
        int port = Integer.parseInt(variables.getOrDefault("HOMEIQ_DATA_PORT", ""));
        try (ServerSocket mute = new ServerSocket(port, 100, InetAddress.getLoopbackAddress())) {
            // When
            JsonNode answer = states();

            // Then
            assertThat(mute.isBound()).isTrue();
            assertThat(answer.path("degraded").asBoolean()).isTrue();
        }
    }

    private HomeIq start(Set<Role> roles) {
        var read = SettingsReader.read(variables);
        return HomeIq.start(((SettingsReader.Outcome.Valid) read).settings(), roles, Clock.systemUTC());
    }

    private JsonNode states() {
        return ask(IS_IT_ON).at("/answer/data");
    }

    private JsonNode ask(String words) {
        Web.Answer answer = assertTimeoutPreemptively(
                ANSWER, () -> web.post(url(Role.QUERY) + "/api/v1/query", "{\"query\": \"" + words + "\"}"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body();
    }

    private void awaitHistory(String word) {
        await("the history is " + word).atMost(PATIENCE).untilAsserted(() -> {
            JsonNode status = web.read(url(Role.PATTERN) + "/api/analysis/status");
            assertThat(status.at("/history/status").asText())
                    .as(status.toString())
                    .isEqualTo(word);
        });
    }

    private String url(Role role) {
        return "http://127.0.0.1:" + variables.get("HOMEIQ_" + role.name() + "_PORT");
    }
}
