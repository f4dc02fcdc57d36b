package io.homeiq.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A real InfluxDB 1.x on a free port of the loopback, with its data in a folder of its own; it reports to nobody. It is for
 * one thread at a time. A test that starts one is skipped, or fails, where influxd is missing ({@link RealParts}).
 */
public final class InfluxProcess implements AutoCloseable {

    private static final String INSTALL = "apt-get install influxdb";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int FIRST_ERROR_STATUS = 300;

    private final Path folder = Folders.temporary("influxdb");
    private final int port = FreePort.find();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ChildProcess process;
    private final @Nullable Login login;

    private record Login(String user, String password) {}

    private InfluxProcess(@Nullable Login login) {
        Path program = RealParts.fromEnvironment().need("influxd", Programs.find("influxd"), INSTALL);
        this.login = login;
        process = ChildProcess.start(
                List.of(program.toString(), "-config", configuration().toString()), folder.resolve("influxd.log"));
        Awaitility.await("InfluxDB on port " + port)
                .atMost(START_LIMIT)
                .pollInterval(POLL)
                .failFast("InfluxDB must not end", () -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("InfluxDB ended at once: " + process.log());
                    }
                })
                .until(this::isReady);
        if (login != null) {
            query("CREATE USER \"" + login.user() + "\" WITH PASSWORD '" + login.password() + "' WITH ALL PRIVILEGES");
        }
    }

    /** Starts one that lets everybody in. */
    public static InfluxProcess start() {
        return new InfluxProcess(null);
    }

    /** Starts one that lets in nobody but this user, who may do everything. */
    public static InfluxProcess startWithLogin(String user, String password) {
        return new InfluxProcess(new Login(user, password));
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    /** Runs statements of InfluxQL and returns the answer, a document of JSON. */
    public String query(String statements) {
        return post("/query", "q=" + URLEncoder.encode(statements, StandardCharsets.UTF_8));
    }

    /** Writes rows in InfluxDB's line protocol, with times in nanoseconds. */
    public void write(String database, List<String> lines) {
        post("/write?db=" + URLEncoder.encode(database, StandardCharsets.UTF_8), String.join("\n", lines));
    }

    /** What it has printed lately. */
    public String log() {
        return process.log();
    }

    /** Kills it and deletes its data. */
    @Override
    public void close() {
        process.kill();
        http.close();
        Folders.delete(folder);
    }

    private Path configuration() {
        List<String> lines = List.of(
                "reporting-disabled = true",
                "bind-address = \"127.0.0.1:" + FreePort.find() + "\"",
                "[meta]",
                "dir = \"" + folder.resolve("meta") + "\"",
                "[data]",
                "dir = \"" + folder.resolve("data") + "\"",
                "wal-dir = \"" + folder.resolve("wal") + "\"",
                "query-log-enabled = false",
                "[http]",
                "bind-address = \"127.0.0.1:" + port + "\"",
                "auth-enabled = " + (login != null),
                "log-enabled = false",
                "[monitor]",
                "store-enabled = false");
        try {
            return Files.write(folder.resolve("influxdb.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the configuration of InfluxDB", e);
        }
    }

    private boolean isReady() {
        try {
            return send(HttpRequest.newBuilder(address("/ping")).build()).statusCode() < FIRST_ERROR_STATUS;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private String post(String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (login != null) {
            byte[] both = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() >= FIRST_ERROR_STATUS || answer.body().contains("\"error\"")) {
            throw new IllegalStateException("InfluxDB refused " + body + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("InfluxDB on port " + port + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for InfluxDB", e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
