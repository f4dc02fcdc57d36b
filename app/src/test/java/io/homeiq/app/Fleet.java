package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.app.settings.Role;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.MosquittoProcess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The five services as five processes on one volume, each of which can be killed and started again on its port. */
final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final Web web = Web.plain();
    private final Map<String, String> variables = new TreeMap<>();
    private final Map<Role, Integer> ports = new EnumMap<>(Role.class);
    private final Map<Role, HomeIqProcess> processes = new EnumMap<>(Role.class);

    /** Starts them all and returns when they are ready. */
    Fleet(Path folder, MosquittoProcess broker) {
        this.folder = folder;
        variables.put("MQTT_BROKER", broker.host() + ":" + broker.port());
        variables.put("HOMEIQ_DATA", volume().toString());
        for (Role role : Role.values()) {
            int port = FreePort.find();
            ports.put(role, port);
            variables.put("HOMEIQ_" + role.name() + "_PORT", Integer.toString(port));
        }
        for (Role role : Role.values()) {
            start(role);
        }
        awaitReady();
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
        processes.put(role, HomeIqProcess.start(folder, name, variables, List.of("run", "--roles=" + name)));
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
