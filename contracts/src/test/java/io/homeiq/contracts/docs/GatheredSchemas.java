package io.homeiq.contracts.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.contracts.json.SchemaShelf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers schemas, and all that they refer to, as parts of one document that needs no other. */
final class GatheredSchemas {

    /** What tells of the file that a schema lies in, not of what it describes. */
    private static final Set<String> OF_THE_FILE = Set.of("$schema", "$id", "$defs", "x-planned");

    private static final String PARTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    private record Place(String document, String pointer) {

        String key() {
            return document.replace('/', '.')
                    + (pointer.startsWith(DEFINITIONS) ? "." + pointer.substring(DEFINITIONS.length()) : "");
        }
    }

    private final SchemaShelf shelf;
    private final Map<String, JsonNode> gathered = new TreeMap<>();
    private final Deque<Place> open = new ArrayDeque<>();

    GatheredSchemas(SchemaShelf shelf) {
        this.shelf = shelf;
    }

    /** A reference to the schema of this name, such as {@code event/state.changed}. */
    ObjectNode reference(String name) {
        return reference(new Place(name, "#"));
    }

    private ObjectNode reference(Place place) {
        open.add(place);
        return JsonNodeFactory.instance.objectNode().put("$ref", PARTS + place.key());
    }

    /** All that was referred to, and what that refers to in turn, by name. */
    ObjectNode all() {
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (!gathered.containsKey(place.key())) {
                gathered.put(place.key(), rewrite(shelf.resolve(place.document(), place.pointer()), place.document()));
            }
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        gathered.forEach(all::set);
        return all;
    }

    private JsonNode rewrite(JsonNode schema, String document) {
        if (schema.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            schema.forEach(item -> items.add(rewrite(item, document)));
            return items;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode rewritten = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : schema.properties()) {
            if (field.getKey().equals("$ref")) {
                refer(rewritten, field.getValue().asText(), document, schema.size() > 1);
            } else if (!OF_THE_FILE.contains(field.getKey())) {
                rewritten.set(field.getKey(), rewrite(field.getValue(), document));
            }
        }
        return rewritten;
    }

    /** Older readers of schemas see nothing that stands beside a reference, so there it goes into a list of its own. */
    private void refer(ObjectNode schema, String reference, String document, boolean beside) {
        int hash = reference.indexOf('#');
        Place place = new Place(
                shelf.documentOf(document, reference),
                hash < 0 || hash == reference.length() - 1 ? "#" : reference.substring(hash));
        ObjectNode target = reference(place);
        if (beside) {
            schema.putArray("allOf").add(target);
        } else {
            schema.setAll(target);
        }
    }
}
