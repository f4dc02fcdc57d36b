package io.homeiq.app.settings;

import io.homeiq.automation.device.Discovery;
import io.homeiq.automation.suggestion.WeeklyBudget;
import io.homeiq.automation.wording.RephrasingSettings;
import io.homeiq.contracts.home.HomeId;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a running HomeIQ is told from outside.
 *
 * @param dataFolder where {@code history.db} and everything else that is kept lies
 * @param sharedDatabase the database of all services
 * @param correlationCache may be deleted at any time: it costs time, never data
 * @param bind address that the services listen on
 * @param ports of each service
 * @param urls under which each service reaches the others
 * @param homeAssistant null: none; then history is imported and automations are written to files
 * @param statestreamTopic below which a Home Assistant publishes the states of the home; null: it does not. Never beside {@code homeAssistant}
 * @param suggestionsPerWeek how many new suggestions are made in seven days unless somebody asks for more
 * @param rephrasing the model that may put suggestions into other words; null: none
 * @param discovery where Home Assistant looks for the device HomeIQ; null: there is none
 * @param apiKey null: no call needs one, which is only allowed on loopback
 * @param jsonLogs one JSON object a line instead of text
 */
public record Settings(
        HomeId home,
        Path dataFolder,
        Path sharedDatabase,
        Path correlationCache,
        String bind,
        Map<Role, Integer> ports,
        Map<Role, URI> urls,
        BrokerSettings broker,
        @Nullable HomeAssistantLink homeAssistant,
        @Nullable String statestreamTopic,
        int suggestionsPerWeek,
        @Nullable RephrasingSettings rephrasing,
        @Nullable Discovery discovery,
        @Nullable Secret apiKey,
        boolean jsonLogs) {

    /** Addresses that only this machine reaches. */
    static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    public Settings {
        ports = Map.copyOf(ports);
        urls = Map.copyOf(urls);
    }

    /** Whether other machines reach the ports of the services and of the embedded broker. */
    public boolean isOpenToNetwork() {
        return !LOOPBACK.contains(bind);
    }

    public Path historyDatabase() {
        return dataFolder.resolve("history.db");
    }

    /** What the pattern service has mined; may be deleted at any time: it costs time, never data. */
    public Path minerMemory() {
        return dataFolder.resolve("miner_memory.bin");
    }

    /** The same with another broker. */
    public Settings withBroker(BrokerSettings other) {
        return new Settings(
                home,
                dataFolder,
                sharedDatabase,
                correlationCache,
                bind,
                ports,
                urls,
                other,
                homeAssistant,
                statestreamTopic,
                suggestionsPerWeek,
                rephrasing,
                discovery,
                apiKey,
                jsonLogs);
    }

    /** The same with ports as services really got them; services on this machine are reached under these. */
    public Settings withPorts(Map<Role, Integer> actual) {
        Map<Role, Integer> newPorts = new EnumMap<>(ports);
        Map<Role, URI> newUrls = new EnumMap<>(urls);
        actual.forEach((role, port) -> {
            if (!port.equals(newPorts.put(role, port))) {
                newUrls.put(role, URI.create("http://127.0.0.1:" + port));
            }
        });
        return new Settings(
                home,
                dataFolder,
                sharedDatabase,
                correlationCache,
                bind,
                newPorts,
                newUrls,
                broker,
                homeAssistant,
                statestreamTopic,
                suggestionsPerWeek,
                rephrasing,
                discovery,
                apiKey,
                jsonLogs);
    }

    /** A home of its own that touches no Home Assistant and no broker of anybody's. */
    public Settings forDemonstration(Path folder, int brokerPort, boolean freePorts) {
        Map<Role, Integer> demoPorts = new EnumMap<>(ports);
        Map<Role, URI> demoUrls = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            int port = freePorts ? 0 : demoPorts.getOrDefault(role, role.defaultPort());
            demoPorts.put(role, port);
            demoUrls.put(role, URI.create("http://127.0.0.1:" + port));
        }
        return new Settings(
                home,
                folder,
                folder.resolve("shared.db"),
                folder.resolve("correlation_cache.db"),
                "127.0.0.1",
                demoPorts,
                demoUrls,
                new BrokerSettings.Embedded("127.0.0.1", brokerPort),
                null,
                null,
                WeeklyBudget.DEFAULT_PER_WEEK,
                null,
                Discovery.DEFAULT,
                apiKey,
                jsonLogs);
    }
}
