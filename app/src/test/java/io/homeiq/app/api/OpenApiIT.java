package io.homeiq.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.settings.Role;
import io.homeiq.service.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the services tell of themselves in OpenAPI is so, and all of it. */
class OpenApiIT {

    /** They need a Home Assistant that has loaded an automation; without one they answer 409, which is walked too. */
    private static final Set<String> NEED_A_HOME_ASSISTANT = Set.of(
            "automation POST /api/deploy/automations/{id}/enable",
            "automation POST /api/deploy/automations/{id}/disable",
            "automation POST /api/deploy/automations/{id}/trigger");

    /** What a client cannot bring about by what it sends. */
    private static final Set<Problem.Kind> NOT_BY_CLIENTS = EnumSet.of(
            Problem.Kind.EXPECTATION_FAILED,
            Problem.Kind.UNAUTHORIZED,
            Problem.Kind.INTERNAL,
            Problem.Kind.BAD_GATEWAY,
            Problem.Kind.UNAVAILABLE,
            Problem.Kind.TIMEOUT,
            Problem.Kind.STORAGE_FULL);

    private static final String KEY = "a-key-of-the-walk-0123456789";

    @TempDir
    static Path folder;

    private static ApiClient client;
    private static ServedHome home;

    @BeforeAll
    static void start() throws IOException {
        client = new ApiClient(16);
        home = ServedHome.withHabits(folder, client);
    }

    @AfterAll
    static void stop() {
        home.close();
        client.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whatIsListedIsDocumentedAndNothingElse(Role role) {
        // When
        List<String> documented =
                home.document(role).operations().stream().map(Operation::name).toList();

        // Then
        JsonArray listed = home.get(role, "/").getJsonArray("endpoints");
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        listed.stream().map(String::valueOf).toList());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyExampleFitsItsSchema(Role role) {
        // Given
        SchemaCheck schemas = new SchemaCheck(home.document(role));
        List<String> wrong = new ArrayList<>();

        // When
        for (Operation operation : home.document(role).operations()) {
            operation.answers().forEach((status, answer) -> {
                JsonObject content = answer.getJsonObject("content", new JsonObject());
                content.fieldNames().stream()
                        .map(content::getJsonObject)
                        .forEach(media -> schemas.faults(media.getJsonObject("schema"), media.getValue("example"))
                                .forEach(fault -> wrong.add(operation + " " + status + " " + fault)));
            });
        }

        // Then
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyOperationIsToldInWords(Role role) {
        assertThat(home.document(role).operations()).allSatisfy(operation -> {
            assertThat(operation.described().getString("operationId"))
                    .as(operation.name())
                    .isNotBlank();
            assertThat(operation.described().getString("summary"))
                    .as(operation.name())
                    .endsWith(".");
            assertThat(operation.described().getJsonArray("tags"))
                    .as(operation.name())
                    .hasSize(1);
        });
        assertThat(home.document(role).operations().stream()
                        .map(operation -> operation.described().getString("operationId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyOperationAnswersAsDocumented() {
        // Given
        Walker walker = new Walker(home, client);

        // When
        new SuccessWalk(walker, new RealIds(home, client)).run();

        // Then
        assertThat(walker.faults()).isEmpty();
        Set<String> all = new TreeSet<>(NEED_A_HOME_ASSISTANT);
        all.addAll(walker.wentWell());
        for (Role role : Role.values()) {
            assertThat(all)
                    .containsAll(walker.operations(role).stream()
                            .map(Operation::toString)
                            .toList());
        }
    }

    @Test
    void everyRefusalIsAsDocumented() {
        // Given
        Walker walker = new Walker(home, client);

        // When
        for (Role role : Role.values()) {
            new ErrorWalk(walker, client).run(role);
        }
        new StateWalk(walker, client).run();

        // Then
        assertThat(walker.faults()).isEmpty();
        assertThat(walker.kinds()).containsAll(EnumSet.complementOf(EnumSet.copyOf(NOT_BY_CLIENTS)));
    }

    @Test
    void nothingButHealthIsToldWithoutTheKey(@TempDir Path guarded) {
        // Given
        List<String> open = new ArrayList<>();
        try (ServedHome locked = ServedHome.empty(guarded, KEY, client)) {
            for (Role role : Role.values()) {
                AnswerCheck check = new AnswerCheck(home.document(role));
                for (Operation operation : home.document(role).operations()) {
                    String uri = RealIds.filled(operation.path(), "nobody");

                    // When
                    Answer answer = client.ask(locked.url(role), new Sent(operation.method(), uri, Map.of(), null));

                    // Then
                    boolean isHealth = operation.path().startsWith("/health/");
                    boolean fits = isHealth
                            ? answer.isGood()
                            : answer.status() == 401
                                    && check.faults(operation, answer).isEmpty();
                    if (!fits) {
                        open.add(operation + ": " + answer);
                    }
                }
                Sent shown = new Sent("GET", "/", Map.of("Authorization", "Bearer " + KEY), null);
                assertThat(client.ask(locked.url(role), shown).status()).isEqualTo(200);
            }
        }
        assertThat(open).isEmpty();
    }
}
