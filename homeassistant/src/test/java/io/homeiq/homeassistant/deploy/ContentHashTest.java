package io.homeiq.homeassistant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHashTest {

    private static final String TODAY = """
            {"id":"homeiq_1","alias":"Hall","description":"","triggers":[{"trigger":"state","entity_id":"light.a","to":"on"}],
             "conditions":[],"actions":[{"action":"light.turn_on","target":{"entity_id":"light.b"},"data":{"brightness_pct":40}}],
             "mode":"single"}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\":\"single\",\"actions\":[{\"data\":{\"brightness_pct\":40.0},\"target\":{\"entity_id\":\"light.b\"},\"action\":\"light.turn_on\"}],"
                        + "\"triggers\":[{\"to\":\"on\",\"entity_id\":\"light.a\",\"trigger\":\"state\"}],\"alias\":\"Hall\"}",
                "{\"id\":\"homeiq_1\",\"alias\":\"Hall\",\"trigger\":{\"platform\":\"state\",\"entity_id\":\"light.a\",\"to\":\"on\"},"
                        + "\"condition\":[],\"action\":[{\"service\":\"light.turn_on\",\"target\":{\"entity_id\":\"light.b\"},\"data\":{\"brightness_pct\":40}}]}"
            })
    void isTheSameForWhatMeansTheSame(String other) throws JsonProcessingException {
        assertThat(ContentHash.of(tree(other))).isEqualTo(ContentHash.of(tree(TODAY)));
        assertThat(ContentHash.differences(tree(other), tree(TODAY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40>41",
                "light.b>light.c",
                "\"on\">\"off\"",
                "single>restart",
                "Hall>Stairs",
                "\"description\":\"\">\"description\":\"x\""
            })
    void isAnotherOneForEveryChangeByHand(String change) throws JsonProcessingException {
        // Given
        String[] words = change.split(">", -1);

        // When
        Map<String, Object> edited = tree(TODAY.replace(words[0], words[1]));

        // Then
        assertThat(ContentHash.of(edited)).isNotEqualTo(ContentHash.of(tree(TODAY)));
    }

    @Test
    void tellsTheNumberOneFromTheTextOne() {
        assertThat(ContentHash.of(Map.of("variables", Map.of("a", 1))))
                .isNotEqualTo(ContentHash.of(Map.of("variables", Map.of("a", "1"))));
    }

    @Test
    void namesThePartsThatDiffer() throws JsonProcessingException {
        // Given
        Map<String, Object> edited = tree(TODAY.replace("40", "41").replace("single", "restart"));
        edited.put("initial_state", false);

        // When Then
        assertThat(ContentHash.differences(tree(TODAY), edited)).containsExactly("actions", "initial_state", "mode");
    }

    private static Map<String, Object> tree(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json, new TypeReference<>() {});
    }
}
