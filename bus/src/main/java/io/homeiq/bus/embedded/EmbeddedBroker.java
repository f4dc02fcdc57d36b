package io.homeiq.bus.embedded;

import io.homeiq.bus.BusException;
import io.homeiq.bus.BusException.Kind;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT broker inside this process, which speaks MQTT 3.1.1 and 5. It lives on one thread of its own, writes no files, and forgets everything when it
 * is closed: retained messages and sessions last as long as it does.
 *
 * <p>Not there: quality of service 2 towards subscribers (they are granted 1), shared subscriptions, subscription identifiers, topic aliases, TLS,
 * WebSocket, {@code $SYS} topics.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_CLIENT_ID_CHARS = 65_535;
    private static final int CONNECT_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final Vertx vertx;
    private final MqttServer server;

    private EmbeddedBroker(Vertx vertx, MqttServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /**
     * Starts a broker and returns when clients can come. Blocks, so it is not for an event loop.
     *
     * @throws BusException {@code PORT_IN_USE}, or {@code BROKEN} if it cannot start for another reason
     */
    public static EmbeddedBroker start(EmbeddedBrokerSettings settings) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        Promise<MqttServer> listening = Promise.promise();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(ignored -> {
            Reception reception = new Reception(new Switchboard(vertx, settings.limits()), settings);
            MqttServer.create(vertx, options(settings))
                    .endpointHandler(reception::arrived)
                    .exceptionHandler(thrown -> LOG.debug("A client was turned away: {}", thrown.toString()))
                    .listen()
                    .onComplete(listening);
        });
        try {
            EmbeddedBroker broker = new EmbeddedBroker(
                    vertx, await(listening.future().toCompletionStage().toCompletableFuture()));
            warnIfOpenToAll(settings);
            LOG.info("The embedded MQTT broker listens on {}:{}", settings.host(), broker.port());
            return broker;
        } catch (ExecutionException | TimeoutException failure) {
            vertx.close();
            throw failure(settings, failure.getCause() == null ? failure : failure.getCause());
        }
    }

    private static MqttServerOptions options(EmbeddedBrokerSettings settings) {
        MqttServerOptions options = new MqttServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setAutoClientId(false)
                .setMaxClientIdLength(MAX_CLIENT_ID_CHARS)
                .setTimeoutOnConnect(CONNECT_SECONDS)
                .setMaxMessageSize(settings.limits().maxMessageBytes());
        options.setTcpNoDelay(true).setTcpKeepAlive(true);
        return options;
    }

    private static void warnIfOpenToAll(EmbeddedBrokerSettings settings) {
        try {
            if (settings.login() == null
                    && !InetAddress.getByName(settings.host()).isLoopbackAddress()) {
                LOG.warn(
                        "The embedded MQTT broker on {} lets in everybody who reaches it; set a user name and password",
                        settings.host());
            }
        } catch (UnknownHostException e) {
            LOG.debug("{} is no known host any more", settings.host());
        }
    }

    private static BusException failure(EmbeddedBrokerSettings settings, Throwable cause) {
        String address = settings.host() + ":" + settings.port();
        if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
            return new BusException(
                    Kind.PORT_IN_USE,
                    "the embedded MQTT broker cannot listen on " + address
                            + ": another program does; stop that one, choose another port, or name it as the broker to use",
                    cause);
        }
        return new BusException(
                Kind.BROKEN, "the embedded MQTT broker cannot listen on " + address + ": " + cause.getMessage(), cause);
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Cuts off all clients and forgets everything. Blocks until the port is free. */
    @Override
    public void close() {
        try {
            await(vertx.close().toCompletionStage().toCompletableFuture());
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warn("The embedded MQTT broker did not end in an orderly way: {}", failure.toString());
        }
    }

    private static <T> T await(CompletableFuture<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException(Kind.BROKEN, "interrupted while the embedded MQTT broker started or ended", e);
        }
    }
}
