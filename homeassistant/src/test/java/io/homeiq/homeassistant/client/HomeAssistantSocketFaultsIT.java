package io.homeiq.homeassistant.client;

import static io.homeiq.homeassistant.client.FakeHomeAssistant.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.testing.FreePort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be had from a real Home Assistant: one that is silent, garbled, or puts messages together in its own way. */
class HomeAssistantSocketFaultsIT {

    private static final JsonObject COMMAND = new JsonObject().put("type", "get_config");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        Await.result(vertx.close());
    }

    @Test
    void givesUpOnAServerThatNeverGreets() {
        try (FakeHomeAssistant silent = FakeHomeAssistant.behaving(vertx, (fake, socket) -> {})) {
            assertFails(
                    () -> open(silent),
                    Kind.TIMEOUT,
                    "did not answer in time",
                    silent.url().toString());
        }
    }

    @Test
    void saysSoWhenTheServerIsNoHomeAssistant() {
        try (FakeHomeAssistant garbled =
                FakeHomeAssistant.behaving(vertx, (fake, socket) -> socket.writeTextMessage("<html>"))) {
            assertFails(
                    () -> open(garbled),
                    Kind.PROTOCOL,
                    "is HA_URL right?",
                    garbled.url().toString());
        }
    }

    @Test
    void saysWhereNobodyListens() {
        // Given
        HomeAssistantUrl nobody = HomeAssistantUrl.parse("http://127.0.0.1:" + FreePort.find());

        // When
        ThrowingCallable connecting = () -> Await.result(HomeAssistantSocket.connect(
                vertx, HomeAssistantSettings.of(nobody, new AccessToken(FakeHomeAssistant.TOKEN))));

        // Then
        assertFails(connecting, Kind.UNREACHABLE, "cannot be reached", nobody.toString());
    }

    @Test
    void takesMessagesApartThatCameInOneFrame() {
        // Given
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        try (FakeHomeAssistant coalescing = FakeHomeAssistant.answering(vertx, (socket, command) -> {
            String events = String.join(
                    ",",
                    IntStream.range(0, 100)
                            .mapToObj(i -> "{\"id\":" + command.getInteger("id")
                                    + ",\"type\":\"event\",\"event\":{\"n\":" + i + "}}")
                            .toList());
            socket.writeTextMessage("[" + result(command, "null") + "," + events + "]");
        })) {
            HomeAssistantSocket socket = open(coalescing);

            // When
            Await.result(socket.subscribe(
                    new JsonObject().put("type", "subscribe_events"),
                    event -> seen.add(event.path("n").asInt())));

            // Then
            await().untilAsserted(() -> assertThat(seen)
                    .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList()));
        }
    }

    @Test
    void givesUpOnACommandThatIsNeverAnsweredAndKeepsTheConnection() {
        try (FakeHomeAssistant forgetful = FakeHomeAssistant.answering(vertx, (socket, command) -> {
            if (!command.getString("type").equals("forget_me")) {
                socket.writeTextMessage(result(command, "7"));
            }
        })) {
            HomeAssistantSocket socket = open(forgetful);

            // When
            ThrowingCallable asking = () -> Await.result(socket.command(new JsonObject().put("type", "forget_me")));

            // Then
            assertFails(asking, Kind.TIMEOUT, "did not answer in time: forget_me");
            assertThat(Await.result(socket.command(COMMAND)).asInt()).isEqualTo(7);
        }
    }

    @Test
    void endsAConnectionOnWhichNothingIsHeardAnyMore() {
        try (FakeHomeAssistant frozen = FakeHomeAssistant.answering(vertx, (socket, command) -> {})) {
            // Given
            HomeAssistantSocket socket = open(frozen);

            // When
            HomeAssistantException reason = Await.result(socket.ended());

            // Then
            assertThat(reason.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(frozen.commands())
                    .extracting(command -> command.getString("type"))
                    .contains("ping");
        }
    }

    @Test
    void failsWhatWaitsWhenGarbageComes() {
        try (FakeHomeAssistant garbling = FakeHomeAssistant.answering(
                vertx, (socket, command) -> socket.writeTextMessage("{\"id\":2,\"type\":\"resu"))) {
            HomeAssistantSocket socket = open(garbling);

            // When
            Future<JsonNode> answer = socket.command(COMMAND);

            // Then
            assertFails(() -> Await.result(answer), Kind.PROTOCOL, "not JSON");
            assertThat(Await.result(socket.ended()).kind()).isEqualTo(Kind.PROTOCOL);
        }
    }

    @Test
    void takesBytesForASignOfAWrongAddress() {
        try (FakeHomeAssistant binary = FakeHomeAssistant.answering(
                vertx, (socket, command) -> socket.writeBinaryMessage(Buffer.buffer(new byte[] {0, 1, 2})))) {
            HomeAssistantSocket socket = open(binary);

            assertFails(() -> Await.result(socket.command(COMMAND)), Kind.PROTOCOL, "is not text");
        }
    }

    @Test
    void countsItsCommandsUpwardsFromManyThreads() {
        try (FakeHomeAssistant server = FakeHomeAssistant.answering(
                vertx, (socket, command) -> socket.writeTextMessage(result(command, "null")))) {
            HomeAssistantSocket socket = open(server);

            // When
            List<Future<JsonNode>> answers = IntStream.range(0, 200)
                    .parallel()
                    .mapToObj(i -> socket.command(COMMAND))
                    .toList();
            Await.result(Future.all(answers));

            // Then
            assertThat(server.commands())
                    .extracting(command -> command.getInteger("id"))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 201).boxed().toList());
        }
    }

    @Test
    void refusesMoreCommandsThanItIsWillingToRemember() {
        try (FakeHomeAssistant busy = FakeHomeAssistant.answering(vertx, (socket, command) -> {})) {
            HomeAssistantSettings patient = new HomeAssistantSettings(
                    busy.url(),
                    new AccessToken(FakeHomeAssistant.TOKEN),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1));
            HomeAssistantSocket socket = Await.result(HomeAssistantSocket.connect(vertx, patient));
            IntStream.range(0, 256).forEach(i -> socket.command(COMMAND));

            assertFails(() -> Await.result(socket.command(COMMAND)), Kind.OVERLOADED, "256 commands");
        }
    }

    @Test
    void readsALargeResultWithoutLosingTheOrderOfEvents() {
        // Given
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        String large = "\"" + "x".repeat(300_000) + "\"";
        try (FakeHomeAssistant server = FakeHomeAssistant.answering(vertx, (socket, command) -> {
            if (command.getString("type").equals("subscribe_events")) {
                socket.writeTextMessage(result(command, "null"));
                IntStream.range(0, 50)
                        .forEach(i -> socket.writeTextMessage("{\"id\":" + command.getInteger("id")
                                + ",\"type\":\"event\",\"event\":{\"n\":" + i + ",\"text\":" + large + "}}"));
            } else {
                socket.writeTextMessage(result(command, large));
            }
        })) {
            HomeAssistantSocket socket = open(server);

            // When
            Future<JsonNode> answer = socket.command(COMMAND);
            Await.result(socket.subscribe(
                    new JsonObject().put("type", "subscribe_events"),
                    event -> seen.add(event.path("n").asInt())));

            // Then
            assertThat(Await.result(answer).asText()).hasSize(300_000);
            await().untilAsserted(() -> assertThat(seen)
                    .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList()));
        }
    }

    @Test
    void aSinkThatThrowsCostsOnlyItsOwnEvent() {
        // Given
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        try (FakeHomeAssistant server = FakeHomeAssistant.answering(vertx, (socket, command) -> {
            String event = "{\"id\":" + command.getInteger("id") + ",\"type\":\"event\",\"event\":";
            socket.writeTextMessage(
                    "[" + result(command, "null") + "," + event + "1}," + event + "2}," + event + "3}]");
        })) {
            HomeAssistantSocket socket = open(server);

            // When
            Await.result(socket.subscribe(new JsonObject().put("type", "subscribe_events"), event -> {
                if (event.asInt() == 2) {
                    throw new IllegalStateException("a fault that belongs to this test");
                }
                seen.add(event.asInt());
            }));

            // Then
            await().untilAsserted(() -> assertThat(seen).containsExactly(1, 3));
        }
    }

    private HomeAssistantSocket open(FakeHomeAssistant fake) {
        return Await.result(HomeAssistantSocket.connect(vertx, fake.settings()));
    }

    private static void assertFails(ThrowingCallable call, Kind kind, String... words) {
        assertThatThrownBy(call)
                .asInstanceOf(type(HomeAssistantException.class))
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(kind);
                    assertThat(fault).hasMessageContainingAll(words).hasMessageNotContaining(FakeHomeAssistant.TOKEN);
                    assertThat(fault.getMessage()).doesNotContain("\n");
                });
    }
}
