package io.homeiq.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A real Prometheus on a free port of the loopback, with its numbers in a folder of its own. A test that starts one is skipped, or
 * fails, where Prometheus is missing ({@link RealParts}).
 */
public final class PrometheusProcess implements AutoCloseable {

    static final String INSTALL = "apt-get install prometheus";

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int OK = 200;

    private final Path folder = Folders.temporary("prometheus");
    private final int port = FreePort.find();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ChildProcess process;

    private PrometheusProcess(Path program, Path configuration) {
        process = ChildProcess.start(
                List.of(
                        program.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("numbers"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn"),
                folder.resolve("prometheus.log"));
        Awaitility.await("Prometheus on port " + port)
                .atMost(START_LIMIT)
                .pollInterval(POLL)
                .failFast("Prometheus must not end", () -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("Prometheus ended at once: " + process.log());
                    }
                })
                .until(this::isReady);
    }

    /** Starts one with this configuration and returns when it answers. */
    public static PrometheusProcess start(Path configuration) {
        Path program = RealParts.fromEnvironment().need("prometheus", Programs.find("prometheus"), INSTALL);
        return new PrometheusProcess(program, configuration);
    }

    /** Without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What it has printed lately. */
    public String log() {
        return process.log();
    }

    private boolean isReady() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url() + "/-/ready")).build();
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return answer.statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    /** Kills it and deletes its numbers. */
    @Override
    public void close() {
        process.kill();
        http.close();
        Folders.delete(folder);
    }
}
