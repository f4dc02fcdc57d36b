package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.app.deploy.ComposeFile;
import io.homeiq.app.settings.Role;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.MosquittoProcess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The five services of the compose file as processes: its command lines, its variables, one volume, a broker with its login. Only what two
 * machines would tell apart is another: the folder of the volume, ports, and the address to listen on, which stays on the loopback.
 */
final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String KEY = "the-key-of-the-fleet-0001";
    private static final String VOLUME = "/app/data";

    private final Path folder;
    private final Web web = Web.withToken(KEY);
    private final ComposeFile compose = new ComposeFile();
    private final Map<String, String> filled = new HashMap<>();
    private final Map<Role, Integer> ports = new EnumMap<>(Role.class);
    private final Map<Role, HomeIqProcess> processes = new EnumMap<>(Role.class);

    /** Starts them all and returns when they are ready. */
    Fleet(Path folder, MosquittoProcess broker, String user, String password) {
        this.folder = folder;
        filled.put("HOMEIQ_API_KEY", KEY);
        filled.put("MQTT_BROKER", "mqtt://" + broker.host() + ":" + broker.port());
        filled.put("MQTT_PORT", Integer.toString(broker.port()));
        filled.put("MQTT_USERNAME", user);
        filled.put("MQTT_PASSWORD", password);
        filled.put("HOMEIQ_SUGGESTIONS_PER_WEEK", "1000");
        for (Role role : Role.values()) {
            ports.put(role, FreePort.find());
            filled.put(role == Role.DATA ? "DATA_API_URL" : "AI_" + role.name() + "_SERVICE_URL", url(role));
        }
        for (Role role : Role.values()) {
            start(role);
        }
        awaitReady();
    }

    /** As its container would find them. */
    private Map<String, String> variables(Role role) {
        Map<String, String> variables = compose.environment(role, filled);
        variables.replaceAll((name, value) -> value.replace(VOLUME, volume().toString()));
        variables.put("HOMEIQ_BIND", "127.0.0.1");
        ports.forEach((each, port) -> variables.put("HOMEIQ_" + each.name() + "_PORT", Integer.toString(port)));
        return variables;
    }

    /** What all of them share. */
    Path volume() {
        return folder.resolve("volume");
    }

    String url(Role role) {
        return "http://127.0.0.1:" + ports.get(role);
    }

    Web web() {
        return web;
    }

    private void start(Role role) {
        String name = role.name().toLowerCase(Locale.ROOT);
        processes.put(role, HomeIqProcess.start(folder, name, variables(role), compose.command(role)));
    }

    /** A power cut, after which the process comes back; does not wait until it is ready. */
    void killAndStartAgain(Role role) {
        Objects.requireNonNull(processes.get(role)).kill();
        start(role);
    }

    void awaitReady() {
        for (Role role : Role.values()) {
            HomeIqProcess process = Objects.requireNonNull(processes.get(role));
            await(role + " is ready")
                    .atMost(PATIENCE)
                    .ignoreException(UncheckedIOException.class)
                    .untilAsserted(() -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException(role + " ended: " + process.err());
                        }
                        Web.Answer answer = web.get(url(role) + "/health/ready");
                        assertThat(answer.status())
                                .as(() -> answer.body() + process.err())
                                .isEqualTo(200);
                    });
        }
    }

    /** Whether the service answered at all. */
    boolean tryPost(Role role, String path) {
        try {
            return web.post(url(role) + path, "").isOk();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The logs of all, for the message of a test that fails. */
    String logs() {
        StringBuilder all = new StringBuilder();
        processes.forEach((role, process) ->
                all.append("\n--- ").append(role).append('\n').append(process.err()));
        return all.toString();
    }

    @Override
    public void close() {
        processes.values().forEach(HomeIqProcess::close);
        web.close();
    }
}
