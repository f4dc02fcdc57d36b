package io.homeiq.contracts.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.json.SchemaShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of {@code docs/events.md}: the same schemas, samples and template always give the same. */
final class EventsPage {

    private final SchemaShelf shelf;
    private final SchemaTables tables;

    EventsPage(SchemaShelf shelf) {
        this.shelf = shelf;
        this.tables = new SchemaTables(shelf);
    }

    String write(String template) {
        String page = template.replace("{{envelope}}", fields("envelope"))
                .replace("{{index}}", index())
                .replace("{{events}}", events())
                .replace("{{commands}}", commands());
        tables.fields("dead-letter", shelf.resolve("dead-letter", "#"));
        return page.replace("{{parts}}", deadLetter() + "\n\n" + tables.parts())
                .replace("{{plain}}", tables.plainTypes());
    }

    private String index() {
        StringBuilder table = new StringBuilder("| type | from | when |\n|---|---|---|\n");
        for (EventType type : EventType.values()) {
            String name = type.wireName();
            table.append("| [`" + name + "`](#" + name.replace(".", "") + ") | ");
            table.append(service(name))
                    .append(" | ")
                    .append(description("event/" + name))
                    .append(" |\n");
        }
        return table.toString().stripTrailing();
    }

    private String events() {
        StringBuilder text = new StringBuilder();
        for (EventType type : EventType.values()) {
            String name = type.wireName();
            text.append("### " + name + "\n\n" + description("event/" + name) + ".\n\n");
            text.append("Topic `homeiq/v1/{home}/event/" + name + "`, from the " + service(name)
                    + " service. Its data:\n\n");
            text.append(fields("event/" + name))
                    .append("\n\n")
                    .append(sample("event/" + name))
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    private String commands() {
        StringBuilder text = new StringBuilder();
        for (CommandType type : CommandType.values()) {
            String name = type.wireName();
            text.append("### " + name + "\n\n" + description("command/" + name) + ". ");
            text.append("Topic `homeiq/v1/{home}/command/" + name + "`.\n\n");
            text.append(fields("command/" + name))
                    .append("\n\n")
                    .append(sample("command/" + name))
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    private String deadLetter() {
        return "### dead letter\n\n" + description("dead-letter") + ".\n\n" + fields("dead-letter") + "\n\n"
                + sample("dead-letter").stripTrailing();
    }

    private String fields(String name) {
        return tables.fields(name, shelf.resolve(name, "#")).stripTrailing();
    }

    private String description(String name) {
        return shelf.resolve(name, "#").path("description").asText();
    }

    /** Who announces it, as its sample says. */
    private String service(String type) {
        JsonNode sample = shelf.tree(shelf.samples("event/" + type).getFirst());
        String source = sample.path("source").asText();
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private String sample(String name) {
        Path file = shelf.samples(name).getFirst();
        try {
            return "```json\n" + Files.readString(file).strip() + "\n```\n";
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
