package io.homeiq.app.settings;

import io.homeiq.automation.device.Discovery;
import io.homeiq.automation.suggestion.WeeklyBudget;
import io.homeiq.contracts.home.HomeId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings from environment variables, and names every fault at once. */
public final class SettingsReader {

    private static final int MIN_KEY_LENGTH = 16;
    private static final int DEFAULT_MQTT_PORT = 1883;
    private static final int DEFAULT_MQTTS_PORT = 8883;

    /** One level or more, none of them empty. */
    private static final Pattern TOPIC = Pattern.compile("[^/+#$\\p{Cntrl}][^/+#\\p{Cntrl}]*(/[^/+#\\p{Cntrl}]+)*");

    /** What HomeIQ itself says is no state of the home. */
    private static final String OWN_TOPICS = "homeiq";

    /** Names of the older system's variables for the addresses of its services. */
    private static final Map<Role, String> URL_KEYS = Map.of(
            Role.DATA, "DATA_API_URL",
            Role.PATTERN, "AI_PATTERN_SERVICE_URL",
            Role.TRAINING, "AI_TRAINING_SERVICE_URL",
            Role.QUERY, "AI_QUERY_SERVICE_URL",
            Role.AUTOMATION, "AI_AUTOMATION_SERVICE_URL");

    private final Variables variables;

    private SettingsReader(Variables variables) {
        this.variables = variables;
    }

    /** What came of reading. */
    public sealed interface Outcome {

        record Valid(Settings settings) implements Outcome {}

        /**
         * Some settings cannot be used.
         *
         * @param faults one line each: the key, the value unless it is secret, and the cure
         */
        record Invalid(List<String> faults) implements Outcome {}
    }

    /**
     * Reads and checks all.
     *
     * @param environment by name, as the system has it; what is set to nothing counts as not set
     */
    public static Outcome read(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        Settings settings = new SettingsReader(variables).read();
        List<String> faults = variables.faults();
        return faults.isEmpty() ? new Outcome.Valid(settings) : new Outcome.Invalid(faults);
    }

    private Settings read() {
        Path data = Path.of(variables.text("HOMEIQ_DATA", "data"));
        String bind = variables.text("HOMEIQ_BIND", "127.0.0.1");
        Secret apiKey = variables.secret("HOMEIQ_API_KEY");
        if (apiKey != null && apiKey.reveal().length() < MIN_KEY_LENGTH) {
            variables.fault("HOMEIQ_API_KEY is too short: it needs at least " + MIN_KEY_LENGTH + " characters");
        }
        if (!Settings.LOOPBACK.contains(bind) && apiKey == null) {
            variables.fault("HOMEIQ_BIND=" + bind
                    + " lets others in: set HOMEIQ_API_KEY to a long random text, or leave HOMEIQ_BIND at 127.0.0.1");
        }
        Path database = database(data);
        Map<Role, Integer> ports = ports();
        return new Settings(
                home(),
                data,
                database,
                correlationCache(database),
                bind,
                ports,
                urls(ports),
                broker(bind),
                homeAssistant(),
                statestreamTopic(),
                variables.number(
                        "HOMEIQ_SUGGESTIONS_PER_WEEK", WeeklyBudget.DEFAULT_PER_WEEK, WeeklyBudget.MAX_PER_WEEK),
                new ModelVariables(variables).rephrasing(),
                discovery(),
                apiKey,
                variables.choice("HOMEIQ_LOG", "text", "json").equals("json"));
    }

    private HomeId home() {
        String name = variables.text("HOMEIQ_HOME", HomeId.DEFAULT.value());
        try {
            return new HomeId(name);
        } catch (IllegalArgumentException e) {
            variables.fault(
                    "HOMEIQ_HOME=" + name + " must be 1 to 64 lower-case letters, digits, dashes and underscores");
            return HomeId.DEFAULT;
        }
    }

    /** {@code DATABASE_PATH}, or the file that {@code DATABASE_URL} names in SQLAlchemy's notation. */
    private Path database(Path data) {
        String path = variables.text("DATABASE_PATH", "");
        if (!path.isEmpty()) {
            return Path.of(path);
        }
        String url = variables.text("DATABASE_URL", "");
        if (url.isEmpty()) {
            return data.resolve("shared.db");
        }
        int slashes = url.indexOf(":///");
        if (!url.startsWith("sqlite") || slashes < 0 || url.length() == slashes + 4) {
            variables.fault(
                    "DATABASE_URL must name a SQLite file, for example sqlite+aiosqlite:////app/data/shared.db");
            return data.resolve("shared.db");
        }
        return Path.of(url.substring(slashes + 4));
    }

    /** {@code CORRELATION_CACHE_DB}, else beside the shared database. */
    private Path correlationCache(Path database) {
        String path = variables.text("CORRELATION_CACHE_DB", "");
        return path.isEmpty() ? database.resolveSibling("correlation_cache.db") : Path.of(path);
    }

    private Map<Role, Integer> ports() {
        Map<Role, Integer> ports = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            int port = variables.port("HOMEIQ_" + role.name() + "_PORT", role.defaultPort());
            if (port != 0 && ports.containsValue(port)) {
                variables.fault(
                        "HOMEIQ_" + role.name() + "_PORT=" + port + " is another service's port; give each its own");
            }
            ports.put(role, port);
        }
        return ports;
    }

    private Map<Role, URI> urls(Map<Role, Integer> ports) {
        Map<Role, URI> urls = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String local = "http://127.0.0.1:" + ports.getOrDefault(role, role.defaultPort());
            urls.put(role, variables.url(URL_KEYS.getOrDefault(role, role.name()), local, Set.of("http", "https")));
        }
        return urls;
    }

    private BrokerSettings broker(String bind) {
        String address = variables.text("MQTT_BROKER", "");
        if (address.isEmpty()) {
            return new BrokerSettings.Embedded(bind, variables.port("MQTT_PORT", DEFAULT_MQTT_PORT));
        }
        URI uri = variables.url(
                "MQTT_BROKER",
                address.contains("://") ? address : "mqtt://" + address,
                Set.of("mqtt", "tcp", "mqtts", "ssl"));
        boolean tls = "mqtts".equals(uri.getScheme()) || "ssl".equals(uri.getScheme());
        int usual = tls ? DEFAULT_MQTTS_PORT : DEFAULT_MQTT_PORT;
        int port = variables.port("MQTT_PORT", uri.getPort() > 0 ? uri.getPort() : usual);
        if (uri.getPort() > 0 && port != uri.getPort()) {
            variables.fault("MQTT_BROKER names port " + uri.getPort() + " but MQTT_PORT=" + port
                    + " another one: leave MQTT_PORT out, or give both the same");
        }
        return new BrokerSettings.External(
                String.valueOf(uri.getHost()),
                port,
                tls,
                variables.optional("MQTT_USERNAME"),
                variables.secret("MQTT_PASSWORD"));
    }

    private @Nullable HomeAssistantLink homeAssistant() {
        String url = variables.text("HA_URL", "");
        Secret token = variables.secret("HA_TOKEN");
        if (url.isEmpty()) {
            if (token != null) {
                variables.fault(
                        "HA_TOKEN is set but HA_URL is not: set HA_URL, for example http://homeassistant.local:8123");
            }
            return null;
        }
        URI uri = variables.url("HA_URL", url, Set.of("http", "https"));
        if (token == null) {
            variables.fault(
                    "HA_URL is set but HA_TOKEN is not: make a long-lived access token in your Home Assistant profile");
            return null;
        }
        return new HomeAssistantLink(uri, token);
    }

    /** The {@code base_topic} of Home Assistant's {@code mqtt_statestream}. */
    private @Nullable String statestreamTopic() {
        String value = variables.optional("STATESTREAM_TOPIC");
        if (value == null) {
            return null;
        }
        String topic = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        if (!TOPIC.matcher(topic).matches() || topic.equals(OWN_TOPICS) || topic.startsWith(OWN_TOPICS + "/")) {
            variables.fault(
                    "STATESTREAM_TOPIC=" + value
                            + " must be the base_topic of mqtt_statestream, for example homeassistant/statestream, without + and #");
        }
        if (variables.optional("HA_URL") != null) {
            variables.fault("STATESTREAM_TOPIC and HA_URL are both set, and each change would be told twice: unset"
                    + " STATESTREAM_TOPIC, since Home Assistant itself tells more");
        }
        return topic;
    }

    /** {@code off} rather than nothing, for what is set to nothing counts as not set. */
    private @Nullable Discovery discovery() {
        String prefix = variables.text("HOMEIQ_DISCOVERY_PREFIX", Discovery.DEFAULT.prefix());
        if (prefix.equals("off")) {
            return null;
        }
        if (!TOPIC.matcher(prefix).matches() || prefix.equals(OWN_TOPICS) || prefix.startsWith(OWN_TOPICS + "/")) {
            variables.fault(
                    "HOMEIQ_DISCOVERY_PREFIX=" + prefix
                            + " must be the discovery prefix of Home Assistant's MQTT integration, for example homeassistant, or off");
            return null;
        }
        return new Discovery(prefix);
    }

    /** All names that are read, for the help text. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "HOMEIQ_DATA",
                "HOMEIQ_HOME",
                "HOMEIQ_BIND",
                "HOMEIQ_API_KEY",
                "HOMEIQ_LOG",
                "DATABASE_PATH",
                "DATABASE_URL",
                "CORRELATION_CACHE_DB",
                "HA_URL",
                "HA_TOKEN",
                "STATESTREAM_TOPIC",
                "HOMEIQ_SUGGESTIONS_PER_WEEK",
                "HOMEIQ_DISCOVERY_PREFIX",
                "MQTT_BROKER",
                "MQTT_PORT",
                "MQTT_USERNAME",
                "MQTT_PASSWORD"));
        for (Role role : Role.values()) {
            names.add("HOMEIQ_" + role.name() + "_PORT");
            names.add(URL_KEYS.getOrDefault(role, role.name()));
        }
        names.addAll(ModelVariables.names());
        names.addAll(InfluxVariables.names());
        return List.copyOf(names);
    }
}
