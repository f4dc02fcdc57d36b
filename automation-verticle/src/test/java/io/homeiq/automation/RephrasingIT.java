package io.homeiq.automation;

import static io.homeiq.automation.ModelServer.failing;
import static io.homeiq.automation.ModelServer.saying;
import static io.homeiq.automation.ModelServer.silent;
import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RephrasingIT {

    private static final String USAGE = "/api/suggestions/rephrasing";
    private static final long PLENTY = 100_000;

    @TempDir
    private Path folder;

    private Station station;
    private ModelServer model;
    private String title;

    @BeforeEach
    void start() {
        station = new Station(folder, new FakeTarget());
        station.detected(proven("lamp"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(station.get("/api/suggestions/list")
                                .path("count")
                                .asInt())
                        .isEqualTo(1));
        title = suggestion().path("title").asText();
        model = new ModelServer(station.vertx, silent());
    }

    @AfterEach
    void close() {
        model.close();
        station.close();
    }

    private JsonNode suggestion() {
        return station.get("/api/suggestions/sug_lamp");
    }

    private JsonNode usage() {
        return station.get(USAGE);
    }

    private void untilUsage(String field, long value) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(usage().path(field).asLong()).isEqualTo(value));
    }

    @Test
    void missesNothingWithoutAModel() {
        assertThat(usage().path("enabled").asBoolean()).isFalse();
        assertThat(usage().path("tokens_used").asLong()).isZero();
        assertThat(suggestion().has("original_title")).isFalse();
    }

    @Test
    void showsOtherWordsAndKeepsOurOwn() {
        // Given
        String automation = suggestion().path("automation").toString();
        model.from(saying(title + ", as you do", "You do this by hand anyway."));

        // When
        station.restartWith(model.settings(PLENTY));

        // Then
        untilUsage("taken", 1);
        JsonNode shown = suggestion();
        assertThat(shown.path("title").asText()).isEqualTo(title + ", as you do");
        assertThat(shown.path("description").asText()).isEqualTo("You do this by hand anyway.");
        assertThat(shown.path("original_title").asText()).isEqualTo(title);
        assertThat(shown.path("automation").toString()).isEqualTo(automation);
        assertThat(usage().path("tokens_used").asLong()).isEqualTo(321);
        assertThat(station.get("/api/suggestions/list")
                        .at("/suggestions/0/title")
                        .asText())
                .isEqualTo(title + ", as you do");
    }

    @Test
    void keepsOurOwnBesideThemThoughTheModelSaysTheSame() {
        // Given
        String description = suggestion().path("description").asText();
        model.from(saying(title, description));

        // When
        station.restartWith(model.settings(PLENTY));

        // Then
        untilUsage("taken", 1);
        assertThat(suggestion().path("title").asText()).isEqualTo(title);
        assertThat(suggestion().path("original_title").asText()).isEqualTo(title);
    }

    @Test
    void asksOnceForTheSameWords() {
        // Given
        model.from(saying(title + ", as you do", "You do this by hand anyway."));
        station.restartWith(model.settings(PLENTY));
        untilUsage("taken", 1);

        // When
        station.restartWith(model.settings(PLENTY));

        // Then
        untilUsage("taken", 1);
        assertThat(suggestion().path("original_title").asText()).isEqualTo(title);
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void showsThemOnTheDeviceToo() {
        // Given
        model.from(saying(title + ", as you do", "You do this by hand anyway."));
        station.restartWith(model.settings(PLENTY));
        untilUsage("taken", 1);

        // When
        station.restartWith(model.settings(PLENTY));

        // Then
        DeviceView view = new DeviceView(station);
        await().untilAsserted(() ->
                assertThat(view.state().at("/best/title").asText()).isEqualTo(title + ", as you do"));
        assertThat(view.state().at("/best/description").asText()).isEqualTo("You do this by hand anyway.");
        assertThat(view.state().at("/suggestions/0/title").asText()).isEqualTo(title + ", as you do");
    }

    @Test
    void discardsWhatTellsAnotherRule() {
        // Given
        model.from(saying(title.replace("on", "off"), "It saves energy."));

        // When
        station.restartWith(model.settings(PLENTY));

        // Then
        untilUsage("discarded", 1);
        assertThat(suggestion().path("title").asText()).isEqualTo(title);
        assertThat(suggestion().has("original_title")).isFalse();
        assertThat(usage().path("tokens_used").asLong()).isEqualTo(321);
    }

    @Test
    void discardsWhatItCannotRead() {
        // Given
        model.from(saying("Sure! Here is a nicer title."));

        // When
        station.restartWith(model.settings(PLENTY));

        // Then
        untilUsage("discarded", 1);
        assertThat(suggestion().path("title").asText()).isEqualTo(title);
    }

    @Test
    void asksNothingBeyondTheBudget() {
        // When
        station.restartWith(model.settings(999));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(usage().path("problem").asText()).contains("999 tokens"));
        assertThat(model.asked).isEmpty();
        assertThat(usage().path("tokens_used").asLong()).isZero();
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void keepsOurWordsWhileTheModelMisbehaves(Consumer<HttpServerRequest> manner, String told, long tokens) {
        // Given
        model.from(manner);

        // When
        station.restartWith(model.settings(PLENTY));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(usage().path("problem").asText()).contains(told));
        assertThat(usage().toString()).doesNotContain(ModelServer.KEY);
        assertThat(usage().path("tokens_used").asLong()).isEqualTo(tokens);
        assertThat(suggestion().path("title").asText()).isEqualTo(title);
        assertThat(model.asked).hasSize(1);
    }

    private static Stream<Arguments> misbehaviours() {
        return Stream.of(
                Arguments.of(Named.of("too much to do", failing(429)), "429", 0),
                Arguments.of(Named.of("a fault of its own", failing(500)), "500", 0),
                Arguments.of(Named.of("a wrong key", failing(401)), "OPENAI_API_KEY", 0),
                // It may have worked all the same, so what was set aside stays spent.
                Arguments.of(Named.of("silence", silent()), "gives no answer", 1_000));
    }
}
