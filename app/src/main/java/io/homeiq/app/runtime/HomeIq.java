package io.homeiq.app.runtime;

import io.homeiq.app.settings.BrokerSettings;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.bus.Bus;
import io.homeiq.bus.BusException;
import io.homeiq.bus.embedded.EmbeddedBroker;
import io.homeiq.bus.embedded.EmbeddedBrokerSettings;
import io.homeiq.bus.mqtt.Credentials;
import io.homeiq.service.ServiceException;
import io.homeiq.store.ProcessLock;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.StoreException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running process of HomeIQ: the services of its roles, on one bus and one database. */
public final class HomeIq implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HomeIq.class);
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 15;

    /** What the services do on the event loop is short; two threads serve a home. */
    private static final int EVENT_LOOPS = 2;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Vertx vertx;
    private final Set<Role> roles;
    private Settings settings;
    private @Nullable Bus bus;

    private HomeIq(Settings settings, Set<Role> roles) throws IOException {
        this.roles = Set.copyOf(roles);
        this.settings = settings;
        Files.createDirectories(settings.dataFolder());
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
        opened.push(() -> await(vertx.close(), STOP_SECONDS));
    }

    /**
     * Starts everything and returns when all services listen. Home Assistant and a broker of somebody else's need not be
     * there yet.
     *
     * @throws StartException if a port is in use, another process has one of the roles, a database cannot be opened or the folder cannot be written
     */
    public static HomeIq start(Settings settings, Set<Role> roles, InstantSource clock) {
        try {
            return new HomeIq(settings, roles).deployed(clock);
        } catch (IOException e) {
            throw new StartException(
                    "cannot write into the data folder " + settings.dataFolder() + ": " + e.getMessage()
                            + "; set HOMEIQ_DATA to a folder that can be written",
                    e);
        } catch (BusException | StoreException | ServiceException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    private HomeIq deployed(InstantSource clock) {
        try {
            lockRoles();
            // Opening takes as long as the broker and the connection to it, and needs neither.
            Future<SharedDatabase> opening = SharedDatabase.open(vertx, settings.sharedDatabase());
            opened.push(() -> await(opening.compose(SharedDatabase::close).otherwiseEmpty(), STOP_SECONDS));
            int broker = broker();
            bus = connect(broker);
            deploy(await(opening, START_SECONDS), clock);
            return this;
        } catch (RuntimeException e) {
            // Whatever kept it from starting: what was opened already must not be left behind.
            close();
            throw e;
        }
    }

    /**
     * Two processes of one role would throw each other off the broker again and again, and each would take the other's work for abandoned. So the
     * second one ends before it touches anything.
     */
    private void lockRoles() {
        for (Role role : roles) {
            String name = settings.home() + "." + role.wireName();
            opened.push(ProcessLock.acquire(
                    settings.sharedDatabase().resolveSibling(name + ".lock"),
                    "the " + role.wireName() + " service of " + settings.home()));
        }
    }

    /** The process with the data role holds the embedded broker; the others of the machine come to it. */
    private int broker() {
        if (!(settings.broker() instanceof BrokerSettings.Embedded embedded) || !roles.contains(Role.DATA)) {
            return settings.broker().port();
        }
        EmbeddedBrokerSettings plain = embedded.port() == 0
                ? EmbeddedBrokerSettings.onFreePort()
                : EmbeddedBrokerSettings.onPort(embedded.port());
        Credentials login = BusConnection.embeddedLogin(settings);
        EmbeddedBrokerSettings guarded = settings.isOpenToNetwork() && login != null
                ? plain.withLogin(login.username(), login.password())
                : plain;
        EmbeddedBroker broker = EmbeddedBroker.start(guarded.withHost(embedded.bind()));
        opened.push(broker);
        settings = settings.withBroker(new BrokerSettings.Embedded(embedded.bind(), broker.port()));
        return broker.port();
    }

    private Bus connect(int port) {
        String names = roles.stream().map(Role::wireName).sorted().collect(Collectors.joining("-"));
        String clientId = "homeiq-" + settings.home() + "-" + names;
        Bus connected = open(port, clientId);
        opened.push(() -> await(connected.close(), STOP_SECONDS));
        return connected;
    }

    private Bus open(int port, String clientId) {
        if (roles.contains(Role.DATA)) {
            return BusConnection.openAsBridge(vertx, settings, port, clientId);
        }
        return roles.contains(Role.AUTOMATION)
                ? BusConnection.openAsDevice(vertx, settings, port, clientId)
                : BusConnection.open(vertx, settings, port, clientId);
    }

    private void deploy(SharedDatabase database, InstantSource clock) {
        Services services = new Services(vertx, bus(), database, clock, settings);
        opened.push(services);
        settings = await(services.start(roles), START_SECONDS);
    }

    /** With the ports and addresses as they really are. */
    public Settings settings() {
        return settings;
    }

    /** The connection to the broker that all services of this process share. */
    public Bus bus() {
        if (bus == null) {
            throw new IllegalStateException("not started");
        }
        return bus;
    }

    /** What runs where, for people. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        for (Role role : Role.values()) {
            if (roles.contains(role)) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%-10s http://%s:%d",
                        role.wireName(),
                        settings.bind(),
                        settings.ports().get(role)));
            }
        }
        lines.add(
                switch (settings.broker()) {
                    case BrokerSettings.Embedded embedded ->
                        "broker     mqtt://" + embedded.bind() + ":" + embedded.port()
                                + (roles.contains(Role.DATA) ? " (embedded)" : "");
                    case BrokerSettings.External external ->
                        "broker     " + (external.tls() ? "mqtts://" : "mqtt://") + external.host() + ":"
                                + external.port();
                });
        lines.add("home       " + home());
        return lines;
    }

    private String home() {
        if (settings.homeAssistant() != null) {
            return settings.homeAssistant().url().toString();
        }
        String topic = settings.statestreamTopic();
        return (topic == null ? "no Home Assistant (HA_URL)" : "states from the broker below " + topic)
                + "; automations are written to files";
    }

    /** Stops the services, then what they stand on. Safe to call twice. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            while (!opened.isEmpty()) {
                try {
                    opened.pop().close();
                } catch (Exception e) {
                    // The rest must still be closed; what could not be is let go with the process.
                    LOG.warn("a part did not close: {}", e.toString());
                }
            }
        }
    }

    private static <T> T await(Future<T> future, long seconds) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new StartException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new StartException("a part did not start or stop within " + seconds + " seconds; see the log", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted", e);
        }
    }
}
