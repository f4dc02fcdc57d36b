package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.deploy.Checkout;
import io.homeiq.app.deploy.MetricNames;
import io.homeiq.app.settings.Role;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.PrometheusProcess;
import io.homeiq.testing.Promtool;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a really started HomeIQ tells Prometheus, against the files and the guide for operators. */
class MonitoringIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String KEY = "a-key-of-sufficient-length";
    private static final Pattern FAMILY = Pattern.compile("^# TYPE (\\S+) ", Pattern.MULTILINE);
    private static final Pattern SAMPLE = Pattern.compile("^([a-z][a-z0-9_]*)[{ ]", Pattern.MULTILINE);
    private static final Map<Role, Integer> PORTS = new EnumMap<>(Role.class);

    @TempDir
    static Path folder;

    private static HomeIqProcess homeIq;
    private static Web web;

    @BeforeAll
    static void startAndGiveItSomethingToCount() {
        int broker = FreePort.find();
        Map<String, String> variables = new TreeMap<>(Map.of(
                "HOMEIQ_API_KEY",
                KEY,
                "STATESTREAM_TOPIC",
                "homeassistant/statestream",
                "HOMEIQ_DATA",
                folder.resolve("data").toString(),
                "MQTT_PORT",
                Integer.toString(broker)));
        for (Role role : Role.values()) {
            PORTS.put(role, FreePort.find());
            variables.put("HOMEIQ_" + role.name() + "_PORT", String.valueOf(PORTS.get(role)));
        }
        homeIq = HomeIqProcess.start(folder, "homeiq", variables, List.of("run"));
        web = Web.withToken(KEY);
        await("ready")
                .atMost(PATIENCE)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(
                                web.get(url(Role.AUTOMATION) + "/health/ready").isOk())
                        .as(homeIq::err)
                        .isTrue());
        web.post(url(Role.QUERY) + "/api/v1/query", "{\"query\": \"what is on\"}");
        try (BusWatcher bus = BusWatcher.of("127.0.0.1", broker)) {
            bus.say(message(Topic.event(HomeId.DEFAULT, EventType.PATTERN_DETECTED)));
            bus.say(message(Topic.command(HomeId.DEFAULT, CommandType.RUN_ANALYSIS)));
            await("dead letters").atMost(PATIENCE).until(() -> bus.deadLetters().size() >= 2);
        }
    }

    @AfterAll
    static void stop() {
        homeIq.close();
        web.close();
    }

    @Test
    void theGuideTellsEveryMetricAndNoOtherOfHomeIq() {
        // When
        Set<String> shown = found(FAMILY);

        // Then
        Set<String> told = MetricNames.ofGuide();
        assertThat(told).containsAll(shown);
        assertThat(shown)
                .containsAll(
                        told.stream().filter(name -> name.startsWith("homeiq_")).toList());
    }

    @Test
    void rulesAndDashboardsNameOnlyWhatIsShown() {
        // When
        Set<String> shown = found(SAMPLE);

        // Then
        // A pause for tidying memory may not have come yet.
        Set<String> used = new TreeSet<>(MetricNames.ofDashboards());
        used.addAll(MetricNames.ofRules());
        used.removeIf(name -> name.startsWith("jvm_gc_"));
        assertThat(used).isNotEmpty();
        assertThat(shown).containsAll(used);
    }

    @Test
    void prometheusFindsNothingWrongWithNamesAndTypes() {
        // Given
        Promtool promtool = Promtool.find();

        // Then
        for (Role role : Role.values()) {
            Promtool.Verdict verdict = promtool.checkMetrics(metrics(role));
            assertThat(verdict.isGood()).as(role + ": " + verdict.words()).isTrue();
        }
    }

    @Test
    void prometheusFindsNothingWrongWithTheFiles() {
        // Given
        Promtool promtool = Promtool.find();
        String files = Checkout.file("deploy/prometheus") + "/";

        // Then
        assertThat(List.of(
                        promtool.run("check", "config", "--syntax-only", files + "prometheus.yml"),
                        promtool.run("check", "rules", files + "rules.yml"),
                        promtool.run("test", "rules", files + "rules-test.yml")))
                .allSatisfy(verdict ->
                        assertThat(verdict.isGood()).as(verdict.words()).isTrue());
    }

    @Test
    void prometheusReachesAllServices() throws IOException {
        // Given
        Path configuration = onThisMachine();

        try (PrometheusProcess prometheus = PrometheusProcess.start(configuration);
                Web asking = Web.plain()) {
            // Then
            await("all services are up").atMost(PATIENCE).untilAsserted(() -> {
                assertThat(values(asking, prometheus, "up"))
                        .as(prometheus.log())
                        .containsExactly("1", "1", "1", "1", "1");
                assertThat(values(asking, prometheus, "homeiq_ready")).containsExactly("1", "1", "1", "1", "1");
            });
        }
    }

    /** The file as it is, with the addresses and the key of this test. */
    private static Path onThisMachine() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY);
        Files.copy(Checkout.file("deploy/prometheus/rules.yml"), folder.resolve("rules.yml"));
        String text = Checkout.text("deploy/prometheus/prometheus.yml")
                .replace("/run/secrets/homeiq_api_key", key.toString())
                .replace("scrape_interval: 15s", "scrape_interval: 1s")
                .replace("scrape_timeout: 10s", "scrape_timeout: 1s");
        for (Role role : Role.values()) {
            text = text.replaceAll("- [a-z-]+:" + role.defaultPort(), "- 127.0.0.1:" + PORTS.get(role));
        }
        return Files.writeString(folder.resolve("prometheus.yml"), text);
    }

    private static List<String> values(Web asking, PrometheusProcess prometheus, String query) {
        List<String> values = new ArrayList<>();
        for (JsonNode series :
                asking.read(prometheus.url() + "/api/v1/query?query=" + query).at("/data/result")) {
            values.add(series.at("/value/1").asText());
        }
        return values;
    }

    private static Set<String> found(Pattern pattern) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(Role.values()).map(MonitoringIT::metrics).forEach(text -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        });
        return names;
    }

    /** The second reading, since only it tells of a request: the first. */
    private static String metrics(Role role) {
        web.read(url(role) + "/metrics");
        return web.read(url(role) + "/metrics").asText();
    }

    private static String url(Role role) {
        return "http://127.0.0.1:" + PORTS.get(role);
    }

    private static Message message(Topic topic) {
        return new Message(topic, Buffer.buffer("{ no JSON"), false);
    }
}
