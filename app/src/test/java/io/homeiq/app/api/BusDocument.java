package io.homeiq.app.api;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The AsyncAPI document as a service serves it: which topics there are, and what may be said there. */
final class BusDocument {

    private final OpenApiDocument document;
    private final SchemaCheck check;
    private final Map<String, Pattern> topics = new LinkedHashMap<>();

    private BusDocument(OpenApiDocument document) {
        this.document = document;
        this.check = new SchemaCheck(document);
        JsonObject channels = part("channels");
        channels.fieldNames().forEach(name -> topics.put(name, pattern(channels.getJsonObject(name))));
    }

    static BusDocument parse(String yaml) {
        return new BusDocument(OpenApiDocument.parse("bus", yaml));
    }

    private static Pattern pattern(JsonObject channel) {
        String address = channel.getString("address").replace(".", "\\.");
        return Pattern.compile(address.replaceAll("\\{\\w+}", "[a-z0-9_-]+"));
    }

    private JsonObject part(String name) {
        return document.root().getJsonObject(name);
    }

    private JsonObject message(String channel) {
        return document.root()
                .getJsonObject("components")
                .getJsonObject("messages")
                .getJsonObject(channel);
    }

    /** The channel that a topic belongs to. */
    Optional<String> channelOf(String topic) {
        return topics.entrySet().stream()
                .filter(channel -> channel.getValue().matcher(topic).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What is wrong with what was said on a channel; empty if nothing. */
    List<String> faults(String channel, String payload) {
        JsonObject message = message(channel);
        boolean plain = message.getString("contentType").equals("text/plain");
        try {
            return check.faults(message.getJsonObject("payload"), plain ? payload : Json.decodeValue(payload));
        } catch (DecodeException e) {
            return List.of("no JSON: " + e.getMessage());
        }
    }

    /** What is wrong with the examples of all messages. */
    List<String> faultyExamples() {
        List<String> faulty = new ArrayList<>();
        topics.keySet()
                .forEach(channel -> message(channel).getJsonArray("examples").forEach(example -> {
                    Object payload = ((JsonObject) example).getValue("payload");
                    check.faults(message(channel).getJsonObject("payload"), payload)
                            .forEach(fault -> faulty.add(channel + ": " + fault));
                }));
        return faulty;
    }

    /** The channels on which HomeIQ says something today. */
    Set<String> sent() {
        Set<String> sent = new TreeSet<>();
        JsonObject operations = part("operations");
        operations.fieldNames().stream().map(operations::getJsonObject).forEach(operation -> {
            if (operation.getString("action").equals("send") && !operation.getBoolean("x-planned", false)) {
                sent.add(channel(operation));
            }
        });
        return sent;
    }

    /** The channels that nothing is said on yet. */
    Set<String> planned() {
        Set<String> planned = new TreeSet<>();
        JsonObject operations = part("operations");
        operations.fieldNames().stream()
                .map(operations::getJsonObject)
                .filter(operation -> operation.getBoolean("x-planned", false))
                .forEach(operation -> planned.add(channel(operation)));
        return planned;
    }

    private static String channel(JsonObject operation) {
        String reference = operation.getJsonObject("channel").getString("$ref");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
