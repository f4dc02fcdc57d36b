package io.homeiq.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.EventType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults put into the samples one by one: schema and code must both notice each. */
class MutationTest {

    private static final SchemaShelf SHELF = new SchemaShelf();

    private final WireJson json = new WireJson();
    private final EventCodec events = new EventCodec(json);
    private final CommandCodec commands = new CommandCodec(json);

    @ParameterizedTest
    @EnumSource
    void noFaultInTheDataOfAnEventGoesUnnoticed(EventType type) {
        List<String> unnoticed = new ArrayList<>();
        int tried = 0;
        for (Path sample : SHELF.samples("event/" + type.wireName())) {
            JsonNode message = SHELF.tree(sample);
            for (Mutation mutation : Mutation.of(message.path("data"), type.data())) {
                tried++;
                if (SHELF.faults("event/" + type.wireName(), mutation.document())
                        .isEmpty()) {
                    unnoticed.add("by the schema: " + mutation);
                }
                ObjectNode changed = message.deepCopy();
                changed.set("data", mutation.document());
                if (decode(changed) instanceof Decoded.Readable) {
                    unnoticed.add("by the codec: " + mutation);
                }
            }
        }

        assertThat(unnoticed).isEmpty();
        assertThat(tried).as("mutations tried").isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void noFaultInACommandGoesUnnoticed(CommandType type) {
        List<String> unnoticed = new ArrayList<>();
        for (Path sample : SHELF.samples("command/" + type.wireName())) {
            for (Mutation mutation : Mutation.of(SHELF.tree(sample), type.data())) {
                if (SHELF.faults("command/" + type.wireName(), mutation.document())
                        .isEmpty()) {
                    unnoticed.add("by the schema: " + mutation);
                }
                byte[] payload = mutation.document().toString().getBytes(StandardCharsets.UTF_8);
                if (commands.decode(type, payload) instanceof DecodedCommand.Readable) {
                    unnoticed.add("by the codec: " + mutation);
                }
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    @Test
    void noFieldOfTheEnvelopeCanBeLeftOutByTheSchema() {
        JsonNode message = SHELF.tree(SHELF.samples("event/state.changed").getFirst());

        message.fieldNames().forEachRemaining(field -> {
            ObjectNode changed = message.deepCopy();
            changed.remove(field);
            assertThat(SHELF.faults("envelope", changed)).as("without " + field).isNotEmpty();
        });
    }

    @Test
    void everyFieldThatAFileRequiresIsMissed() {
        List<String> unnoticed = new ArrayList<>();
        for (String name : SHELF.schemas().keySet()) {
            for (Path sample : name.startsWith("file/") ? SHELF.samples(name) : List.<Path>of()) {
                JsonNode document = SHELF.tree(sample);
                SHELF.resolve(name, "#").path("required").forEach(field -> {
                    ObjectNode changed = document.deepCopy();
                    changed.set(field.asText() + "x", changed.remove(field.asText()));
                    if (SHELF.faults(name, changed).isEmpty()) {
                        unnoticed.add(name + " without " + field.asText());
                    }
                });
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    private Decoded decode(JsonNode message) {
        return events.decode(message.toString().getBytes(StandardCharsets.UTF_8));
    }
}
