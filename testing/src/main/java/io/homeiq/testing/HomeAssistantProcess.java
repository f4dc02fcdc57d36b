package io.homeiq.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Home Assistant on a free port of the loopback, with its configuration, database and log in a folder of its own.
 * Starting takes some seconds, and the first start on a machine installs it, so a test class shares one. It is for one thread
 * at a time. A test that starts one is skipped, or fails, where Home Assistant cannot be had ({@link RealParts}).
 */
public final class HomeAssistantProcess implements AutoCloseable {

    /** The environment variable that names the script which installs, starts and stops a Home Assistant. */
    public static final String SCRIPT_VARIABLE = "HOMEIQ_HA_SCRIPT";

    private static final Path SCRIPT_BESIDE_CHECKOUT = Path.of("shared", "homeassistant", "ha");
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(10);
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Path script;
    private final Path folder;
    private final boolean ownsFolder;
    private final List<String> startCommand;
    private final int port;
    private final Thread atExit = new Thread(this::kill, "end of Home Assistant");
    private volatile Map<String, String> facts = Map.of();

    private HomeAssistantProcess(@Nullable Path folder, @Nullable String broker, String... more) {
        script = RealParts.fromEnvironment()
                .need("Home Assistant", installedScript(), "name its script in " + SCRIPT_VARIABLE + " and be root");
        ownsFolder = folder == null;
        this.folder = folder == null ? Folders.temporary("home-assistant") : folder;
        port = FreePort.find();
        startCommand = new ArrayList<>(
                List.of(script.toString(), "start", this.folder.toString(), "--port", Integer.toString(port)));
        if (broker != null) {
            startCommand.addAll(List.of("--mqtt", broker));
        }
        startCommand.addAll(List.of(more));
        Runtime.getRuntime().addShutdownHook(atExit);
        start();
    }

    /** Starts a Home Assistant with the small sample home, without a broker, in a temporary folder. */
    public static HomeAssistantProcess startSampleHome() {
        return new HomeAssistantProcess(null, null);
    }

    /** Starts a Home Assistant with the small sample home that has joined the broker at this host and port. */
    public static HomeAssistantProcess startSampleHome(String brokerHost, int brokerPort) {
        return new HomeAssistantProcess(null, brokerHost + ":" + brokerPort);
    }

    /**
     * As {@link #startSampleHome(String, int)}, in this version of MQTT.
     *
     * @param protocol {@code 5} or {@code 3.1.1}
     */
    public static HomeAssistantProcess startSampleHome(String brokerHost, int brokerPort, String protocol) {
        return new HomeAssistantProcess(null, brokerHost + ":" + brokerPort, "--mqtt-protocol", protocol);
    }

    /**
     * Starts a Home Assistant in {@code folder}, which stays when it is closed. A {@code configuration.yaml}, an
     * {@code automations.yaml} or a {@code home-assistant_v2.db} that lies there already is used; otherwise the sample home is.
     */
    public static HomeAssistantProcess startIn(Path folder) {
        return new HomeAssistantProcess(folder, null);
    }

    /** As {@link #startIn(Path)}, and has joined the broker at this host and port. */
    public static HomeAssistantProcess startIn(Path folder, String brokerHost, int brokerPort) {
        return new HomeAssistantProcess(folder, brokerHost + ":" + brokerPort);
    }

    /** The address without a slash at its end, as in {@code http://127.0.0.1:28123}; the same after a restart. */
    public String url() {
        return fact("HA_URL");
    }

    public int port() {
        return port;
    }

    /** A long-lived access token of the owner, who is an administrator. */
    public String token() {
        return fact("HA_TOKEN");
    }

    /** A long-lived access token of the second person, who is an ordinary user. */
    public String secondToken() {
        return fact("HA_TOKEN_SECOND");
    }

    /** Where configuration, recorder database and log lie. */
    public Path folder() {
        return folder;
    }

    /** Starts it on the same port and folder and returns when it runs; it must have been stopped or killed before. */
    public void start() {
        facts = ChildProcess.run(startCommand, START_LIMIT)
                .lines()
                .filter(line -> line.contains("="))
                .collect(Collectors.toUnmodifiableMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1),
                        (first, last) -> last));
    }

    /** Ends it in an orderly way; the folder keeps everything. Does nothing if it does not run. */
    public void stop() {
        ChildProcess.run(List.of(script.toString(), "stop", folder.toString()), STOP_LIMIT);
    }

    /** Ends it as a power cut would (SIGKILL). Does nothing if it does not run. */
    public void kill() {
        Optional.ofNullable(facts.get("HA_PID"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .ifPresent(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
    }

    /** Stops it in an orderly way and starts it again. */
    public void restart() {
        stop();
        start();
    }

    /** Kills it, and deletes its folder unless the test gave it. */
    @Override
    public void close() {
        kill();
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
        if (ownsFolder) {
            Folders.delete(folder);
        }
    }

    private String fact(String name) {
        String value = facts.get(name);
        if (value == null) {
            throw new IllegalStateException(script + " did not print " + name);
        }
        return value;
    }

    private static Optional<Path> installedScript() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        Optional<Path> found = script();
        // It does nothing where Home Assistant is installed already.
        found.ifPresent(path -> ChildProcess.run(List.of(path.toString(), "install"), INSTALL_LIMIT));
        return found;
    }

    private static Optional<Path> script() {
        String named = System.getenv(SCRIPT_VARIABLE);
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(folder -> folder != null)
                .map(folder -> folder.resolve(SCRIPT_BESIDE_CHECKOUT))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
