package io.homeiq.contracts.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.json.SchemaShelf;
import io.homeiq.contracts.json.Schemas;
import java.util.List;

/**
 * The text of {@code docs/asyncapi.yaml}: every topic of the bus with its messages, as HomeIQ sees them. The same schemas and samples always give the
 * same.
 */
final class AsyncApiDocument {

    private static final String HEAD = """
            # Made from the schemas and samples in contracts/src/main/resources; change those, then regenerate:
            # mvn -pl contracts test -Dtest=AsyncApiDocumentTest -Dhomeiq.regenerate=true
            """;
    private static final String ROOT = "homeiq/v1/{home}/";

    /** What stands retained on a topic of its own. */
    private static final List<String> STATES = List.of("suggestions", "bridge");

    /** What the device in Home Assistant lives on; all but its news stands retained. */
    private static final List<String> DEVICE = List.of("state", "presence", "news");

    private final SchemaShelf shelf;
    private final GatheredSchemas schemas;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode channels = JsonNodeFactory.instance.objectNode();
    private final ObjectNode operations = JsonNodeFactory.instance.objectNode();
    private final ObjectNode messages = JsonNodeFactory.instance.objectNode();

    AsyncApiDocument(SchemaShelf shelf) {
        this.shelf = shelf;
        this.schemas = new GatheredSchemas(shelf);
    }

    String write() {
        head();
        for (EventType type : EventType.values()) {
            add(new Told("event", "event/" + type.wireName(), "announce", event(type)));
        }
        for (CommandType type : CommandType.values()) {
            String name = "command/" + type.wireName();
            add(new Told("command", name, "obey", schemas.reference(name)));
        }
        for (String state : STATES) {
            add(new Told("state", "state/" + state, "show", schemas.reference("state/" + state)));
        }
        for (String name : DEVICE) {
            add(new Told("device", "device/" + name, "show", schemas.reference("device/" + name)));
        }
        add(new Told("dead-letter", "dead-letter", "put-aside", schemas.reference("dead-letter")));
        document.set("channels", channels);
        document.set("operations", operations);
        ObjectNode components = document.putObject("components");
        components.set("messages", messages);
        components.set("schemas", schemas.all());
        parameters(components.putObject("parameters"));
        return HEAD + YamlText.of(document);
    }

    /** @param name of its schema and its samples */
    private record Told(String kind, String name, String verb, ObjectNode payload) {

        String key() {
            return name.replace('/', '.');
        }

        boolean isCommand() {
            return kind.equals("command");
        }

        boolean isState() {
            return kind.equals("state") || kind.equals("device") && !name.equals("device/news");
        }

        boolean isDeadLetter() {
            return kind.equals("dead-letter");
        }
    }

    private void head() {
        document.put("asyncapi", "3.0.0");
        document.put("id", "urn:homeiq:bus:1");
        ObjectNode info = document.putObject("info");
        info.put("title", "HomeIQ on the bus");
        info.put("version", "1");
        info.put(
                "description",
                "What HomeIQ announces on the home's own MQTT broker, and the commands that it takes there. Delivered at least once,"
                        + " with quality of service 1; a message has at most 64 KiB. Fields may be added at any time:"
                        + " ignore what you do not know. What is marked x-planned is not sent yet.");
        info.putObject("license").put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("home")
                .put("host", "localhost:1883")
                .put("protocol", "mqtt")
                .put("protocolVersion", "3.1.1")
                .put("description", "The broker of the home, or the one inside HomeIQ");
    }

    private ObjectNode event(EventType type) {
        String name = "event/" + type.wireName();
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        ArrayNode parts = whole.putArray("allOf");
        parts.add(schemas.reference("envelope"));
        ObjectNode properties = parts.addObject().put("type", "object").putObject("properties");
        properties.putObject("type").put("const", type.wireName());
        properties.putObject("dataschema").put("const", Schemas.urn(type));
        properties.set("data", schemas.reference(name));
        return whole;
    }

    private void add(Told told) {
        JsonNode schema = shelf.resolve(told.name(), "#");
        String address = ROOT + told.name() + (told.isDeadLetter() ? "/{service}" : "");
        ObjectNode channel = channels.putObject(told.key());
        channel.put("address", address);
        channel.put("description", sentence(schema));
        channel.putObject("messages").putObject(told.key()).put("$ref", "#/components/messages/" + told.key());
        ObjectNode parameters = channel.putObject("parameters");
        parameters.putObject("home").put("$ref", "#/components/parameters/home");
        if (told.isDeadLetter()) {
            parameters.putObject("service").put("$ref", "#/components/parameters/service");
        }
        operation(told, schema);
        message(told, schema);
    }

    private void operation(Told told, JsonNode schema) {
        ObjectNode operation = operations.putObject(told.verb() + (told.isDeadLetter() ? "" : "." + told.key()));
        operation.put("action", told.isCommand() ? "receive" : "send");
        operation.putObject("channel").put("$ref", "#/channels/" + told.key());
        operation.put("summary", sentence(schema));
        if (told.kind().equals("event")) {
            operation.putArray("tags").addObject().put("name", service(told.name()));
        }
        operation
                .putObject("bindings")
                .putObject("mqtt")
                .put("qos", 1)
                .put("retain", told.isState())
                .put("bindingVersion", "0.2.0");
        operation.putArray("messages").addObject().put("$ref", "#/channels/" + told.key() + "/messages/" + told.key());
        markPlanned(schema, operation);
    }

    private void message(Told told, JsonNode schema) {
        ObjectNode message = messages.putObject(told.key());
        message.put("name", told.key());
        message.put("title", schema.path("title").asText());
        message.put("summary", sentence(schema));
        message.put("contentType", schema.has("enum") ? "text/plain" : "application/json");
        markPlanned(schema, message);
        message.set("payload", told.payload());
        ArrayNode examples = message.putArray("examples");
        shelf.samples(told.name()).forEach(sample -> examples.addObject().set("payload", shelf.tree(sample)));
        schema.path("enum").forEach(word -> examples.addObject().set("payload", word));
    }

    private static void markPlanned(JsonNode schema, ObjectNode where) {
        if (schema.path("x-planned").asBoolean()) {
            where.put("x-planned", true);
        }
    }

    private static void parameters(ObjectNode parameters) {
        ObjectNode home = parameters.putObject("home");
        home.put("description", "The id of the home: 1 to 64 lower-case letters, digits, dashes and underscores");
        home.put("default", "home");
        ObjectNode service = parameters.putObject("service");
        service.put("description", "The service that could not take the message in");
        ArrayNode services = service.putArray("enum");
        List.of("data", "pattern", "training", "query", "automation").forEach(services::add);
    }

    /** Who announces it, as its sample says. */
    private String service(String name) {
        String source =
                shelf.tree(shelf.samples(name).getFirst()).path("source").asText();
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private static String sentence(JsonNode schema) {
        return schema.path("description").asText();
    }
}
