package io.homeiq.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedPartsTest {

    private static final Map<String, Object> DONE = Map.of("description", "It is done.");

    private final SharedParts shared = new SharedParts(
            Tree.object(Map.of(
                    "x-every-operation", Map.of("responses", Map.of("400", DONE), "parameters", List.of("id")),
                    "x-every-body", Map.of("responses", Map.of("415", DONE)),
                    "x-every-locked-operation", Map.of("responses", Map.of("401", DONE)),
                    "x-every-own-operation", Map.of("responses", Map.of("503", DONE)),
                    "x-every-answer", Map.of("headers", Map.of("X-Request-Id", "told")))),
            Set.of("/things"));

    @Test
    void addsWhatHoldsForAllOperations() {
        // When
        Map<String, @Nullable Object> operation = added("/health", Map.of("responses", Map.of("200", DONE)));

        // Then
        assertThat(answers(operation)).containsOnlyKeys("200", "400", "401");
        assertThat(operation).containsEntry("parameters", List.of("id"));
    }

    @Test
    void addsWhatHoldsForBodiesAndForTheServiceAlone() {
        // When
        Map<String, @Nullable Object> operation =
                added("/things", Map.of("requestBody", Map.of(), "responses", Map.of("200", DONE)));

        // Then
        assertThat(answers(operation)).containsOnlyKeys("200", "400", "401", "415", "503");
    }

    @Test
    void tellsNoRefusalWithoutAKeyWhereNoneIsWanted() {
        // When
        Map<String, @Nullable Object> operation =
                added("/health", Map.of("security", List.of(), "responses", Map.of("200", DONE)));

        // Then
        assertThat(answers(operation)).doesNotContainKey("401");
    }

    @Test
    void letsAnOperationSayItBetter() {
        // Given
        Map<String, Object> better = Map.of("description", "The limit is wrong.");

        // When
        Map<String, @Nullable Object> operation = added("/things", Map.of("responses", Map.of("400", better)));

        // Then
        assertThat(Tree.object(answers(operation).get("400")))
                .containsEntry("description", "The limit is wrong.")
                .containsKey("headers");
    }

    private Map<String, @Nullable Object> added(String path, Map<String, Object> operation) {
        Map<String, @Nullable Object> paths = shared.addTo(Tree.object(Map.of(path, Map.of("get", operation))));
        return Tree.object(Tree.object(paths.get(path)).get("get"));
    }

    private static Map<String, @Nullable Object> answers(Map<String, @Nullable Object> operation) {
        return Tree.object(operation.get("responses"));
    }
}
