package io.homeiq.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.DeadLetter;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.file.AttributionLine;
import io.homeiq.contracts.file.PatternsFile;
import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.file.SuggestionsFile;
import io.homeiq.contracts.file.TruthFile;
import io.homeiq.contracts.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples beside the schemas and beside the code that reads and writes them. */
class SamplesTest {

    private static final SchemaShelf SHELF = new SchemaShelf();

    private final WireJson json = new WireJson();
    private final ObjectMapper mapper = json.mapper();
    private final EventCodec events = new EventCodec(json);
    private final CommandCodec commands = new CommandCodec(json);

    static Stream<Path> samples() {
        return SchemaShelf.allSamples().stream();
    }

    static Stream<Path> eventSamples() {
        return samples().filter(sample -> SchemaShelf.schemaOf(sample).startsWith("event/"));
    }

    static Stream<Path> commandSamples() {
        return samples().filter(sample -> SchemaShelf.schemaOf(sample).startsWith("command/"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitsItsSchema(Path sample) {
        String name = SchemaShelf.schemaOf(sample);
        JsonNode document = SHELF.tree(sample);

        if (name.startsWith("event/")) {
            assertThat(SHELF.faults("envelope", document)).isEmpty();
            assertThat(SHELF.faults(name, document.path("data"))).isEmpty();
        } else {
            assertThat(SHELF.faults(name, document)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("eventSamples")
    void eventIsReadAndWrittenAgainUnchanged(Path sample) throws IOException {
        // Given
        byte[] message = Files.readAllBytes(sample);

        // When
        Decoded decoded = events.decode(message);

        // Then
        assertThat(decoded).isInstanceOf(Decoded.Readable.class);
        if (decoded instanceof Decoded.Readable readable) {
            assertThat(readable.event().type().wireName())
                    .isEqualTo(SchemaShelf.schemaOf(sample).substring("event/".length()));
            assertThat(mapper.readTree(events.encode(readable.event()))).isEqualTo(mapper.readTree(message));
        }
    }

    @ParameterizedTest
    @MethodSource("commandSamples")
    void commandIsReadAndWrittenAgainUnchanged(Path sample) throws IOException {
        // Given
        byte[] payload = Files.readAllBytes(sample);
        CommandType type = CommandType.named(SchemaShelf.schemaOf(sample).substring("command/".length()))
                .orElseThrow();

        // When
        DecodedCommand decoded = commands.decode(type, payload);

        // Then
        assertThat(decoded).isInstanceOf(DecodedCommand.Readable.class);
        if (decoded instanceof DecodedCommand.Readable readable) {
            assertThat(mapper.readTree(commands.encode(readable.command()))).isEqualTo(mapper.readTree(payload));
        }
    }

    @Test
    void rulesAndDeadLettersAreReadAndWrittenAgainUnchanged() throws IOException {
        for (Path sample : SHELF.samples("rule")) {
            Rule rule = json.read(Files.readAllBytes(sample), Rule.class);
            assertThat(mapper.readTree(json.toBytes(rule))).isEqualTo(SHELF.tree(sample));
        }
        for (Path sample : SHELF.samples("dead-letter")) {
            DeadLetter letter = json.read(Files.readAllBytes(sample), DeadLetter.class);
            assertThat(mapper.readTree(json.toBytes(letter))).isEqualTo(SHELF.tree(sample));
        }
    }

    @Test
    void filesAreReadAndWrittenAgainUnchanged() throws IOException {
        Map<String, Class<?>> files = Map.of(
                "file/suggestions", SuggestionsFile.class,
                "file/patterns", PatternsFile.class,
                "file/attribution", AttributionLine.class,
                "file/query", QueryReply.class,
                "file/truth", TruthFile.class);
        for (Map.Entry<String, Class<?>> file : files.entrySet()) {
            for (Path sample : SHELF.samples(file.getKey())) {
                Object read = json.read(Files.readAllBytes(sample), file.getValue());
                assertThat(mapper.readTree(json.toBytes(read))).isEqualTo(SHELF.tree(sample));
            }
        }
    }

    @Test
    void samplesOfOneSchemaDiffer() {
        for (EventType type : EventType.values()) {
            assertThat(SHELF.samples("event/" + type.wireName()))
                    .extracting(sample -> SHELF.tree(sample).path("data"))
                    .doesNotHaveDuplicates();
        }
    }
}
