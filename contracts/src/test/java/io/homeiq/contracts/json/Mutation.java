package io.homeiq.contracts.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One fault put into a good document, of which the Java side says that it must be noticed. */
record Mutation(String name, JsonNode document) {

    @Override
    public String toString() {
        return name;
    }

    /** Every required field misspelled, and every field given a value of another JSON type, one at a time. */
    static List<Mutation> of(JsonNode document, Class<?> type) {
        List<Mutation> mutations = new ArrayList<>();
        collect(document, "", document, type, mutations);
        return mutations;
    }

    private static void collect(JsonNode root, String at, JsonNode node, Type type, List<Mutation> mutations) {
        switch (RecordShape.of(type)) {
            case RecordShape.Fields shape -> {
                for (RecordShape.Field field : shape.fields()) {
                    ofField(root, at, field.name(), field.required(), mutations);
                    JsonNode value = node.path(field.name());
                    if (!value.isMissingNode()) {
                        collect(root, at + "/" + field.name(), value, field.type(), mutations);
                    }
                }
            }
            case RecordShape.OneOf shape -> {
                ofField(root, at, shape.discriminator(), true, mutations);
                String word = node.path(shape.discriminator()).asText();
                collect(root, at, node, Objects.requireNonNull(shape.choices().get(word), word), mutations);
            }
            case RecordShape.Items shape -> {
                for (int i = 0; i < node.size(); i++) {
                    collect(root, at + "/" + i, node.path(i), shape.member(), mutations);
                }
            }
            case RecordShape.Words words -> mutations.add(otherWord(root, at));
            case RecordShape.Plain plain -> {}
        }
    }

    private static void ofField(JsonNode root, String at, String field, boolean required, List<Mutation> mutations) {
        if (!root.at(at).has(field)) {
            return;
        }
        if (required) {
            ObjectNode misspelled = root.deepCopy();
            ObjectNode parent = (ObjectNode) misspelled.at(at);
            parent.set(field + "x", Objects.requireNonNull(parent.remove(field)));
            mutations.add(new Mutation(at + "/" + field + " misspelled", misspelled));
        }
        ObjectNode retyped = root.deepCopy();
        ObjectNode parent = (ObjectNode) retyped.at(at);
        parent.set(field, ofAnotherType(Objects.requireNonNull(parent.get(field))));
        mutations.add(new Mutation(at + "/" + field + " of another type", retyped));
    }

    private static JsonNode ofAnotherType(JsonNode value) {
        if (value.isTextual() || value.isObject()) {
            return IntNode.valueOf(7);
        }
        return value.isArray() ? TextNode.valueOf("x") : new ArrayNode(null);
    }

    private static Mutation otherWord(JsonNode root, String at) {
        ObjectNode changed = root.deepCopy();
        int slash = at.lastIndexOf('/');
        JsonNode parent = changed.at(at.substring(0, slash));
        String last = at.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            object.put(last, "no such word");
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), TextNode.valueOf("no such word"));
        }
        return new Mutation(at + " another word", changed);
    }
}
