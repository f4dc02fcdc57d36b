package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModeCommandIT {

    private static final String REPLY = "{\"mode\":\"shadow\",\"learning\":false,\"message\":\"So it is.\"}";

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/mode", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.set((exchange.getRequestMethod() + " " + body).strip());
            byte[] reply = REPLY.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private CommandRun run(String... arguments) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return CommandRun.of(Map.of("AI_AUTOMATION_SERVICE_URL", url), List.of(arguments));
    }

    @Test
    void showsWhatIsSo() {
        // When
        CommandRun run = run("mode").mustBeOk();

        // Then
        assertThat(asked).hasValue("GET");
        assertThat(run.out().strip()).isEqualTo("So it is.");
    }

    @Test
    void choosesOnlyWhatIsNamed() {
        run("mode", "shadow").mustBeOk();
        assertThat(asked).hasValue("PUT {\"mode\":\"shadow\"}");
        run("mode", "--learning", "off").mustBeOk();
        assertThat(asked).hasValue("PUT {\"learning\":false}");
        assertThat(run("mode", "off", "--learning", "on", "--json")
                        .mustBeOk()
                        .out()
                        .strip())
                .isEqualTo(REPLY);
        assertThat(asked).hasValue("PUT {\"mode\":\"off\",\"learning\":true}");
    }

    @Test
    void refusesWhatIsNoMode() {
        // When
        CommandRun mode = run("mode", "auto");
        CommandRun learning = run("mode", "--learning", "maybe");

        // Then
        assertThat(mode.exitCode()).isEqualTo(2);
        assertThat(mode.err()).contains("must be off, suggest or shadow, was: auto");
        assertThat(learning.exitCode()).isEqualTo(2);
        assertThat(learning.err()).contains("must be on or off, was: maybe");
        assertThat(asked).hasValue("");
    }
}
