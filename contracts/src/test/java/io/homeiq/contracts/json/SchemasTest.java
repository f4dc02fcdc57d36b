package io.homeiq.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.DeadLetter;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.file.AttributionLine;
import io.homeiq.contracts.file.PatternsFile;
import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.file.SuggestionsFile;
import io.homeiq.contracts.file.TruthFile;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.suggestion.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas as documents, and beside the records that they describe. */
class SchemasTest {

    private static final SchemaShelf SHELF = new SchemaShelf();

    static Stream<String> names() {
        return SHELF.schemas().keySet().stream();
    }

    static Stream<Arguments> schemasOfRecords() {
        Stream<Arguments> events =
                Stream.of(EventType.values()).map(type -> Arguments.of("event/" + type.wireName(), type.data()));
        Stream<Arguments> commands =
                Stream.of(CommandType.values()).map(type -> Arguments.of("command/" + type.wireName(), type.data()));
        Stream<Arguments> others = Stream.of(
                Arguments.of("rule", Rule.class),
                Arguments.of("pattern", Pattern.class),
                Arguments.of("suggestion", Suggestion.class),
                Arguments.of("dead-letter", DeadLetter.class),
                Arguments.of("file/suggestions", SuggestionsFile.class),
                Arguments.of("file/patterns", PatternsFile.class),
                Arguments.of("file/attribution", AttributionLine.class),
                Arguments.of("file/query", QueryReply.class),
                Arguments.of("file/truth", TruthFile.class));
        return Stream.of(events, commands, others).flatMap(arguments -> arguments);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isNamedAsItsFile(String name) {
        JsonNode schema = SHELF.resolve(name, "#");

        assertThat(schema.path("$id").asText()).isEqualTo(SchemaShelf.urn(name));
        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @ParameterizedTest
    @MethodSource("names")
    void refersOnlyToWhatIsThere(String name) {
        SHELF.resolve(name, "#")
                .findValuesAsText("$ref")
                .forEach(reference -> assertThat(SHELF.resolve(name, reference).isMissingNode())
                        .as(name + " refers to " + reference + ", which is not there")
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("names")
    void requiresOnlyWhatItDescribes(String name) {
        // Given
        List<String> undescribed = new ArrayList<>();

        // When
        collectUndescribed(SHELF.resolve(name, "#"), undescribed);

        // Then
        assertThat(undescribed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfEventHasASchemaAndTwoSamples(EventType type) {
        assertThat(SHELF.schemas()).containsKey("event/" + type.wireName());
        assertThat(SHELF.samples("event/" + type.wireName())).hasSizeGreaterThanOrEqualTo(2);
        assertThat(Schemas.urn(type)).isEqualTo(SchemaShelf.urn("event/" + type.wireName()));
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandHasASchemaAndTwoSamplesUnlessItHasNothingToSay(CommandType type) {
        int needed = type.data() == Command.RunAnalysis.class ? 1 : 2;

        assertThat(SHELF.schemas()).containsKey("command/" + type.wireName());
        assertThat(SHELF.samples("command/" + type.wireName())).hasSizeGreaterThanOrEqualTo(needed);
        assertThat(Schemas.urn(type)).isEqualTo(SchemaShelf.urn("command/" + type.wireName()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule",
                "dead-letter",
                "file/events",
                "file/registry",
                "file/automation",
                "file/suggestions",
                "file/patterns",
                "file/attribution",
                "file/truth",
                "file/replay",
                "file/case",
                "file/case-answer"
            })
    void everyFileHasASchemaAndTwoSamples(String name) {
        assertThat(SHELF.schemas()).containsKey(name);
        assertThat(SHELF.samples(name)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everySampleBelongsToASchema() {
        assertThat(SchemaShelf.allSamples())
                .allSatisfy(sample -> assertThat(SHELF.schemas()).containsKey(SchemaShelf.schemaOf(sample)));
    }

    @ParameterizedTest
    @MethodSource("schemasOfRecords")
    void saysWhatTheRecordSays(String name, Class<?> type) {
        assertThat(new SchemaComparison(SHELF).differences(type, name)).isEmpty();
    }

    private static void collectUndescribed(JsonNode schema, List<String> undescribed) {
        if (schema.path("properties").isObject() && schema.path("required").isArray()) {
            schema.path("required").forEach(field -> {
                if (!schema.path("properties").has(field.asText())) {
                    undescribed.add(field.asText());
                }
            });
        }
        schema.forEach(child -> collectUndescribed(child, undescribed));
    }
}
