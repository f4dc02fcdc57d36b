package io.homeiq.contracts.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.json.SchemaShelf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes schemas as Markdown tables, and remembers which other parts they refer to, so that these are told once. */
final class SchemaTables {

    private record Place(String document, JsonNode schema) {}

    private final SchemaShelf shelf;
    private final Map<String, Place> open = new LinkedHashMap<>();
    private final Set<String> told = new LinkedHashSet<>();
    private final Map<String, String> plain = new TreeMap<>();

    SchemaTables(SchemaShelf shelf) {
        this.shelf = shelf;
    }

    /** The fields of an object, one a row. */
    String fields(String document, JsonNode schema) {
        if (schema.path("properties").isEmpty()) {
            return "No fields.\n";
        }
        StringBuilder table = new StringBuilder("| field | type | required | meaning |\n|---|---|---|---|\n");
        Set<String> required = texts(schema.path("required"));
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            table.append("| `").append(field.getKey()).append("` | ");
            table.append(type(new Place(document, field.getValue()))).append(" | ");
            table.append(required.contains(field.getKey()) ? "yes" : "").append(" | ");
            table.append(meaning(new Place(document, field.getValue()))).append(" |\n");
        }
        return table.toString();
    }

    /** All parts that were referred to since, and what these refer to in turn, each under a heading of its own. */
    String parts() {
        StringBuilder text = new StringBuilder();
        Deque<Map.Entry<String, Place>> queue = new ArrayDeque<>(open.entrySet());
        open.clear();
        while (!queue.isEmpty()) {
            Map.Entry<String, Place> part = queue.poll();
            if (told.add(part.getKey())) {
                text.append(part(part.getKey(), part.getValue())).append('\n');
                queue.addAll(open.entrySet());
                open.clear();
            }
        }
        return text.toString().stripTrailing();
    }

    /** The forms of text and number that were named since. */
    String plainTypes() {
        return plain.entrySet().stream()
                .map(type -> "| " + type.getKey() + " | " + type.getValue() + " |\n")
                .collect(Collectors.joining("", "| type | form |\n|---|---|\n", ""))
                .stripTrailing();
    }

    private String part(String title, Place place) {
        JsonNode schema = place.schema();
        String head =
                "### " + title + "\n\n" + sentence(schema.path("description").asText()) + "\n\n";
        if (!schema.has("oneOf")) {
            return head + fields(place.document(), schema);
        }
        StringBuilder text = new StringBuilder(head);
        for (JsonNode choice : schema.path("oneOf")) {
            text.append("**").append(choice.path("title").asText()).append("**: ");
            text.append(choice.path("description").asText()).append("\n\n");
            text.append(fields(place.document(), choice)).append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private String type(Place place) {
        JsonNode schema = place.schema();
        if (schema.has("const")) {
            return "`" + schema.path("const").asText() + "`";
        }
        if (schema.has("enum")) {
            return texts(schema.path("enum")).stream()
                    .map(word -> "`" + word + "`")
                    .collect(Collectors.joining(", "));
        }
        if (schema.has("$ref")) {
            return typeOfTarget(target(place));
        }
        return switch (schema.path("type").asText()) {
            case "array" -> "list of " + type(new Place(place.document(), schema.path("items")));
            case "string" -> "text";
            case "integer" -> "whole number";
            default -> schema.path("type").asText();
        };
    }

    private String typeOfTarget(Place target) {
        JsonNode schema = target.schema();
        String title = schema.path("title").asText();
        if (schema.has("properties") || schema.has("oneOf")) {
            open.putIfAbsent(title, target);
            return "[" + title + "](#" + title.replace(' ', '-') + ")";
        }
        if (schema.has("enum") || schema.path("type").asText().equals("array")) {
            return type(target);
        }
        if (schema.has("$ref")) {
            return typeOfTarget(target(target));
        }
        plain.put(title, schema.path("description").asText());
        return title;
    }

    private String meaning(Place place) {
        JsonNode schema = place.schema();
        if (schema.has("description") || !schema.has("$ref")) {
            return schema.has("const") && !schema.has("description")
                    ? "tells it from the others"
                    : schema.path("description").asText();
        }
        return meaning(target(place));
    }

    private Place target(Place place) {
        String reference = place.schema().path("$ref").asText();
        return new Place(shelf.documentOf(place.document(), reference), shelf.resolve(place.document(), reference));
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static Set<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
        return new LinkedHashSet<>(texts);
    }
}
