package io.homeiq.app.runtime;

import io.homeiq.app.settings.HomeAssistantLink;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.settings.Version;
import io.homeiq.automation.AutomationParts;
import io.homeiq.automation.AutomationVerticle;
import io.homeiq.automation.deployment.RetryPauses;
import io.homeiq.automation.history.DataApiHistory;
import io.homeiq.bus.Bus;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.data.DataParts;
import io.homeiq.data.DataVerticle;
import io.homeiq.data.LiveSource;
import io.homeiq.homeassistant.client.AccessToken;
import io.homeiq.homeassistant.client.HomeAssistantSettings;
import io.homeiq.homeassistant.client.HomeAssistantUrl;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.homeassistant.deploy.FileDeployer;
import io.homeiq.homeassistant.deploy.HomeAssistantDeployer;
import io.homeiq.homeassistant.live.FeedSettings;
import io.homeiq.pattern.PatternParts;
import io.homeiq.pattern.PatternVerticle;
import io.homeiq.query.QueryParts;
import io.homeiq.query.QueryVerticle;
import io.homeiq.service.client.ServiceClient;
import io.homeiq.service.client.ServiceClientSettings;
import io.homeiq.service.http.ApiKey;
import io.homeiq.service.http.ServerSettings;
import io.homeiq.store.SharedDatabase;
import io.homeiq.training.TrainingParts;
import io.homeiq.training.TrainingVerticle;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the services of some roles from the settings and runs them. */
final class Services implements AutoCloseable {

    /** Reading a long history takes as long as it takes; a silence of this length is a fault. */
    private static final Duration HISTORY_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration STATES_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration STATES_RETRY = Duration.ofMillis(100);

    private static final long STOP_SECONDS = 10;

    /** Home Assistant keeps ten days unless told otherwise; what somebody keeps longer is worth learning from. */
    private static final Duration BACK_FILL = Duration.ofDays(60);

    private final Vertx vertx;
    private final Bus bus;
    private final SharedDatabase database;
    private final InstantSource clock;
    private final WireJson json = new WireJson();
    private final Map<Role, Integer> actualPorts = new EnumMap<>(Role.class);
    private final List<String> deployed = Collections.synchronizedList(new ArrayList<>());
    private Settings settings;

    Services(Vertx vertx, Bus bus, SharedDatabase database, InstantSource clock, Settings settings) {
        this.vertx = vertx;
        this.bus = bus;
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /** The data service first, since the others read from it; all others at once. */
    Future<Settings> start(Set<Role> roles) {
        Future<?> data = roles.contains(Role.DATA) ? startData() : Future.succeededFuture();
        return data.compose(started -> Future.all(roles.stream()
                        .filter(role -> role != Role.DATA)
                        .map(this::startOther)
                        .toList()))
                .map(started -> {
                    settings = settings.withPorts(actualPorts);
                    return settings;
                });
    }

    private Future<?> startData() {
        DataVerticle data = new DataVerticle(new DataParts(
                settings.home(),
                bus,
                database,
                settings.dataFolder(),
                live(),
                this::addresses,
                server(Role.DATA),
                json,
                clock,
                Version.current()));
        return deploy(Role.DATA, data, data::port).map(started -> {
            settings = settings.withPorts(actualPorts);
            return settings;
        });
    }

    /** By the names of the services; those of this process under the ports that they really got. */
    private Map<String, URI> addresses() {
        Map<Role, Integer> actual;
        synchronized (actualPorts) {
            actual = new EnumMap<>(actualPorts);
        }
        return settings.withPorts(actual).urls().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(url -> url.getKey().wireName(), Map.Entry::getValue));
    }

    private Future<?> startOther(Role role) {
        return switch (role) {
            case DATA -> Future.succeededFuture();
            case PATTERN -> {
                PatternVerticle pattern = new PatternVerticle(new PatternParts(
                        settings.home(),
                        bus,
                        database,
                        dataApi(),
                        settings.correlationCache(),
                        settings.minerMemory(),
                        server(role),
                        json,
                        clock,
                        Version.current()));
                yield deploy(role, pattern, pattern::port);
            }
            case TRAINING -> {
                TrainingVerticle training = new TrainingVerticle(new TrainingParts(
                        settings.home(), bus, database, server(role), json, clock, Version.current()));
                yield deploy(role, training, training::port);
            }
            case QUERY -> {
                QueryVerticle query = new QueryVerticle(new QueryParts(
                        settings.home(), bus, database, statesApi(), server(role), json, clock, Version.current()));
                yield deploy(role, query, query::port);
            }
            case AUTOMATION -> {
                AutomationVerticle automation = new AutomationVerticle(new AutomationParts(
                        settings.home(),
                        bus,
                        database,
                        target(),
                        RetryPauses.DEFAULT,
                        settings.suggestionsPerWeek(),
                        server(role),
                        json,
                        clock,
                        Version.current(),
                        new DataApiHistory(dataApi()),
                        settings.rephrasing(),
                        settings.discovery()));
                yield deploy(role, automation, automation::port);
            }
        };
    }

    private Future<?> deploy(Role role, Deployable service, IntSupplier port) {
        return vertx.deployVerticle(service).onSuccess(id -> {
            deployed.add(id);
            synchronized (actualPorts) {
                actualPorts.put(role, port.getAsInt());
            }
        });
    }

    private ServerSettings server(Role role) {
        return new ServerSettings(settings.bind(), settings.ports().getOrDefault(role, role.defaultPort()), apiKey());
    }

    private @Nullable ApiKey apiKey() {
        return settings.apiKey() == null ? null : new ApiKey(settings.apiKey().reveal());
    }

    private ServiceClient dataApi() {
        URI url = settings.urls().getOrDefault(Role.DATA, URI.create("http://127.0.0.1:8006"));
        ServiceClientSettings client =
                ServiceClientSettings.of("data", url).withApiKey(apiKey()).withTimeout(HISTORY_TIMEOUT);
        return new ServiceClient(vertx, client, json, random(), clock);
    }

    /** For answers that somebody waits for: rather none in time than one too late. */
    private ServiceClient statesApi() {
        URI url = settings.urls().getOrDefault(Role.DATA, URI.create("http://127.0.0.1:8006"));
        ServiceClientSettings client = ServiceClientSettings.of("data", url)
                .withApiKey(apiKey())
                .withTimeout(STATES_TIMEOUT)
                .withRetries(1, STATES_RETRY, STATES_RETRY);
        return new ServiceClient(vertx, client, json, random(), clock);
    }

    /** Spreads retries, so that processes started together do not ask together. */
    private SplittableRandom random() {
        return new SplittableRandom(clock.millis() ^ ProcessHandle.current().pid());
    }

    private @Nullable LiveSource live() {
        HomeAssistantLink link = settings.homeAssistant();
        if (link != null) {
            return new LiveSource.HomeAssistant(homeAssistant(link), FeedSettings.DEFAULT.withBackFill(BACK_FILL));
        }
        String topic = settings.statestreamTopic();
        return topic == null ? null : new LiveSource.Statestream(topic);
    }

    private AutomationTarget target() {
        HomeAssistantLink link = settings.homeAssistant();
        return link == null
                ? new FileDeployer(vertx, settings.dataFolder())
                : new HomeAssistantDeployer(vertx, homeAssistant(link));
    }

    private static HomeAssistantSettings homeAssistant(HomeAssistantLink link) {
        return HomeAssistantSettings.of(
                HomeAssistantUrl.parse(link.url().toString()),
                new AccessToken(link.token().reveal()));
    }

    @Override
    public void close() throws Exception {
        List<Future<Void>> stopping =
                deployed.reversed().stream().map(vertx::undeploy).toList();
        Future.join(stopping)
                .otherwiseEmpty()
                .toCompletionStage()
                .toCompletableFuture()
                .get(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
